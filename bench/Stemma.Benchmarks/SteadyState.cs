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

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);

    private const int MeasuredRounds = 15;

    public static Timing[] Measure(params Action[] kinds)
    {
        WarmUp(kinds);
        Round[][] rounds = [.. kinds.Select(_ => new Round[MeasuredRounds])];
        for (int r = 0; r < MeasuredRounds; r++)
        {
            for (int k = 0; k < kinds.Length; k++)
                rounds[k][r] = Time(kinds[k]);
        }

        return [.. rounds.Select(r => new Timing(r))];
    }

    /// <summary>Runs the work until the compiler has done its part: at least so many rounds and so long, so that long work is run no more often than it must.</summary>
    public static void WarmUp(params Action[] kinds)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int r = 0; (r < WarmUpRounds && Stopwatch.GetElapsedTime(begin) < LongestWarmUp) || Stopwatch.GetElapsedTime(begin) < WarmUpTime; r++)
            Array.ForEach(kinds, k => k());
    }

    public static Round Time(Action work)
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
        return new Round(wall, (process.TotalProcessorTime - processor).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
