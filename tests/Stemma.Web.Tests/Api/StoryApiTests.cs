using System.Net;
using System.Text;
using System.Text.Json;
using Stemma.Exports;
using Stemma.Store;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Tests.Api;

/// <summary>Stories and reports as programs read them.</summary>
public sealed class StoryApiTests
{
    [Fact]
    public async Task A_story_is_the_picture_that_the_command_prints()
    {
        await using Served served = await Served.SamplesAsync();
        foreach (StorySummary summary in await served.Store.StoriesAsync(new StoryQuery(), default))
        {
            string body = await served.Client.GetStringAsync("/api/v1/stories/" + summary.Id);
            Story story = (await new StoryWeigher(served.Store, new ReportReading()).PictureAsync(summary.Id, default))!;
            Assert.Equal(PictureJson.Write(new Picture(Picture.FormVersion, [story], [])), body);
        }
    }

    [Fact]
    public async Task A_story_leaves_in_every_form_that_the_command_writes()
    {
        await using Served served = await Served.SamplesAsync();
        string id = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 5 }, default))[0].Id;
        Story story = (await new StoryWeigher(served.Store, new ReportReading()).PictureAsync(id, default))!;
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            HttpResponseMessage answer = await served.Client.GetAsync($"/api/v1/stories/{id}/export/{Exporter.Name(format)}?base=https://desk.example/");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(Exporter.Write(format, new Picture(Picture.FormVersion, [story], []), new ExportOptions { Base = "https://desk.example/" }), await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync($"/api/v1/stories/{id}/export/docx")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync($"/api/v1/stories/{id}/export/prov?base=javascript:1")).StatusCode);
    }

    [Fact]
    public async Task Parts_of_a_story_are_those_of_its_picture()
    {
        await using Served served = await Served.SamplesAsync();
        string id = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 5 }, default))[0].Id;
        JsonElement story = (await served.JsonAsync("/api/v1/stories/" + id)).GetProperty("stories")[0];
        foreach (string part in new[] { "claims", "reports", "differences", "timeline", "quotes", "entities", "origins" })
        {
            JsonElement own = await served.JsonAsync($"/api/v1/stories/{id}/{part}");
            Assert.Equal(id, own.GetProperty("story").GetString());
            Assert.True(JsonElement.DeepEquals(story.GetProperty(part), own.GetProperty(part)), part);
        }

        Assert.True(JsonElement.DeepEquals(story.GetProperty("lineage"), (await served.JsonAsync($"/api/v1/stories/{id}/lineage")).GetProperty("stories")[0].GetProperty("lineage")));
        Assert.True(JsonElement.DeepEquals(story.GetProperty("brief"), (await served.JsonAsync($"/api/v1/stories/{id}/brief")).GetProperty("brief")));

        JsonElement denied = await served.JsonAsync($"/api/v1/stories/{id}/claims?status=disputed");
        Assert.All(denied.GetProperty("claims").EnumerateArray(), c => Assert.Equal("disputed", c.GetProperty("status").GetString()));
        Assert.NotEqual(0, denied.GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public async Task A_claim_comes_with_every_span_it_stands_on()
    {
        await using Served served = await Served.SamplesAsync();
        string id = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 5 }, default))[0].Id;
        JsonElement story = (await served.JsonAsync("/api/v1/stories/" + id)).GetProperty("stories")[0];
        Dictionary<string, string> bodies = story.GetProperty("reports").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("body").GetString()!);
        foreach (JsonElement claim in story.GetProperty("claims").EnumerateArray().Take(10))
        {
            JsonElement view = await served.JsonAsync($"/api/v1/stories/{id}/claims/{claim.GetProperty("id").GetString()}");
            Assert.Equal(claim.GetProperty("assertions").GetArrayLength(), view.GetProperty("assertions").GetArrayLength());
            Assert.NotEqual(0, view.GetProperty("assertions").GetArrayLength());
            foreach (JsonElement at in view.GetProperty("assertions").EnumerateArray().Select(a => a.GetProperty("at")))
                Assert.Equal(at.GetProperty("quote").GetString(), bodies[at.GetProperty("report").GetString()!][at.GetProperty("start").GetInt32()..at.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task A_brief_has_the_form_that_is_asked_for()
    {
        await using Served served = await Served.SamplesAsync();
        string address = $"/api/v1/stories/{(await served.Store.StoriesAsync(new StoryQuery { MinReports = 5 }, default))[0].Id}/brief";
        foreach ((string query, string? accept, string mediaType) in new[]
        {
            ("", null, "application/json"), ("", "text/markdown", "text/markdown"), ("", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html"), ("", "*/*", "application/json"),
            ("", "text/*;q=0.5, application/json;q=0.1", "text/markdown"), ("?format=text", "text/html", "text/plain"), ("?format=html", null, "text/html"),
        })
        {
            (string, string)[] headers = accept is null ? [] : [("Accept", accept)];
            using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Get, address + query, headers: headers);
            Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        }

        using HttpResponseMessage none = await served.SendAsync(HttpMethod.Get, address, headers: ("Accept", "image/png"));
        Assert.Equal(HttpStatusCode.NotAcceptable, none.StatusCode);
    }

    [Fact]
    public async Task A_story_is_shown_as_it_was_and_with_what_changed()
    {
        await using Served served = await Served.SamplesAsync();
        StorySummary summary = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 8 }, default))[0];
        JsonElement now = (await served.JsonAsync($"/api/v1/stories/{summary.Id}")).GetProperty("stories")[0];
        string[] times = [.. now.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("published").GetString()).OfType<string>().Order(StringComparer.Ordinal)];
        string day = times[0][..10];
        JsonElement then = (await served.JsonAsync($"/api/v1/stories/{summary.Id}?as_of={day}")).GetProperty("stories")[0];
        Assert.InRange(then.GetProperty("reports").GetArrayLength(), 1, now.GetProperty("reports").GetArrayLength() - 1);
        JsonElement since = (await served.JsonAsync($"/api/v1/stories/{summary.Id}?since={day}")).GetProperty("stories")[0];
        Assert.NotEqual(0, since.GetProperty("changes").GetArrayLength());
        await served.JsonAsync($"/api/v1/stories/{summary.Id}?as_of=1999-01-01", HttpStatusCode.NotFound);
        await served.JsonAsync($"/api/v1/stories/{summary.Id}?as_of=soon", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_a_caller_has_is_not_sent_again_until_it_changes()
    {
        await using Served served = await Served.SamplesAsync();
        string id = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 5 }, default))[0].Id;
        foreach (string path in new[] { $"/api/v1/stories/{id}", $"/api/v1/stories/{id}/claims", $"/api/v1/stories/{id}/brief?format=html", "/api/v1/stories", "/api/v1/reports?q=said", "/api/v1/corrections", "/openapi/v1.json" })
        {
            using HttpResponseMessage first = await served.Client.GetAsync(path);
            string tag = first.Headers.ETag!.Tag;
            using HttpResponseMessage again = await served.SendAsync(HttpMethod.Get, path, headers: ("If-None-Match", $"\"other\", W/{tag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            using HttpResponseMessage other = await served.SendAsync(HttpMethod.Get, path, headers: ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            using HttpResponseMessage head = await served.SendAsync(HttpMethod.Head, path);
            Assert.Equal(tag, head.Headers.ETag!.Tag);
            Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        using HttpResponseMessage before = await served.Client.GetAsync($"/api/v1/stories/{id}");
        string outlet = (await served.JsonAsync($"/api/v1/stories/{id}/reports")).GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("outlet").GetString()).First(o => o is not null)!;
        await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", $$"""{ "kind": "rename", "target": "outlet", "what": [{ "name": {{JsonSerializer.Serialize(outlet)}} }], "to": "The Renamed", "who": "test" }""");
        using HttpResponseMessage after = await served.SendAsync(HttpMethod.Get, $"/api/v1/stories/{id}", headers: ("If-None-Match", before.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("The Renamed", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stories", "limit=1")]
    [InlineData("reports", "limit=3")]
    [InlineData("stories", "q=said&limit=1")]
    [InlineData("reports", "q=said&limit=2")]
    [InlineData("outlets", "limit=4")]
    [InlineData("people", "limit=4")]
    public async Task Pages_put_together_are_the_whole_list(string list, string query)
    {
        await using Served served = await Served.SamplesAsync();
        string field = list is "stories" or "reports" ? list : "names";
        string all = list is "stories" or "reports" ? "/api/v1/" + list + "?limit=1000" + (query.Contains("q=", StringComparison.Ordinal) ? "&q=said" : "") : $"/api/v1/{list}?limit=1000";
        string[] whole = [.. (await served.JsonAsync(all)).GetProperty(field).EnumerateArray().Select(e => e.GetRawText())];
        List<string> paged = [];
        string? next = $"/api/v1/{list}?{query}";
        int pages = 0;
        while (next is not null)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(next);
            JsonElement page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            paged.AddRange(page.GetProperty(field).EnumerateArray().Select(e => e.GetRawText()));
            next = answer.Headers.TryGetValues("Link", out IEnumerable<string>? link) ? link.Single().Split('>')[0][1..] : null;
            Assert.Equal(page.GetProperty("next").ValueKind is JsonValueKind.Null, next is null);
            Assert.True(++pages < 200);
        }

        Assert.True(pages > 1);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Twenty_callers_at_once_have_a_story_weighed_once()
    {
        await using Served served = await Served.EmptyAsync(o => o with { ReadOnly = false });
        await FilledStore.AddAsync(served.Store, Serving.HostileTests.Some("a", "The bridge fell on Monday, the mayor said. Two people were hurt."));
        string id = (await served.Store.StoriesAsync(new StoryQuery(), default)).Single().Id;
        string[] bodies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => served.Client.GetStringAsync("/api/v1/stories/" + id)));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, served.Service<PictureCache>().Drawn);
    }

    [Fact]
    public async Task A_cache_of_pictures_keeps_within_its_bounds()
    {
        await using Served served = await Served.SamplesAsync(o => o with { Limits = o.Limits with { PictureBytes = 1 } });
        PictureCache pictures = served.Service<PictureCache>();
        string[] ids = [.. (await served.Store.StoriesAsync(new StoryQuery(), default)).Select(s => s.Id)];
        Assert.True(ids.Length > 2);
        for (int round = 0; round < 2; round++)
        {
            foreach (string id in ids)
                Assert.Equal(id, (await pictures.FindAsync(id, default))!.Story.Id);
        }

        Assert.Equal(ids.Length * 2, pictures.Drawn); // room for one alone: each was drawn again
        Assert.Null(await pictures.FindAsync("s-none", default));
    }

    [Fact]
    public async Task A_report_is_given_back_byte_by_byte()
    {
        await using Served served = await Served.SamplesAsync();
        JsonElement report = (await served.JsonAsync("/api/v1/reports?limit=1")).GetProperty("reports")[0];
        JsonElement view = await served.JsonAsync("/api/v1/reports/" + report.GetProperty("id").GetString());
        Assert.Equal(report.GetProperty("headline").GetString(), view.GetProperty("report").GetProperty("headline").GetString());
        string digest = view.GetProperty("receipts")[0].GetProperty("digest").GetString()!;
        byte[] bytes = await served.Client.GetByteArrayAsync($"/api/v1/reports/{report.GetProperty("id").GetString()}/bytes?digest={digest}");
        Assert.Equal(digest, "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task A_call_that_is_wrong_says_what_is_wrong_with_it()
    {
        await using Served served = await Served.SamplesAsync();
        foreach ((string path, HttpStatusCode status, string type) in new[]
        {
            ("/api/v1/stories?limt=1", HttpStatusCode.BadRequest, "bad-query"), ("/api/v1/stories?limit=0", HttpStatusCode.BadRequest, "bad-query"), ("/api/v1/stories?limit=1&limit=2", HttpStatusCode.BadRequest, "bad-query"),
            ("/api/v1/stories?cursor=zzz", HttpStatusCode.BadRequest, "bad-query"), ("/api/v1/stories/none", HttpStatusCode.NotFound, "not-found"), ("/api/v1/reports/none", HttpStatusCode.NotFound, "not-found"),
            ("/api/v1/none", HttpStatusCode.NotFound, "not-found"), ("/api/v1/events?types=weather", HttpStatusCode.BadRequest, "bad-query"), ("/api/v1/events?after=x", HttpStatusCode.BadRequest, "bad-query"),
        })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal("urn:stemma:problem:" + type, problem.GetProperty("type").GetString());
            Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
            Assert.NotEqual("", problem.GetProperty("detail").GetString());
        }

        using HttpResponseMessage wrong = await served.SendAsync(HttpMethod.Put, "/api/v1/stories", "{}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Contains("method-not-allowed", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_packed_for_who_takes_them_so()
    {
        await using Served served = await Served.SamplesAsync();
        using HttpResponseMessage packed = await served.SendAsync(HttpMethod.Get, "/api/v1/reports?limit=50", headers: ("Accept-Encoding", "br"));
        Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
        using System.IO.Compression.BrotliStream plain = new(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using StreamReader reader = new(plain, Encoding.UTF8);
        Assert.Equal(await served.Client.GetStringAsync("/api/v1/reports?limit=50"), await reader.ReadToEndAsync());
    }
}
