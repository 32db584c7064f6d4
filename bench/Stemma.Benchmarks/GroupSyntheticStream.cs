using System.Diagnostics;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Benchmarks;

/// <summary>Reports a second through grouping, and memory a report, with 1,000, 10,000 and 100,000 reports at hand; on one thread.</summary>
internal static class GroupSyntheticStream
{
    private const int Measured = 4000;

    public static void Run(Texts texts)
    {
        Console.WriteLine($"texts: {texts.Name}, {texts.All.Length} of them");
        Console.WriteLine("at hand   stories   placed/s   read/s   both/s (processor time)   KB a report   BCubed F1 of those measured");
        Once(texts, 8000); // the just-in-time compiler has its turn
        foreach (int window in new[] { 1_000, 10_000, 100_000 })
            Console.WriteLine(Once(texts, window));
    }

    private static string Once(Texts texts, int window)
    {
        SyntheticStream stream = new(texts.All);
        StoryGrouper grouper = new(window);
        long before = GC.GetTotalMemory(true);
        for (int i = 0; i < window; i++)
            grouper.Add(stream.Next().Report);
        double kilobytes = (GC.GetTotalMemory(true) - before) / 1024.0 / window;

        (Report Report, int Story)[] next = [.. Enumerable.Range(0, Measured).Select(_ => stream.Next())];
        ReportTerms[] terms = new ReportTerms[Measured];
        double reading = Seconds(() =>
        {
            for (int i = 0; i < Measured; i++)
                terms[i] = ReportTerms.Read(next[i].Report);
        });
        double placing = Seconds(() =>
        {
            for (int i = 0; i < Measured; i++)
                grouper.Add(terms[i]);
        });
        (string, int)[] pairs = [.. next.Select(n => (grouper.StoryOf(n.Report.Id) ?? "closed " + n.Report.Id, n.Story))];
        return $"{window,7}   {pairs.Select(p => p.Item1).Distinct().Count(),7}   {Measured / placing,8:F0}   {Measured / reading,6:F0}   {Measured / (placing + reading),6:F0}   {kilobytes,30:F1}   {F1(pairs),11:F3}";
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }

    private static double F1((string Found, int Gold)[] pairs)
    {
        Dictionary<string, int> found = pairs.CountBy(p => p.Found).ToDictionary();
        Dictionary<int, int> gold = pairs.CountBy(p => p.Gold).ToDictionary();
        (double precision, double recall) = (0, 0);
        foreach (((string f, int g), int both) in pairs.CountBy(p => p))
        {
            precision += (double)both * both / found[f] / pairs.Length;
            recall += (double)both * both / gold[g] / pairs.Length;
        }

        return 2 * precision * recall / (precision + recall);
    }
}
