using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Benchmarks;

/// <summary>How long a server takes for its pages while 20 readers ask at once, and how heavy they are: stories of 50 and of 500 reports, and lists.</summary>
/// <remarks>
/// Readers and server share the machine, as they do not in a newsroom: the server alone would be faster. Each reader asks for the next page as soon as he has the last one, which no reader does; so
/// 20 of them stand for some hundreds. The stories are drawn from the sentences of real texts as those of <see cref="WeighOneStory"/>, and corrected into one where grouping would part them.
/// </remarks>
internal static class AskPages
{
    private const int Readers = 20;
    private const int AsksEach = 25;

    /// <summary>Makes addresses that were never asked for: what is kept of pages drawn before is of no use to them.</summary>
    private static int asked;

    public static async Task RunAsync(Texts texts)
    {
        Console.WriteLine($"texts: {texts.Name}; {Readers} readers at once, {AsksEach} times each");
        foreach (int size in (int[])[50, 500])
            await RunAsync(texts, size);
    }

    private static async Task RunAsync(Texts texts, int size)
    {
        string folder = Directory.CreateTempSubdirectory("stemma-pages-").FullName;
        await using (IStoryStore store = await StoryStores.OpenAsync(Path.Combine(folder, "store.db"), create: true, readOnly: false, default))
        {
            string story = await FillAsync(store, texts, size);
            await using WebApplication app = StemmaServer.Create(store, new ServeOptions { Urls = "http://127.0.0.1:0", Limits = new ServeLimits { RequestsPerSecond = 1_000_000, RequestsAtOnce = 1_000_000 } });
            await app.StartAsync();
            using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
            foreach (string path in (string[])["/stories/" + story, $"/stories/{story}/claims", $"/stories/{story}/lineage", $"/stories/{story}/reports", "/"])
                await MeasureAsync(client, path, size, anew: false);
            await MeasureAsync(client, "/stories/" + story, size, anew: true);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> FillAsync(IStoryStore store, Texts texts, int size)
    {
        ReportReading reading = new();
        NewReport[] reports = [.. WeighOneStory.Reports(WeighOneStory.SentencesOf(texts), size * 6 / 5)
            .Select(raw => reading.Read(raw, reading.Clean(raw), default, DateTimeOffset.UnixEpoch.AddDays(20_000))).DistinctBy(r => r.Report.Id).Take(size)];
        Ingester ingester = new(store, TimeProvider.System);
        await ingester.AddAsync(reports, default);
        string[] stories = [.. (await store.StoriesAsync(new StoryQuery { Limit = 1000 }, default)).Select(s => s.Id)];
        if (stories.Length > 1)
            await store.AddCorrectionsAsync([Merge([.. reports.Select(r => r.Report.Id)])], default);
        await new StoryWeigher(store, reading).WeighStaleAsync(Environment.ProcessorCount, default);
        return (await store.StoriesAsync(new StoryQuery { Limit = 1000 }, default)).MaxBy(s => s.Reports)!.Id;
    }

    private static Weighing.Correction Merge(string[] reports) => new()
    {
        Id = "merge",
        Kind = Weighing.CorrectionKind.Merge,
        Target = Weighing.CorrectionTarget.Story,
        What = [.. reports.Select(r => new Weighing.CorrectionAnchor { Report = r })],
        Who = "bench",
        When = DateTimeOffset.UnixEpoch.AddDays(20_000),
    };

    private static async Task MeasureAsync(HttpClient client, string path, int size, bool anew)
    {
        byte[] page = await client.GetByteArrayAsync(path);
        for (int i = 0; i < 30; i++)
            await client.GetByteArrayAsync(path); // compiled by now
        using HttpRequestMessage packed = new(HttpMethod.Get, path);
        packed.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage sent = await client.SendAsync(packed);
        int weight = (await sent.Content.ReadAsByteArrayAsync()).Length;

        double before = Processor();
        double[][] took = await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            double[] own = new double[AsksEach];
            for (int i = 0; i < AsksEach; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(anew ? FormattableString.Invariant($"{path}?n={Interlocked.Increment(ref asked)}") : path);
                own[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            return own;
        }));
        double spent = (Processor() - before) * 1000 / (Readers * AsksEach);
        double[] all = [.. took.SelectMany(t => t).Order()];
        string name = path.StartsWith("/stories/", StringComparison.Ordinal) ? "a story" + path["/stories/".Length..].SkipWhile(c => c != '/').Aggregate("", (a, c) => a + c) : "the list";
        name += anew ? ", drawn anew" : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,4} reports, {name,-20}: {page.Length / 1000.0,6:F1} kB ({weight / 1000.0:F1} kB sent); median {all[all.Length / 2]:F0} ms, 95th percentile {all[all.Length * 95 / 100]:F0} ms, longest {all[^1]:F0} ms; {spent:F1} ms of processor time each, readers' included"));
    }

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
