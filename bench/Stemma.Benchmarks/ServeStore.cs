using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Benchmarks;

/// <summary>A served store of a hundred thousand reports, with 20 clients that list and search at once, over real connections.</summary>
/// <remarks>
/// Server and clients are one process, so the figures hold what the clients cost too. Each client waits for its answer, reads it whole and asks again: what is measured is how long it waits while
/// 19 others ask. Words are drawn from the store's own headlines.
/// </remarks>
internal static class ServeStore
{
    private const int Clients = 20;
    private const int AsksEach = 150;
    private const int WarmUpEach = 30;

    /// <summary>Fills a store for <see cref="RunAsync"/>; goes on where an earlier call was broken off only from the start, as the stream is made anew.</summary>
    public static async Task FillAsync(Texts texts, string store, int size)
    {
        await using IStoryStore opened = await StoryStores.OpenAsync(store, create: true, readOnly: false, default);
        await new StoreFilling(opened, new SyntheticStream(texts.All), new ReportReading()).AddAsync(size);
        StoreCounts counts = await opened.CountsAsync(default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store}: {counts.Reports} reports, {counts.Stories} stories, {counts.Bytes / 1024 / 1024} MiB"));
    }

    public static async Task RunAsync(string store)
    {
        await using IStoryStore opened = await StoryStores.OpenAsync(store, create: false, readOnly: false, default);
        StoreCounts counts = await opened.CountsAsync(default);
        await using WebApplication app = StemmaServer.Create(opened, new ServeOptions
        {
            Urls = "http://127.0.0.1:0",
            Limits = new ServeLimits { RequestsAtOnce = 1_000_000, RequestsPerSecond = 1_000_000 }, // 20 clients of one address are one client to a limit
        });
        await app.StartAsync();
        Uri server = new(app.Urls.First());
        ReportHit[] sample = [.. await opened.SearchAsync(new ReportQuery { Limit = 1000 }, default)];
        Ask[] asks = Asks(sample);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Reports} reports, {counts.Stories} stories; {Clients} clients, {AsksEach} requests each, {Environment.ProcessorCount} cores"));
        await AskAllAsync(server, asks, WarmUpEach);

        (double before, long start) = (Processor(), Stopwatch.GetTimestamp());
        List<double>[] took = await AskAllAsync(server, asks, AsksEach);
        double clock = Stopwatch.GetElapsedTime(start).TotalSeconds, spent = Processor() - before;
        double[] all = [.. took.SelectMany(t => t).Order()];
        Console.WriteLine("milliseconds                 median   95 %   99 %");
        foreach ((Ask ask, List<double> times) in asks.Zip(took))
            Console.WriteLine(Line(ask.Name, [.. times.Order()]));
        Console.WriteLine(Line("all", all));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all.Length / clock:F0} requests/s by the clock; {1000 * spent / all.Length:F1} ms of processor time a request, clients included; processor in use {100 * spent / clock / Environment.ProcessorCount:F0} % of {Environment.ProcessorCount} cores"));
    }

    private static string Line(string name, double[] sorted) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-28} {sorted[sorted.Length / 2],6:F1} {sorted[(int)(sorted.Length * 0.95)],6:F1} {sorted[(int)(sorted.Length * 0.99)],6:F1}");

    private sealed record Ask(string Name, Func<Random, string> Address);

    private static Ask[] Asks(ReportHit[] sample)
    {
        string[][] headlines = [.. sample.Select(h => (h.Headline ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 3)];
        string Word(Random random, int most) => Uri.EscapeDataString(headlines[random.Next(headlines.Length)][random.Next(most)]);
        string Outlet(Random random) => "Outlet%20" + random.Next(200).ToString(CultureInfo.InvariantCulture);
        return
        [
            new("list stories", r => $"/api/v1/stories?min_reports={1 + r.Next(3)}"),
            new("list reports", _ => "/api/v1/reports"),
            new("reports: a word", r => "/api/v1/reports?q=" + Word(r, 3)),
            new("reports: two words", r => $"/api/v1/reports?q={Word(r, 1)}%20{Word(r, 2)}"),
            new("reports: phrase of an outlet", r => $"/api/v1/reports?q=%22{Uri.EscapeDataString(string.Join(' ', headlines[r.Next(headlines.Length)].Take(2)))}%22&outlet={Outlet(r)}"),
            new("reports: an outlet", r => "/api/v1/reports?outlet=" + Outlet(r)),
            new("reports: common words", _ => "/api/v1/reports?q=said%20the"),
            new("stories: a word", r => "/api/v1/stories?q=" + Word(r, 3)),
            new("stories: common words", _ => "/api/v1/stories?q=said%20the"),
            new("a report", r => "/api/v1/reports/" + sample[r.Next(sample.Length)].Id),
            new("names of people", r => "/api/v1/people?q=" + (char)('a' + r.Next(26))),
        ];
    }

    private static async Task<List<double>[]> AskAllAsync(Uri server, Ask[] asks, int each)
    {
        List<double>[] took = [.. asks.Select(_ => new List<double>())];
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            using HttpClient client = new() { BaseAddress = server };
            Random random = new(number);
            for (int i = 0; i < each; i++)
            {
                int kind = (i + number) % asks.Length;
                string address = asks[kind].Address(random);
                long start = Stopwatch.GetTimestamp();
                byte[] body = await client.GetByteArrayAsync(address);
                double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (JsonDocument.Parse(body).RootElement.ValueKind is not JsonValueKind.Object)
                    throw new InvalidDataException(address);
                lock (took[kind])
                    took[kind].Add(milliseconds);
            }
        })));
        return took;
    }

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
