using Microsoft.AspNetCore.Http;
using Stemma.Intake.Tests.Web;
using Stemma.Intake.Web;

namespace Stemma.Watch.Tests.Polling;

/// <summary>Feeds that carry only the beginning of their reports.</summary>
public sealed class TeaserTests
{
    private static readonly AnswerReader Reader = new();
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));

    private FeedPoller Poller(bool follow = true) =>
        new(new WebFetcher(new WebOptions { AllowPrivate = true, Pause = TimeSpan.Zero, MaxWait = TimeSpan.Zero }, clock), Reader, clock, TimeSpan.FromMinutes(15), follow);

    private static string Page(string about) =>
        $"<!doctype html><html lang=en><head><title>Ferry {about}</title></head><body><nav><a href=/>Home</a></nav><article><h1>Ferry {about} sails</h1>{FeedText.Long(about)}</article></body></html>";

    [Fact]
    public async Task The_page_of_a_teaser_is_read_and_stands_under_the_items_own_name()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync(c.Request.Path == "/feed"
            ? FeedText.Rss("", FeedText.Item("a", "Ferry sails", description: "The ferry has left the harbour. Read more…", link: server!.At("/page").AbsoluteUri, published: "Mon, 04 May 2026 08:00:00 GMT"))
            : Page("Ann")));
        PollResult read = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        PolledReport report = Assert.Single(read.Reports);
        Assert.Contains("crossing 16", report.Report.Text, StringComparison.Ordinal);
        Assert.Equal(server.At("/page").AbsoluteUri, report.Report.Url);
        Assert.Equal("2026-05-04T08:00:00Z", report.Report.Published.ToString());
        Assert.NotNull(report.Report.Evidence);
        Assert.NotNull(report.Report.ItemId);

        // Asked once: the next poll knows the item.
        PollResult again = await Poller().PollAsync(read.State, default);
        Assert.Empty(again.Reports);
        Assert.Equal(1, server.Asked.Count(a => a == "/page"));
    }

    [Fact]
    public async Task With_feeds_only_no_page_is_asked_for()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
            c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "Ferry sails", description: "The ferry has left the harbour at dawn.", link: server!.At("/page").AbsoluteUri))));
        PollResult read = await Poller(follow: false).PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Equal("The ferry has left the harbour at dawn.", Assert.Single(read.Reports).Report.Text.Trim());
        Assert.Equal(["/robots.txt", "/feed"], server.Asked);
    }

    [Fact]
    public async Task A_whole_report_in_the_feed_is_taken_as_it_is()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
            c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "Ferry sails", FeedText.Long("Ann"), link: server!.At("/page").AbsoluteUri))));
        Assert.Single((await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default)).Reports);
        Assert.DoesNotContain("/page", server.Asked);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_for_the_moment_is_tried_three_times_and_then_the_teaser_is_taken()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
        {
            if (c.Request.Path == "/page")
            {
                c.Response.StatusCode = 500;
                return Task.CompletedTask;
            }

            c.Response.Headers.ETag = "\"same\"";
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"same\"" ? 304 : 200;
            return c.Response.StatusCode == 304 ? Task.CompletedTask : c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "Ferry sails", description: "The ferry has left the harbour.", link: server!.At("/page").AbsoluteUri)));
        });
        FeedState state = FeedState.Of(server.At("/feed").AbsoluteUri);
        for (int i = 1; i <= 3; i++)
        {
            PollResult poll = await Poller().PollAsync(state, default);
            Assert.Equal(i < 3 ? 0 : 1, poll.Reports.Length);
            Assert.True(poll.Succeeded);
            state = WatchJson.ReadFeed(WatchJson.Write(poll.State));
        }

        Assert.Equal(3, server.Asked.Count(a => a == "/page"));
        // Only now that nothing is left may the server say that nothing is new.
        Assert.Empty((await Poller().PollAsync(state, default)).Reports);
    }

    [Theory]
    [InlineData("<!doctype html><html><body><p>Accept cookies.</p></body></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public async Task A_page_that_says_less_than_the_feed_is_no_gain(string page)
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
            c.Response.WriteAsync(c.Request.Path == "/page" ? page : FeedText.Rss("", FeedText.Item("a", "Ferry sails", description: "The ferry has left the harbour at dawn, the port office said.", link: server!.At("/page").AbsoluteUri))));
        PollResult read = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.StartsWith("The ferry has left", Assert.Single(read.Reports).Report.Text.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_alone_leads_to_its_page_and_without_one_is_named()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync(c.Request.Path == "/feed"
            ? FeedText.Rss("", FeedText.Item("a", "Ferry sails", link: server!.At("/page").AbsoluteUri), FeedText.Item("b", "Nothing else", link: server!.At("/pdf").AbsoluteUri))
            : c.Request.Path == "/page" ? Page("Ann") : "%PDF-1.7"));
        PollResult read = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Contains("crossing 16", Assert.Single(read.Reports).Report.Text, StringComparison.Ordinal);
        Assert.Contains(read.Told, t => t.EndsWith("#b: no sentence in it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teaser_whose_link_may_not_be_asked_stays_a_teaser()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
            c.Response.WriteAsync(FeedText.Rss("", FeedText.Item("a", "Ferry sails", description: "The ferry has left the harbour.", link: "http://user:word@127.0.0.1:1/x"))));
        PollResult read = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        Assert.Single(read.Reports);
        Assert.Contains(read.Told, t => t.Contains("name and password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_of_many_teasers_is_taken_in_several_polls()
    {
        LoopbackServer? server = null;
        await using LoopbackServer started = server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"same\"";
            return c.Response.WriteAsync(c.Request.Path == "/feed"
                ? FeedText.Rss("", Enumerable.Range(0, 60).Select(i => FeedText.Item("g" + i, "Ferry " + i, description: "The ferry has left the harbour.", link: server!.At("/page" + i).AbsoluteUri)))
                : Page(c.Request.Path.Value![1..]));
        });
        PollResult first = await Poller().PollAsync(FeedState.Of(server.At("/feed").AbsoluteUri), default);
        PollResult second = await Poller().PollAsync(first.State, default);
        Assert.Equal((50, 10), (first.Reports.Length, second.Reports.Length));
        Assert.Null(first.State.ValidatorAddress);
        Assert.NotNull(second.State.ValidatorAddress);
    }
}
