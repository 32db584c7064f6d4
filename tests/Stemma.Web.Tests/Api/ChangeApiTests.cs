using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Stemma.Store;
using Stemma.Watch;
using Stemma.Web.Api;

namespace Stemma.Web.Tests.Api;

/// <summary>What changes, and what is told of it.</summary>
public sealed class ChangeApiTests
{
    private const string Correction = """{ "kind": "rename", "target": "outlet", "what": [{ "name": "Metro Post" }], "to": "Other Post", "who": "test" }""";

    [Fact]
    public async Task A_correction_is_kept_listed_undone_and_never_changed()
    {
        await using Served served = await Served.SamplesAsync();
        using HttpResponseMessage empty = await served.Client.GetAsync("/api/v1/corrections");
        using HttpResponseMessage added = await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", Correction, headers: ("If-Match", empty.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        JsonElement kept = JsonDocument.Parse(await added.Content.ReadAsStringAsync()).RootElement;
        string id = kept.GetProperty("id").GetString()!;
        Assert.Equal("/api/v1/corrections/" + id, added.Headers.Location!.OriginalString);
        Assert.Equal("Other Post", (await served.JsonAsync(added.Headers.Location.OriginalString)).GetProperty("to").GetString());
        Assert.Equal(id, (await served.JsonAsync("/api/v1/corrections")).GetProperty("standing")[0].GetString());

        // Who has not seen it must not add on top of it.
        using HttpResponseMessage late = await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", Correction, headers: ("If-Match", empty.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

        using HttpResponseMessage undone = await served.SendAsync(HttpMethod.Post, $"/api/v1/corrections/{id}/undo", """{ "who": "test", "why": "it was right" }""");
        Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        JsonElement log = await served.JsonAsync("/api/v1/corrections");
        Assert.Equal(2, log.GetProperty("corrections").GetArrayLength());
        Assert.Equal(0, log.GetProperty("standing").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Post, "/api/v1/corrections/none/undo", """{ "who": "test" }""")).StatusCode);
    }

    [Theory]
    [InlineData("""{ "kind": "rename", "target": "outlet", "what": [{ "name": "a" }], "who": "t" }""", 422)]
    [InlineData("""{ "kind": "rename", "target": "outlet", "what": [{ "name": "a" }], "to": "b", "who": " " }""", 422)]
    [InlineData("""{ "kind": "grade", "target": "outlet", "what": [{ "name": "a" }], "to": "Z", "who": "t" }""", 422)]
    [InlineData("""{ "kind": "rename", "target": "outlet" }""", 400)]
    [InlineData("""{ "kind": "explode", "target": "outlet", "who": "t" }""", 400)]
    [InlineData("""{ "kind": """, 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    public async Task A_correction_that_says_nothing_is_refused(string body, int status)
    {
        await using Served served = await Served.EmptyAsync();
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await served.Store.CorrectionsAsync(default));
    }

    [Fact]
    public async Task Only_json_is_read_as_json()
    {
        await using Served served = await Served.EmptyAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", Correction, "text/plain")).StatusCode);
    }

    [Fact]
    public async Task Watches_and_alerts_are_shown_as_the_watcher_wrote_them()
    {
        await using Served served = await Served.EmptyAsync();
        await served.Store.Watch.SaveWatchAsync("w1", """{ "story": "s-1" }""", default);
        for (int i = 1; i <= 3; i++)
            await served.Store.Watch.AddAlertAsync("k" + i, $$"""{ "story": "s-1", "n": {{i}} }""", DateTimeOffset.UnixEpoch.AddDays(20_000), default);
        Assert.Equal("s-1", (await served.JsonAsync("/api/v1/watches")).GetProperty("watches")[0].GetProperty("watch").GetProperty("story").GetString());
        JsonElement page = await served.JsonAsync("/api/v1/alerts?after=1&limit=1");
        Assert.Equal(2, page.GetProperty("alerts")[0].GetProperty("alert").GetProperty("n").GetInt32());
        Assert.Equal("2", page.GetProperty("last").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await served.SendAsync(HttpMethod.Delete, "/api/v1/watches/w1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await served.SendAsync(HttpMethod.Delete, "/api/v1/watches/w1")).StatusCode);
    }

    [Fact]
    public async Task Alerts_are_an_atom_feed_for_any_reader()
    {
        await using Served served = await Served.EmptyAsync();
        foreach (int n in new[] { 1, 2, 3 })
        {
            Alert alert = new() { Key = "k" + n, Kind = AlertKind.Status, Story = "s-1", Title = "<script>bridge</script>", After = "confirmed " + n, Evidence = [] };
            await served.Store.Watch.AddAlertAsync(alert.Key, WatchJson.Write(alert), DateTimeOffset.UnixEpoch.AddDays(20_000 + n), default);
        }

        HttpResponseMessage answer = await served.Client.GetAsync("/api/v1/alerts.atom?limit=2");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(2, feed.Elements(atom + "entry").Count());
        Assert.Contains("confirmed 3", feed.Elements(atom + "entry").First().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_tell_of_reports_stories_and_alerts_and_go_on_where_they_were_left()
    {
        await using Served served = await Served.EmptyAsync();
        await FilledStore.AddAsync(served.Store, Serving.HostileTests.Some("0", "The tunnel was closed on Sunday, the mayor said.")); // warm: what follows is quicker than the feed's first look
        string? last;
        using (HttpResponseMessage answer = await served.Client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
            using StreamReader reader = new(await answer.Content.ReadAsStreamAsync());
            Assert.StartsWith("retry:", await reader.ReadLineAsync(), StringComparison.Ordinal); // from here on everything is told, before the feed's first look too
            await FilledStore.AddAsync(served.Store, Serving.HostileTests.Some("a", "The bridge fell on Monday, the mayor said."));
            await served.Store.Watch.AddAlertAsync("k1", """{ "story": "s-1" }""", DateTimeOffset.UnixEpoch.AddDays(20_000), default);
            List<(string Type, string Id, string Data)> events = [];
            while (!events.Any(e => e.Type == "alert"))
                events.Add(await ReadAsync(reader));
            Assert.Contains(events, e => e.Type == "report" && e.Data.Contains("Headline of a", StringComparison.Ordinal));
            Assert.Contains(events, e => e.Type == "story");
            last = events[^1].Id;
        }

        await WaitAsync(() => served.Service<ChangeFeed>().Listeners == 0);
        await FilledStore.AddAsync(served.Store, Serving.HostileTests.Some("b", "The minister resigned on Tuesday, her office said."));
        using HttpRequestMessage again = new(HttpMethod.Get, "/api/v1/events?types=report");
        again.Headers.Add("Last-Event-ID", last);
        using HttpResponseMessage resumed = await served.Client.SendAsync(again, HttpCompletionOption.ResponseHeadersRead);
        using StreamReader rest = new(await resumed.Content.ReadAsStreamAsync());
        Assert.Contains("Headline of b", (await ReadAsync(rest)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analysis_keeps_nothing()
    {
        await using Served served = await Served.EmptyAsync();
        const string Array = """[{ "id": "1", "outlet": "X", "published": "2026-03-09", "title": "Bridge falls", "text": "The bridge fell on Monday, the mayor said. Two people were hurt." }, { "id": "2", "outlet": "Y", "published": "2026-03-09", "title": "Bridge falls", "text": "The bridge fell on Monday, police said. Three people were hurt." }]""";
        string lines = string.Join('\n', JsonDocument.Parse(Array).RootElement.EnumerateArray().Select(e => e.GetRawText()));
        foreach ((string body, string mediaType, int reports) in new[]
        {
            (Array, "application/json", 2), (lines, "application/x-ndjson", 2), (lines, "application/json", 2), ("The bridge fell on Monday, the mayor said.", "text/plain", 1),
            ("<html><body><article><h1>Bridge falls</h1><p>The bridge fell on Monday, the mayor of the town said in the evening, and two people were hurt.</p></article></body></html>", "text/html", 1),
        })
        {
            using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Post, "/api/v1/analyses", body, mediaType);
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
            Stemma.Weighing.Picture picture = Stemma.Weighing.PictureJson.Read(text);
            Assert.Equal(reports, picture.Stories.Sum(s => s.Reports.Length));
            Assert.All(picture.Stories.SelectMany(s => s.Reports), r => Assert.StartsWith("body", r.Input, StringComparison.Ordinal));
        }

        StoreCounts counts = await served.Store.CountsAsync(default);
        Assert.Equal((0, 0), (counts.Reports, counts.Stories));
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("[]", "application/json", 422)]
    [InlineData("[{]", "application/json", 400)]
    [InlineData("[1, 2]", "application/json", 200)]
    public async Task What_holds_no_report_is_refused_or_listed(string body, string mediaType, int status)
    {
        await using Served served = await Served.EmptyAsync();
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Post, "/api/v1/analyses", body, mediaType);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, text);
        if (status == 200)
            Assert.NotEqual(0, JsonDocument.Parse(text).RootElement.GetProperty("rejected").GetArrayLength());
    }

    [Fact]
    public async Task More_reports_than_are_analysed_at_once_are_refused()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Limits = o.Limits with { AnalysisReports = 3 } });
        StringBuilder lines = new();
        for (int i = 0; i < 4; i++)
            lines.Append("{ \"id\": \"").Append(i).Append("\", \"text\": \"The bridge fell on Monday, the mayor said.\" }\n");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await served.SendAsync(HttpMethod.Post, "/api/v1/analyses", lines.ToString(), "application/x-ndjson")).StatusCode);
    }

    private static async Task<(string Type, string Id, string Data)> ReadAsync(StreamReader reader)
    {
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(20));
        (string type, string id, string data) = ("", "", "");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            else if (line.Length == 0 && type.Length > 0)
                return (type, id, data);
        }

        throw new EndOfStreamException();
    }

    private static async Task WaitAsync(Func<bool> until)
    {
        for (int i = 0; i < 200 && !until(); i++)
            await Task.Delay(50);
        Assert.True(until());
    }
}
