using Microsoft.AspNetCore.Http;
using Stemma.Intake.Web;

namespace Stemma.Intake.Tests.Web;

/// <summary>What an answer says beside its body.</summary>
public sealed class AnswerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly WebOptions Quick = new() { AllowPrivate = true, Pause = TimeSpan.Zero, MaxWait = TimeSpan.Zero };

    [Theory]
    [InlineData("max-age=900", null, 900)]
    [InlineData("public, Max-Age=\"60\"", "Mon, 04 May 2026 13:00:00 GMT", 60)]
    [InlineData(null, "Mon, 04 May 2026 13:00:00 GMT", 3600)]
    [InlineData("no-cache", "Mon, 04 May 2026 11:00:00 GMT", null)]
    [InlineData("max-age=-1", "0", null)]
    [InlineData(null, null, null)]
    [InlineData("max-age=99999999999999", null, 365 * 24 * 3600)]
    public void How_long_an_answer_holds(string? control, string? expires, int? seconds) =>
        Assert.Equal(seconds, (int?)Reply.MaxAge(control, expires, Noon)?.TotalSeconds);

    [Theory]
    [InlineData(new[] { 301 }, "/1")]
    [InlineData(new[] { 308, 301 }, "/2")]
    [InlineData(new[] { 302 }, null)]
    [InlineData(new[] { 301, 302 }, "/1")] // for good up to there, and from there for now
    [InlineData(new[] { 307, 301 }, null)]
    public async Task Where_something_has_moved_for_good(int[] steps, string? moved)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            int at = c.Request.Path == "/" ? 0 : int.Parse(c.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (at == steps.Length)
                return c.Response.WriteAsync("x");
            c.Response.StatusCode = steps[at];
            c.Response.Headers.Location = $"/{at + 1}";
            return Task.CompletedTask;
        });
        using WebFetcher fetcher = new(Quick, TimeProvider.System);
        Assert.Equal(moved, (await fetcher.FetchAsync(server.Uri, null, default)).MovedTo?.AbsolutePath);
    }

    [Fact]
    public async Task A_failure_tells_its_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.StatusCode = 410;
            return Task.CompletedTask;
        });
        using WebFetcher fetcher = new(Quick, TimeProvider.System);
        Assert.Equal(410, (await Assert.ThrowsAsync<FetchFailedException>(() => fetcher.FetchAsync(server.Uri, null, default))).Status);
    }

    [Fact]
    public async Task A_feed_is_told_from_a_page_and_from_a_list_of_feeds()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync(c.Request.Path.Value switch
        {
            "/rss" => "<rss version=\"2.0\"><channel><title>T</title><ttl>30</ttl><item><title>Only a headline</title><link>https://coast.example/a</link></item></channel></rss>",
            "/json" => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"content_text\":\"The ferry has left the harbour at dawn.\"}]}",
            "/opml" => "<opml version=\"2.0\"><body><outline xmlUrl=\"https://coast.example/feed\"/></body></opml>",
            _ => "<!doctype html><html><body><article><p>The ferry has left the harbour at dawn, the port office said on Monday.</p></article></body></html>",
        }));
        using WebFetcher fetcher = new(Quick, TimeProvider.System);
        AnswerReader reader = new();
        async Task<ReadAnswer> ReadAsync(string path) => reader.Read(path, await fetcher.FetchAsync(server.At(path), null, default), default);

        ReadAnswer rss = await ReadAsync("/rss");
        Assert.Equal(30, rss.Schedule!.Interval!.Value.TotalMinutes);
        Assert.False(Assert.Single(rss.Reports).HasText);
        Assert.NotNull((await ReadAsync("/json")).Schedule);
        Assert.Equal("https://coast.example/feed", (await ReadAsync("/opml")).Links!.Links.Single().Url);
        ReadAnswer page = await ReadAsync("/page");
        Assert.Null(page.Schedule);
        Assert.True(Assert.Single(page.Reports).HasText);
        await Assert.ThrowsAsync<FetchFailedException>(async () => reader.Read("x", (await fetcher.FetchAsync(server.At("/rss"), null, default)) with { Body = new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0, 1, 2, 3 } }, default));
    }
}
