using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Stemma.Store.Tests;

/// <summary>The command itself, as a process of its own, killed at any moment while it fills a store.</summary>
/// <remarks>20 kills; <c>STEMMA_KILLS=100</c> for more. Moments are drawn with a fixed seed, from the first breath of the process to some way into its work.</remarks>
public sealed class KilledIngestTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("STEMMA_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 20;

    [Fact]
    public async Task A_file_loses_nothing_acknowledged_and_doubles_nothing()
    {
        using TemporaryFolder folder = new();
        await KillAsync(folder, Path.Combine(folder.Path, "store.db"), Kills);
    }

    [PostgresFact]
    public async Task A_server_loses_nothing_acknowledged_and_doubles_nothing()
    {
        using TemporaryFolder folder = new();
        await KillAsync(folder, await server.CreateAsync(), Math.Max(5, Kills / 4));
    }

    private static async Task KillAsync(TemporaryFolder folder, string store, int kills)
    {
        const int Reports = 400;
        string input = Path.Combine(folder.Path, "reports.jsonl");
        await File.WriteAllLinesAsync(input, Enumerable.Range(0, Reports).Select(Line));
        HashSet<string> acknowledged = new(StringComparer.Ordinal);
        Random moments = new(20261126);
        int killedAtWork = 0;
        for (int i = 0; i < kills; i++)
        {
            // Some die while the program starts, most while it works: after a first line, or after some hundred more milliseconds.
            List<string> lines = await RunAsync(store, input, i % 5 == 0 ? TimeSpan.FromMilliseconds(moments.Next(50, 900)) : null, moments.Next(0, 120));
            killedAtWork += lines.Count > 0 ? 1 : 0;
            acknowledged.UnionWith(lines.Select(IdOf));
            await using IStoryStore opened = await StoryStores.OpenAsync(store, create: true, readOnly: false, default);
            foreach (string id in acknowledged)
                Assert.NotNull(await opened.ReportAsync(id, default));
            Assert.InRange((await opened.CountsAsync(default)).Reports, acknowledged.Count, Reports);
        }

        Assert.True(killedAtWork > 0, "no kill met the program at work");
        acknowledged.UnionWith((await RunAsync(store, input, null, int.MaxValue)).Select(IdOf));
        Assert.Equal(Reports, acknowledged.Count);
        await using IStoryStore whole = await StoryStores.OpenAsync(store, create: false, readOnly: false, default);
        Assert.Equal(Reports, (await whole.CountsAsync(default)).Reports);
        Assert.Equal(0, (await whole.CountsAsync(default)).Stale);
        await foreach (StoreFault fault in whole.VerifyAsync(default))
            Assert.Fail($"{fault.What}: {fault.Fault}");

        // Broken off or not, the stories are those of one run.
        await using IStoryStore once = await StoryStores.OpenAsync(Path.Combine(folder.Path, "once.db"), create: true, readOnly: false, default);
        await RunAsync(Path.Combine(folder.Path, "once.db"), input, null, int.MaxValue);
        Assert.Equal(await ListAsync(once), await ListAsync(whole));
    }

    private static async Task<string[]> ListAsync(IStoryStore store) =>
        [.. (await store.StoriesAsync(new StoryQuery { Limit = 1000 }, default)).Select(s => $"{s.Id} {s.Reports} {s.Title}").Order(StringComparer.Ordinal)];

    /// <summary>Runs the command, and kills it after a time, or some milliseconds after its first line.</summary>
    /// <returns>The lines that it printed: what it acknowledged.</returns>
    private static async Task<List<string>> RunAsync(string store, string input, TimeSpan? life, int afterFirst)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "stemma.dll"), "ingest", input, "--store", store, "--format", "jsonl", "--threads", "2" })
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        List<string> lines = [];
        TaskCompletionSource first = new();
        Task reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                // A line that the kill cut short was not acknowledged.
                if (line.EndsWith('}'))
                    lines.Add(line);
                first.TrySetResult();
            }

            first.TrySetResult();
        });
        if (life is { } time)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(time));
            process.Kill();
        }
        else if (afterFirst < int.MaxValue)
        {
            await first.Task;
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(afterFirst));
            process.Kill();
        }

        await reading;
        await process.WaitForExitAsync();
        string said = await errors;
        if (life is null && afterFirst == int.MaxValue)
            Assert.True(process.ExitCode == 0, said);
        return lines;
    }

    private static string IdOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;

    private static string Line(int i)
    {
        int cape = i / 4 % 60;
        string name = $"{(char)('A' + cape % 26)}arv{(char)('a' + cape / 26)}nes";
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["id"] = $"n{i}",
            ["outlet"] = "Outlet " + (i % 7).ToString(CultureInfo.InvariantCulture),
            ["published"] = "2026-05-04",
            ["title"] = $"Trawler lost off {name}, crew of {cape + 3} sought",
            ["text"] = $"A trawler with a crew of {cape + 3} was lost off {name} on Monday, the coastguard of {name} said. Skipper Tor {name}sen had radioed for help at dawn. Report {i} from the quay.",
        });
    }
}
