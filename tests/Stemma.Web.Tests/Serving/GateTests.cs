using System.Net;
using System.Text.Json;

namespace Stemma.Web.Tests.Serving;

/// <summary>Who is let in, and who is not.</summary>
public sealed class GateTests
{
    private const string Token = "correct-horse-battery";

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("192.0.2.7", 421)]
    [InlineData("2130706433", 421)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:99", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("desk.example", 200)]
    public async Task A_name_that_is_not_the_servers_is_refused(string host, int status)
    {
        await using Served served = await Served.EmptyAsync(o => o with { Hosts = ["desk.example"] });
        foreach (string path in new[] { "/", "/api/v1/stories", "/health/live", "/openapi/v1.json" })
        {
            string answer = await served.RawAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_without_a_host_or_with_two_is_refused()
    {
        await using Served served = await Served.EmptyAsync();
        Assert.StartsWith("HTTP/1.1 400 ", await served.RawAsync("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await served.RawAsync("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 4", await served.RawAsync("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://127.0.0.1:1", false)]
    [InlineData("Origin", "http://127.0.0.1.evil.example", false)]
    [InlineData("Origin", "OWN", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("X-Nothing", "said", true)]
    public async Task What_another_site_asks_for_is_refused_wherever_it_changes_or_costs(string header, string value, bool may)
    {
        await using Served served = await Served.EmptyAsync();
        value = value == "OWN" ? served.Client.BaseAddress!.ToString().TrimEnd('/') : value;
        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Post, "/api/v1/corrections"), (HttpMethod.Post, "/api/v1/analyses"), (HttpMethod.Post, "/mcp"), (HttpMethod.Post, "/sign-in"), (HttpMethod.Delete, "/api/v1/watches/w"), (HttpMethod.Get, "/api/v1/stories"), (HttpMethod.Get, "/api/v1/events") })
        {
            using HttpRequestMessage request = new(method, path) { Content = method == HttpMethod.Post ? new StringContent("{}", null, "application/json") : null };
            request.Headers.TryAddWithoutValidation(header, value);
            using HttpResponseMessage answer = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden != may, $"{method} {path} with {header}: {value}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_opens_a_page_but_no_part_of_the_api()
    {
        await using Served served = await Served.EmptyAsync();
        (string, string)[] link = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
        Assert.Equal(HttpStatusCode.OK, (await served.SendAsync(HttpMethod.Get, "/", headers: link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Get, "/api/v1/stories", headers: link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Get, "/", headers: [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "iframe")])).StatusCode);
    }

    [Theory]
    [InlineData("Bearer correct-horse-battery", 200)]
    [InlineData("bearer correct-horse-battery", 200)]
    [InlineData("Bearer correct-horse-batter", 401)]
    [InlineData("Bearer correct-horse-battery2", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5", 401)]
    [InlineData(null, 401)]
    public async Task Nothing_is_told_without_the_token(string? authorization, int status)
    {
        await using Served served = await Served.SamplesAsync(o => o with { Token = Token });
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];
        foreach (string path in new[] { "/api/v1/stories", "/api/v1/reports?q=avalanche", "/openapi/v1.json", "/api/v1/alerts" })
        {
            using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Get, path, headers: headers);
            Assert.Equal(status, (int)answer.StatusCode);
            if (status == 401)
            {
                Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
                string body = await answer.Content.ReadAsStringAsync();
                Assert.Equal("urn:stemma:problem:token-needed", JsonDocument.Parse(body).RootElement.GetProperty("type").GetString());
                Assert.DoesNotContain(Token, body, StringComparison.Ordinal);
            }
        }

        Assert.Equal(status == 401, (await served.SendAsync(HttpMethod.Post, "/mcp", "{}", headers: headers)).StatusCode is HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_browser_signs_in_once_and_the_cookie_holds_no_token()
    {
        await using Served served = await Served.SamplesAsync(o => o with { Token = Token });
        using HttpResponseMessage away = await served.SendAsync(HttpMethod.Get, "/?q=x", headers: [("Accept", "text/html")]);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Equal("/sign-in?to=%2F%3Fq%3Dx", away.Headers.Location!.OriginalString);

        using HttpResponseMessage wrong = await PostAsync("not-the-token", "/");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));

        using HttpResponseMessage right = await PostAsync(Token, "/?q=x");
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal("/?q=x", right.Headers.Location!.OriginalString);
        string set = right.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, set, StringComparison.Ordinal);

        string cookie = set.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await served.SendAsync(HttpMethod.Get, "/api/v1/stories", headers: [("Cookie", cookie)])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(HttpMethod.Get, "/api/v1/stories", headers: [("Cookie", cookie[..^1] + (cookie[^1] == '0' ? '1' : '0'))])).StatusCode);
        string later = cookie.Replace("stemma_session=", "stemma_session=9", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(HttpMethod.Get, "/api/v1/stories", headers: [("Cookie", later)])).StatusCode);

        // A cookie goes with every request of a browser, whoever made the browser send it.
        Assert.Equal(HttpStatusCode.Forbidden, (await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", "{}", headers: [("Cookie", cookie)])).StatusCode);

        Task<HttpResponseMessage> PostAsync(string token, string to) =>
            served.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", token), new("to", to)]));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        await using Served served = await Served.EmptyAsync(o => o with { Token = Token });
        using HttpResponseMessage answer = await served.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", Token), new("to", to)]));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Single(answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Guessing_tokens_is_slowed_down()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Token = Token, Limits = o.Limits with { SignInsPerMinute = 3 } });
        List<int> statuses = [];
        for (int i = 0; i < 5; i++)
            statuses.Add((int)(await served.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", "guess" + i)]))).StatusCode);
        Assert.Equal([401, 401, 401, 429, 429], statuses);
    }

    [Fact]
    public async Task A_server_that_is_read_only_changes_nothing()
    {
        await using Served served = await Served.SamplesAsync(o => o with { ReadOnly = true, AllowChanges = true });
        string correction = """{ "kind": "rename", "target": "outlet", "what": [{ "name": "Metro Post" }], "to": "Other", "who": "test" }""";
        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Post, "/api/v1/corrections"), (HttpMethod.Post, "/api/v1/corrections/x/undo"), (HttpMethod.Delete, "/api/v1/watches/x"), (HttpMethod.Put, "/api/v1/watches/x"), (HttpMethod.Post, "/claims") })
        {
            using HttpResponseMessage answer = await served.SendAsync(method, path, correction);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("urn:stemma:problem:read-only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(await served.Store.CorrectionsAsync(default));
        Assert.Equal(HttpStatusCode.OK, (await served.SendAsync(HttpMethod.Post, "/api/v1/analyses", "The minister resigned on Monday, her office said.", "text/plain")).StatusCode);
    }

    [Fact]
    public async Task The_page_to_sign_in_looks_like_the_others_before_anybody_is_let_in()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Token = Token });
        string html = await served.Client.GetStringAsync("/sign-in");
        string sheet = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        using HttpResponseMessage styles = await served.Client.GetAsync(sheet);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (styles.StatusCode, styles.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_server_that_only_reads_shows_no_form_it_would_refuse_and_one_without_a_token_nothing_to_sign_out_of()
    {
        await using Served writes = await Served.SamplesAsync();
        string writable = await PageAsync(writes.Client, "/outlets/PeakFeed");
        Assert.Contains("class=\"correct\"", writable, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign out", writable, StringComparison.Ordinal);

        await using Served reads = await Served.SamplesAsync(o => o with { ReadOnly = true, Token = Token });
        reads.Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        string readable = await PageAsync(reads.Client, "/outlets/PeakFeed");
        Assert.DoesNotContain("class=\"correct\"", readable, StringComparison.Ordinal);
        Assert.Contains("only reads", readable, StringComparison.Ordinal);
        Assert.Contains("Sign out", readable, StringComparison.Ordinal);

        static async Task<string> PageAsync(HttpClient client, string path)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            using HttpResponseMessage answer = await client.SendAsync(request);
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
