using System.Net;
using System.Text.Json;
using Stemma.Store;
using Stemma.Store.Tests;

namespace Stemma.Web.Tests.Api;

/// <summary>Whatever is typed into a field of a search is words, in either database.</summary>
public abstract class SearchSyntaxContract
{
    /// <summary>SQL, full-text syntax of both databases, patterns, halves of characters, and the merely long.</summary>
    private static readonly string[] Hostile =
    [
        "'", "\"", "''; DROP TABLE reports; --", "' OR '1'='1", "a') UNION SELECT name, name, name, name, name, name, 1 FROM sqlite_schema --", "%", "_", "*", "avalanche*", "NEAR(a b)", "a AND", "AND", "OR", "NOT",
        "a NOT", "^a", "words:avalanche", "{words} : avalanche", "(", ")", "((((", "a:*", "a & b", "a | !b", "<->", "a <-> b", "!", ":", "\\", "\\'", "\0", "a\0b", "\ud800", "\udc00a", "-", "--", "-a -b", "\"a", "\u201ca", "/*", "*/", ";",
        "1; SELECT pg_sleep(5)", "$1", "@words", "@limit", "?1", "{0}", "\u202e\u0000", "' COLLATE \"C\"", "E'\\x41'", new string('a', 990), string.Concat(Enumerable.Repeat("a ", 450)), string.Concat(Enumerable.Repeat("\"", 500)),
    ];

    private static readonly string[] Fields = ["q", "person", "organisation", "place", "origin", "outlet"];

    protected abstract Task<IStoryStore> OpenAsync();

    protected async Task HoldsAsync()
    {
        await using IStoryStore store = await OpenAsync();
        await FilledStore.AddSamplesAsync(store);
        // Some thousands of calls in a few seconds: how many may come is another test's matter.
        await using Served served = await Served.OverAsync(store, o => o with { Limits = o.Limits with { RequestsPerSecond = 100_000, RequestsAtOnce = 100_000 } });
        string before = (await served.JsonAsync("/api/v1/counts")).GetProperty("reports").ToString();
        int all = (await served.JsonAsync("/api/v1/reports?limit=1000")).GetProperty("reports").GetArrayLength();
        foreach (string text in Hostile)
        {
            string encoded = Encoded(text);
            foreach (string field in Fields)
            {
                foreach (string list in new[] { "stories", "reports" })
                {
                    using HttpResponseMessage answer = await served.Client.GetAsync($"/api/v1/{list}?{field}={encoded}");
                    string body = await answer.Content.ReadAsStringAsync();
                    Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{list}?{field}={encoded}: {(int)answer.StatusCode} {body}");
                    if (field != "q" && text.Any(char.IsLetterOrDigit))
                        Assert.Equal(0, JsonDocument.Parse(body).RootElement.GetProperty(list).GetArrayLength());
                }
            }

            foreach (string list in new[] { "people", "organisations", "places", "origins", "outlets" })
                Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync($"/api/v1/{list}?q={encoded}")).StatusCode);
            foreach (string path in new[] { "stories/{0}", "reports/{0}", "corrections/{0}" })
                Assert.Contains((await served.Client.GetAsync("/api/v1/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Uri.EscapeDataString(Sane(text))))).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.OK });
            foreach (string field in new[] { "from", "until", "since", "limit", "cursor", "min_reports" })
                Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync($"/api/v1/stories?{field}={encoded}")).StatusCode);
        }

        Assert.Equal(before, (await served.JsonAsync("/api/v1/counts")).GetProperty("reports").ToString());
        Assert.Equal(all, (await served.JsonAsync("/api/v1/reports?limit=1000")).GetProperty("reports").GetArrayLength());
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text);

    private static string Sane(string text) => text is "" or "." or ".." ? "x" : text;
}

public sealed class SqliteSearchSyntaxTests : SearchSyntaxContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stemma-web-").FullName;

    [Fact]
    public Task Nothing_that_is_typed_is_syntax() => HoldsAsync();

    protected override Task<IStoryStore> OpenAsync() => StoryStores.OpenAsync(Path.Combine(folder, "s.db"), create: true, readOnly: false, default);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresSearchSyntaxTests(PostgresServer server) : SearchSyntaxContract, IClassFixture<PostgresServer>
{
    [PostgresFact]
    public Task Nothing_that_is_typed_is_syntax() => HoldsAsync();

    protected override async Task<IStoryStore> OpenAsync() => await StoryStores.OpenAsync(await server.CreateAsync(), create: true, readOnly: false, default);
}
