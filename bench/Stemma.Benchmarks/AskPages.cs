using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Stemma.Store;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Benchmarks;

/// <summary>How long a server takes for its pages while 20 readers ask at once, and how heavy they are: stories of 50, 500 and 1,000 reports, their single things, and lists.</summary>
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
        foreach (int size in (int[])[50, 500, 1000])
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
            foreach (string path in (string[])["/stories/" + story, $"/stories/{story}/lineage"])
                await MeasureAsync(client, path, size, anew: true);
            foreach (string path in Records((await store.PictureAsync(story, default))!.Story))
                await MeasureAsync(client, path, size, anew: false);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Pages of single things, the largest of their kind in the story, and the lists of them; none of these is kept.</summary>
    private static IEnumerable<string> Records(Story story)
    {
        yield return Paths.Claim(story.Id, story.Claims.MaxBy(c => c.Assertions.Length)!.Id);
        yield return Paths.Report(story.Reports.MaxBy(r => r.Body.Length)!.Id);
        yield return Paths.Origin(story.Assertions.SelectMany(a => a.Attribution).Where(s => !s.Anonymous).GroupBy(s => s.Name).MaxBy(g => g.Count())!.Key);
        yield return Paths.Person(story.Assertions.SelectMany(a => a.Attribution).Where(s => s.Kind is Attributions.SourceKind.Person && !s.Anonymous).GroupBy(s => s.Name).MaxBy(g => g.Count())!.Key);
        yield return Paths.Outlet(story.Reports.GroupBy(r => r.Outlet!).MaxBy(g => g.Count())!.Key);
        yield return Paths.People;
        yield return Paths.Origins;
        yield return Paths.Outlets;
    }

    /// <summary>Makes a store with one story of so many reports, to be looked at: <c>stemma serve --store STORE</c>.</summary>
    public static async Task MakeAsync(Texts texts, string path, int size)
    {
        await using IStoryStore store = await StoryStores.OpenAsync(path, create: true, readOnly: false, default);
        Console.WriteLine($"{path}: /stories/{await FillAsync(store, texts, size)}");
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

    private static Correction Merge(string[] reports) => new()
    {
        Id = "merge",
        Kind = CorrectionKind.Merge,
        Target = CorrectionTarget.Story,
        What = [.. reports.Select(r => new CorrectionAnchor { Report = r })],
        Who = "bench",
        When = DateTimeOffset.UnixEpoch.AddDays(20_000),
    };

    private static async Task MeasureAsync(HttpClient client, string path, int size, bool anew)
    {
        byte[] page = await client.GetByteArrayAsync(path);
        using HttpRequestMessage packed = new(HttpMethod.Get, path);
        packed.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage sent = await client.SendAsync(packed);
        int weight = (await sent.Content.ReadAsByteArrayAsync()).Length;

        for (int i = 0; i < (anew ? 4 : 1); i++)
            await AskAsync(); // compiled by now
        double before = Processor();
        double[] all = [.. (await AskAsync()).SelectMany(t => t).Order()];
        double spent = (Processor() - before) * 1000 / (Readers * AsksEach);
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string name = parts switch
        {
            [] => "the list",
            ["stories", _] => "a story",
            ["stories", _, var part, .. var rest] => "a story/" + part + (rest.Length > 0 ? "/one" : ""),
            [var list] => "the list of " + list,
            [var kind, ..] => "one of " + kind,
        } + (anew ? ", drawn anew" : "");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,4} reports, {name,-27}: {page.Length / 1000.0,6:F1} kB ({weight / 1000.0:F1} kB sent); median {all[all.Length / 2]:F0} ms, 95th percentile {all[all.Length * 95 / 100]:F0} ms, longest {all[^1]:F0} ms; {spent:F1} ms of processor time each, readers' included"));

        Task<double[][]> AskAsync() => Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            double[] own = new double[AsksEach];
            byte[] buffer = new byte[16 * 1024];
            for (int i = 0; i < AsksEach; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await using Stream answer = await client.GetStreamAsync(Address());
                while (await answer.ReadAsync(buffer) > 0)
                {
                }

                own[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            return own;
        }));

        // No arrow of that name: the same page under an address of its own.
        string Address() => anew ? FormattableString.Invariant($"{path}?edge=r{Interlocked.Increment(ref asked)}~r") : path;
    }

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
