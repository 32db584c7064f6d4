using System.Diagnostics;

namespace Stemma.Benchmarks;

/// <summary>Times rounds of work, of several kinds by turns, once the just-in-time compiler has done its part.</summary>
/// <remarks>
/// A round reads all texts. Kinds take turns, so that a busy or throttled moment falls on all of them alike. The wall clock tells what a user
/// waits; processor time tells what the work costs where others use the machine as well. The median of the rounds is what is quoted: the best
/// would flatter, the mean would count the neighbours.
/// </remarks>
internal static class SteadyState
{
    // Tier 1 code with its profile stands after four rounds of these texts; the rest is margin. The compiler works behind, so it needs time as well.
    private const int WarmUpRounds = 8;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(5);

    private const int MeasuredRounds = 15;

    public static Timing[] Measure(params Action[] kinds)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int r = 0; r < WarmUpRounds || Stopwatch.GetElapsedTime(begin) < WarmUpTime; r++)
            Array.ForEach(kinds, k => k());
        List<(double Wall, double Processor, long Bytes)>[] rounds = [.. kinds.Select(_ => new List<(double, double, long)>())];
        for (int r = 0; r < MeasuredRounds; r++)
        {
            for (int k = 0; k < kinds.Length; k++)
                rounds[k].Add(Time(kinds[k]));
        }

        return [.. rounds.Select(r => new Timing(
            Median(r.Select(t => t.Wall)), r.Min(t => t.Wall), r.Max(t => t.Wall), Median(r.Select(t => t.Processor)), (long)Median(r.Select(t => (double)t.Bytes))))];
    }

    /// <returns>Seconds by the wall clock and of processor time, and bytes allocated.</returns>
    public static (double Wall, double Processor, long Bytes) Time(Action work)
    {
        // What earlier rounds left is not this one's to clean up.
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        work();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (wall, (process.TotalProcessorTime - processor).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
