using System.Net;
using System.Text.Json;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Web.Tests.Serving;

/// <summary>What is sent to break the server.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..\\..\\..\\etc\\passwd")]
    [InlineData("/assets//etc/passwd")]
    [InlineData("/api/v1/reports/..%2f..%2fetc%2fpasswd/bytes")]
    [InlineData("/api/v1/reports/%2e%2e%2fstore.db/bytes")]
    [InlineData("/api/v1/stories/..%2f..%2fetc%2fpasswd")]
    [InlineData("/store.db")]
    [InlineData("/Stemma.Web.dll")]
    public async Task No_path_leads_to_a_file(string path)
    {
        await using Served served = await Served.SamplesAsync();
        string answer = await served.RawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_those_of_the_report_alone_and_never_a_page()
    {
        await using Served served = await Served.EmptyAsync();
        await FilledStore.AddAsync(served.Store, Some("a", "<script>alert(1)</script> The bridge fell on Monday, the mayor said."), Some("b", "The minister resigned on Monday, her office said."));
        ReportHit[] hits = [.. await served.Store.SearchAsync(new ReportQuery(), default)];
        Receipt other = (await served.Store.ReceiptsAsync(hits[1].Id, default)).Single();
        using HttpResponseMessage own = await served.Client.GetAsync($"/api/v1/reports/{hits[0].Id}/bytes");
        Assert.Equal("application/octet-stream", own.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", own.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync($"/api/v1/reports/{hits[0].Id}/bytes?digest={other.Digest}")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/corrections")]
    [InlineData("/api/v1/analyses")]
    [InlineData("/mcp")]
    [InlineData("/sign-in")]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not(string path)
    {
        await using Served served = await Served.EmptyAsync(o => o with { Token = null, Limits = o.Limits with { BodyBytes = 20_000, AnalysisBytes = 20_000 } });
        string media = path == "/sign-in" ? "application/x-www-form-urlencoded" : "application/json";
        string large = "token=" + new string('a', 30_000);
        using HttpResponseMessage said = await served.SendAsync(HttpMethod.Post, path, large, media, ("Accept", "application/json, text/event-stream"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, said.StatusCode);
        string chunk = new('a', 10_000);
        string answer = await served.RawAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {media}\r\nAccept: application/json, text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + string.Concat(Enumerable.Repeat($"2710\r\n{chunk}\r\n", 4)) + "0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_drop_by_drop_is_not_waited_for()
    {
        await using Served served = await Served.EmptyAsync();
        string answer = await served.RawAsync("POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\nConnection: close\r\n\r\nThe mayor", TimeSpan.FromSeconds(20));
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_cannot_be_smuggled_in()
    {
        await using Served served = await Served.SamplesAsync();
        foreach (string path in new[] { "/api/v1/stories?q=a%0d%0aX-Evil:%20yes&limit=1", "/api/v1/stories/a%0d%0aX-Evil:%20yes", "/sign-in?to=/%0d%0aX-Evil:%20yes", "/api/v1/reports?q=said&limit=1&outlet=a%0d%0aX-Evil:%20yes" })
        {
            string answer = await served.RawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            Assert.DoesNotMatch("(?m)^X-Evil:", answer);
        }
    }

    [Fact]
    public async Task A_script_in_a_report_stays_words()
    {
        await using Served served = await Served.EmptyAsync();
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await FilledStore.AddAsync(served.Store, Some("x", "The bridge fell on Monday, the mayor said. " + Script + " he added.") with { Headline = Script + " bridge", Outlet = Script });
        string story = (await served.Store.StoriesAsync(new StoryQuery(), default)).Single().Id;
        foreach (string path in new[] { "/", $"/api/v1/stories/{story}/brief?format=html" })
        {
            using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"));
            string page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
        }

        using HttpResponseMessage json = await served.Client.GetAsync($"/api/v1/stories/{story}");
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", json.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Limits = o.Limits with { RequestsAtOnce = 5, RequestsPerSecond = 1 } });
        List<HttpResponseMessage> answers = [];
        for (int i = 0; i < 12; i++)
            answers.Add(await served.Client.GetAsync("/api/v1/counts"));
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        HttpResponseMessage last = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("urn:stemma:problem:too-many-requests", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_holds_no_words_of_reports_searches_or_tokens()
    {
        await using Served served = await Served.SamplesAsync(o => o with { Token = "a-secret-token-here", Log = Microsoft.Extensions.Logging.LogLevel.Trace });
        (string, string) token = ("Authorization", "Bearer a-secret-token-here");
        string story = (await served.Store.StoriesAsync(new StoryQuery(), default))[0].Id;
        foreach (string path in new[] { "/api/v1/stories?q=avalanche", $"/api/v1/stories/{story}", "/api/v1/reports?limit=avalanche", "/avalanche?avalanche=avalanche" })
            await served.SendAsync(HttpMethod.Get, path, headers: token);
        await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", """{ "kind": "avalanche" }""", headers: token);
        await served.SendAsync(HttpMethod.Post, "/api/v1/analyses", "An avalanche killed two people on Monday, police said.", "text/plain", token);
        await served.SendAsync(HttpMethod.Post, "/mcp", """{"avalanche":""", headers: [token, ("Accept", "application/json, text/event-stream")]);
        string log = served.Log.ToString();
        Assert.Contains("\"event\":\"request\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("avalanche", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret-token", log, StringComparison.OrdinalIgnoreCase);
        foreach (string line in log.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind);
    }

    [Fact]
    public async Task Streams_of_events_are_bounded_and_others_go_on()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Limits = o.Limits with { EventStreamsEach = 20, EventStreams = 30, Connections = 1_200 } });
        using HttpClient many = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1_100 }) { BaseAddress = served.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => many.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead)));
        Assert.Equal(20, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(980, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync("/health/ready")).StatusCode);
        foreach (HttpResponseMessage answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task Headers_of_every_answer_forbid_what_pages_do_not_need()
    {
        await using Served served = await Served.SamplesAsync(o => o with { Token = "a-secret-token-here" });
        foreach (string path in new[] { "/", "/api/v1/stories", "/nope", "/health/live", "/sign-in" })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(path);
            Assert.Equal(SecurityHeaders.Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    internal static RawReport Some(string id, string text) => new()
    {
        Input = "test#" + id,
        Id = id,
        Outlet = "Outlet " + id,
        Published = new ReportTime(new DateOnly(2026, 3, 9)),
        Headline = "Headline of " + id,
        Text = text,
    };
}
