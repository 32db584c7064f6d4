namespace Stemma.Benchmarks;

/// <summary>What rounds of one kind took, in seconds; bytes allocated in the median round.</summary>
/// <param name="Wall">Of the median round.</param>
/// <param name="Processor">Of the median round.</param>
internal sealed record Timing(double Wall, double Best, double Worst, double Processor, long Bytes);
