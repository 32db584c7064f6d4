using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Intake.Tests.Web;
using Stemma.Intake.Web;

namespace Stemma.Watch.Tests.Polling;

public sealed class FeedPollerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly AnswerReader Reader = new();
    private readonly SteppingClock clock = new(Noon);

    private FeedPoller Poller(bool follow = true, bool allowPrivate = true) =>
        new(new WebFetcher(new WebOptions { AllowPrivate = allowPrivate, Pause = TimeSpan.Zero, MaxWait = TimeSpan.Zero }, clock), Reader, clock, TimeSpan.FromMinutes(15), follow);

    private static Task<LoopbackServer> ServeAsync(Func<HttpContext, string> feed) => LoopbackServer.StartAsync(c =>
    {
        string text = feed(c);
        c.Response.ContentType = "application/rss+xml";
        return c.Response.StatusCode == 304 ? Task.CompletedTask : c.Response.WriteAsync(text);
    });

    [Fact]
    public async Task Only_what_is_new_is_taken_and_only_what_is_new_is_asked_for()
    {
        string items = FeedText.Item("a", "One", FeedText.Long("Ann"));
        List<string> conditions = [];
        await using LoopbackServer server = await ServeAsync(c =>
        {
            string tag = $"\"{items.Length}\"";
            conditions.Add(c.Request.Headers.IfNoneMatch.ToString());
            c.Response.Headers.ETag = tag;
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == tag ? 304 : 200;
            return FeedText.Rss("<ttl>60</ttl>", items);
        });
        FeedPoller poller = Poller();
        PollResult first = await poller.PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Equal("One", Assert.Single(first.Reports).Report.Headline);
        Assert.InRange(first.Due - Noon, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66));

        PollResult same = await poller.PollAsync(Kept(first), default);
        Assert.Empty(same.Reports);
        Assert.True(same.Succeeded);
        // The feed's own wish is remembered where the answer holds no feed.
        Assert.InRange(same.Due - clock.GetUtcNow(), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66));

        items += FeedText.Item("b", "Two", FeedText.Long("Bea"));
        PollResult second = await poller.PollAsync(Kept(same), default);
        Assert.Equal("Two", Assert.Single(second.Reports).Report.Headline);
        Assert.Equal(["", "\"" + FeedText.Item("a", "One", FeedText.Long("Ann")).Length + "\"", "\"" + FeedText.Item("a", "One", FeedText.Long("Ann")).Length + "\""], conditions);

        items = items.Replace("crossing 3,", "crossing 33,", StringComparison.Ordinal);
        PollResult changed = await poller.PollAsync(Kept(second), default);
        Assert.Equal(2, changed.Reports.Length); // both bodies changed
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_asked_where_it_is_now_and_one_that_moved_for_now_where_it_was()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            if (c.Request.Path == "/old" || c.Request.Path == "/now")
            {
                c.Response.StatusCode = c.Request.Path == "/old" ? 301 : 302;
                c.Response.Headers.Location = "/new";
                return Task.CompletedTask;
            }

            return c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "One", FeedText.Long("Ann"))));
        });
        PollResult moved = await Poller().PollAsync(FeedState.Of(server.At("/old").AbsoluteUri), default);
        Assert.Equal((server.At("/old").AbsoluteUri, server.At("/new").AbsoluteUri), (moved.State.Url, moved.State.Address));
        Assert.Contains(moved.Told, t => t.Contains("moved for good to", StringComparison.Ordinal));
        PollResult lent = await Poller().PollAsync(FeedState.Of(server.At("/now").AbsoluteUri), default);
        Assert.Equal(server.At("/now").AbsoluteUri, lent.State.Address);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_asked_no_more()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.StatusCode = 410;
            return Task.CompletedTask;
        });
        PollResult gone = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.True(gone.State.IsEnded);
        Assert.Equal(DateTimeOffset.MaxValue, gone.Due);
        Assert.Contains("polled no more", Assert.Single(gone.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "7200", 7200)]
    [InlineData(429, "Mon, 04 May 2026 15:00:00 GMT", 10800)]
    [InlineData(500, null, 900)]
    [InlineData(404, null, 900)]
    public async Task A_server_in_trouble_is_left_alone_for_a_while(int status, string? retry, int seconds)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            if (retry is not null)
                c.Response.Headers.RetryAfter = retry;
            return Task.CompletedTask;
        });
        FeedPoller poller = Poller();
        PollResult failed = await poller.PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Equal(1, failed.State.Failures);
        Assert.InRange((failed.Due - Noon).TotalSeconds, seconds, seconds * 1.25);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(failed.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_feed_fails_with_its_reason_and_ever_longer_waits()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("<!doctype html><html><body><p>Sign in to go on reading this paper.</p></body></html>"));
        FeedPoller poller = Poller();
        PollResult first = await poller.PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        PollResult second = await poller.PollAsync(first.State, default);
        Assert.Equal((1, 2), (first.State.Failures, second.State.Failures));
        Assert.Contains("no feed", Assert.Single(first.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_in_a_private_network_is_refused_by_name_and_nothing_is_asked()
    {
        await using LoopbackServer server = await ServeAsync(_ => FeedText.Rss(""));
        PollResult refused = await Poller(allowPrivate: false).PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Contains("inside a private network", Assert.Single(refused.Told), StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_robots_file_that_says_no_is_kept()
    {
        await using LoopbackServer server = await ServeAsync(_ => FeedText.Rss("", FeedText.Item("a", "One", FeedText.Long("Ann"))));
        server.Robots = "User-agent: stemma\nDisallow: /feed\n";
        PollResult refused = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Contains("robots.txt", Assert.Single(refused.Told), StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], server.Asked);
    }

    [Fact]
    public async Task A_feed_that_lies_about_its_encoding_is_read_as_what_it_is()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(FeedText.Rss("", FeedText.Item("a", "Fähre „Ölgard“ läuft aus", FeedText.Long("Ölgard"))).Replace("encoding=\"utf-8\"", "encoding=\"iso-8859-1\"", StringComparison.Ordinal));
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.ContentType = "application/rss+xml; charset=us-ascii";
            return c.Response.Body.WriteAsync(bytes).AsTask();
        });
        PollResult read = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Equal("Fähre „Ölgard“ läuft aus", Assert.Single(read.Reports).Report.Headline);
        Assert.Contains("Ölgard", read.Reports[0].Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_gets_one_request_at_a_time_whatever_number_of_its_feeds_is_polled()
    {
        int running = 0, most = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async c =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
            await c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "One", FeedText.Long(c.Request.Path.Value!))));
        });
        FeedPoller poller = Poller();
        PollResult[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => poller.PollAsync(FeedState.Of(server.At($"/feed{i}").AbsoluteUri), default)));
        Assert.All(all, r => Assert.Single(r.Reports));
        Assert.Equal(1, most);
    }

    /// <summary>As after a restart: through the bytes that the store keeps.</summary>
    private static FeedState Kept(PollResult result) => WatchJson.ReadFeed(WatchJson.Write(result.State));
}
