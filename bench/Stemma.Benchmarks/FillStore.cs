using System.Diagnostics;
using System.Globalization;
using Stemma.Store;

namespace Stemma.Benchmarks;

/// <summary>A store that grows to a hundred thousand reports: what a report costs to keep, how fast lists and searches answer 20 callers at once, and how large the file gets.</summary>
/// <remarks>
/// The reports are those of <see cref="SyntheticStream"/>. Reading one takes the engine some 5 ms and does not depend on the store, so 200 are annotated and each report carries one of these
/// annotations, names and all: what is measured is grouping, keeping and, apart, weighing the stories that grew, not reading.
/// </remarks>
internal static class FillStore
{
    private const int Callers = 20;
    private const int CallsEach = 50;

    public static async Task RunAsync(Texts texts, string store, int size)
    {
        Console.WriteLine($"{texts.Name}: {texts.All.Length} texts; {store}");
        ReportReading reading = new();
        string warm = Path.Combine(Path.GetTempPath(), "stemma-warm-" + Path.GetRandomFileName());
        await using (IStoryStore first = await StoryStores.OpenAsync(warm, create: true, readOnly: false, default))
            await new StoreFilling(first, new SyntheticStream(texts.All), reading).AddAsync(1_500); // compiled by now
        File.Delete(warm);

        await using IStoryStore opened = await StoryStores.OpenAsync(store, create: true, readOnly: false, default);
        StoreFilling filling = new(opened, new SyntheticStream(texts.All), reading);
        foreach (int at in new[] { 1_000, 10_000, 100_000 }.Where(n => n <= size))
        {
            // Measured over the last thousand before each size; half of it for the first.
            int from = at - Math.Min(1_000, at / 2);
            await filling.AddAsync(from);
            (double processor, long start) = (Processor(), Stopwatch.GetTimestamp());
            await filling.AddAsync(at);
            double clock = Stopwatch.GetElapsedTime(start).TotalSeconds, spent = Processor() - processor;
            StoreCounts counts = await opened.CountsAsync(default);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{at,7} reports: kept {(at - from) / spent:F0}/s of processor time, {(at - from) / clock:F0}/s by the clock; {counts.Bytes / (double)counts.Reports / 1024:F1} KiB a report without pictures; {counts.Stories} stories"));
            await WeighAsync(opened, reading, at);
            await AskAsync(opened, at);
        }

        (double before, long began) = (Processor(), Stopwatch.GetTimestamp());
        (_, var open) = await opened.GroupingAsync(default);
        new Stories.StoryGrouper(Ingester.DefaultWindow).Resume(open);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"start of an ingest: {open.Length} reports of open stories read back in {Processor() - before:F1} s of processor time, {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s by the clock"));
    }

    /// <summary>The stories that the last arrivals changed: how many there are, and what weighing some of them costs.</summary>
    private static async Task WeighAsync(IStoryStore store, ReportReading reading, int at)
    {
        StoryWeigher weigher = new(store, reading);
        StorySummary[] some = [.. (await store.StoriesAsync(new StoryQuery { Limit = 200 }, default)).Where(s => s.Reports <= 10 && s.IsStale).Take(40)];
        double before = Processor();
        foreach (StorySummary story in some)
            await weigher.PictureAsync(story.Id, default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"        reading and weighing a story of {some.Sum(s => s.Reports) / (double)Math.Max(1, some.Length):F1} reports: {1000 * (Processor() - before) / Math.Max(1, some.Length):F0} ms of processor time ({some.Length} stories, at {at})"));
    }

    private static async Task AskAsync(IStoryStore store, int at)
    {
        // Words that a tenth of all reports have, rarer ones, a name; drawn from the reports themselves.
        ReportHit[] sample = [.. await store.SearchAsync(new ReportQuery { Limit = 1000 }, default)];
        string[][] headlines = [.. sample.Select(h => (h.Headline ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 3)];
        Func<Random, Task>[] asks =
        [
            async r => await store.StoriesAsync(new StoryQuery { MinReports = 1 + r.Next(2) }, default),
            async r => await store.SearchAsync(new ReportQuery { Text = headlines[r.Next(headlines.Length)][r.Next(3)] }, default),
            async r => await store.SearchAsync(new ReportQuery { Text = headlines[r.Next(headlines.Length)][0] + " " + headlines[r.Next(headlines.Length)][1] }, default),
            async r => await store.SearchAsync(new ReportQuery { Text = "\"" + string.Join(' ', headlines[r.Next(headlines.Length)].Take(2)) + "\"", Outlet = "Outlet " + r.Next(200).ToString(CultureInfo.InvariantCulture) }, default),
            async r => await store.SearchAsync(new ReportQuery { Outlet = "Outlet " + r.Next(200).ToString(CultureInfo.InvariantCulture) }, default),
            async r => await store.SearchAsync(new ReportQuery { Text = "said the" }, default),
        ];
        string[] names = ["list", "a word", "two words", "a phrase of an outlet", "an outlet", "common words"];
        List<double>[] took = [.. asks.Select(_ => new List<double>())];
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            Random random = new(caller);
            for (int i = 0; i < CallsEach; i++)
            {
                int kind = (i + caller) % asks.Length;
                long start = Stopwatch.GetTimestamp();
                await asks[kind](random);
                double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                lock (took[kind])
                    took[kind].Add(milliseconds);
            }
        })));
        Console.WriteLine($"        {Callers} callers at once, 95th percentile (median), ms: " + string.Join("; ", took.Select((t, i) =>
        {
            t.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"{names[i]} {t[(int)(t.Count * 0.95)]:F0} ({t[t.Count / 2]:F0})");
        })));
        double[] all = [.. took.SelectMany(t => t).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        all calls: 95th percentile {all[(int)(all.Length * 0.95)]:F0} ms at {at} reports"));
    }

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
