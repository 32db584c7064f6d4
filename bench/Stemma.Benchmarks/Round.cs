namespace Stemma.Benchmarks;

/// <summary>One reading of all texts: seconds by the clock and of processor time, bytes allocated.</summary>
internal readonly record struct Round(double Wall, double Processor, long Bytes);
