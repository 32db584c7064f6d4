using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Stemma.Intake.Tests.Web;
using Stemma.Intake.Web;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Watch.Tests;

/// <summary>The whole of watching over a real store and a real server, on the sample of a minister who is said to resign, denies it, and resigns.</summary>
public sealed class WatcherTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("stemma-test-").FullName;
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly List<WatchedReport> reports = [];
    private readonly List<string> trouble = [];
    private readonly List<LoggedAlert> told = [];
    private IStoryStore store = null!;
    private int published;

    private string File => Path.Combine(folder, "s.db");

    public async Task InitializeAsync() => store = await StoryStores.OpenAsync(File, create: true, readOnly: false, default);

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_story_that_grows_over_three_polls_gives_each_change_once_with_words_that_stand_in_the_reports()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 3;
        await WatchAsync(server.At("/feed"));
        StorySummary summary = Assert.Single((await store.StoriesAsync(new StoryQuery { MinReports = 2 }, default)));
        StandingWatch watch = (await Book().AddAsync(new StandingWatch { Id = "", Story = summary.Id, Counts = [4, 6] }, null, default))!;
        Assert.Empty(told);

        ImmutableArray<Alert>.Builder expected = ImmutableArray.CreateBuilder<Alert>();
        StorySnapshot before = StorySnapshot.Of(await PictureAsync(summary.Id), 1);
        foreach (int stage in new[] { 5, 8 })
        {
            published = stage;
            await WatchAsync(server.At("/feed"));
            Story now = await PictureAsync(summary.Id);
            ImmutableArray<Alert> found = AlertFinder.Find(before, now, [4, 6]);
            expected.AddRange(found.Select(a => a with { Watches = [watch.Id] }));
            before = StorySnapshot.Of(now, before.Turn + 1);
            foreach (AlertEvidence evidence in found.SelectMany(a => a.Evidence))
                Assert.Equal(evidence.Quote, now.Reports.Single(r => r.Id == evidence.Report).Body[evidence.Start..evidence.End]);
        }

        Assert.Equal(expected.Select(WatchJson.Write), told.Select(t => WatchJson.Write(t.Alert)));
        Assert.Equal(told.Count, told.Select(t => t.Alert.Key).Distinct().Count());
        // What happened in the sample: a third count of reports, the ministry's denial, and a resignation that is no longer only somebody's word.
        Assert.Equal(["3", "5"], told.Where(t => t.Alert.Kind is AlertKind.Report).Select(t => t.Alert.Before));
        Assert.Contains(told, t => t.Alert.Kind is AlertKind.Denial && t.Alert.Evidence.Any(e => e.Outlet == "Ministry of Housing of Kestria"));
        Assert.Contains(told, t => t.Alert.Kind is AlertKind.Status && t.Alert.After is "confirmed" or "disputed");

        // Nothing new: nothing told, whoever looks again.
        int before8 = told.Count;
        await WatchAsync(server.At("/feed"));
        Assert.Equal(before8, told.Count);
        Assert.Equal(8, reports.Count(r => r.Admission.Kind is StandingKind.New));
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 2;
        await WatchAsync(server.At("/feed"));
        await store.DisposeAsync();
        store = await StoryStores.OpenAsync(File, create: false, readOnly: false, default);
        int asked = server.Asked.Count(a => a == "/feed");

        // Not due yet: nothing is asked.
        await WatchAsync(server.At("/feed"), advance: TimeSpan.FromMinutes(1));
        Assert.Equal(asked, server.Asked.Count(a => a == "/feed"));

        // Due, without being named: the store knows its feeds.
        published = 3;
        await WatchAsync(null, advance: TimeSpan.FromHours(1));
        Assert.Equal(3, reports.Count);
    }

    [Fact]
    public async Task Killed_between_poll_and_delivery_nothing_is_lost_and_nothing_doubled()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 3;
        await WatchAsync(server.At("/feed"));
        StorySummary summary = Assert.Single(await store.StoriesAsync(new StoryQuery { MinReports = 2 }, default));
        await Book().AddAsync(new StandingWatch { Id = "", Story = summary.Id }, null, default);
        published = 8;
        clock.Advance(TimeSpan.FromHours(1));

        // Dies behind the poll: reports are kept, the feed's state is not. Then behind the first alert. Then before any delivery.
        await Assert.ThrowsAsync<InvalidOperationException>(() => WatchAsync(server.At("/feed"), advance: TimeSpan.Zero, onReport: _ => throw new InvalidOperationException("killed")));
        await WeighAndDieAsync(summary.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => WatchAsync(server.At("/feed"), advance: TimeSpan.Zero, send: (_, _) => throw new InvalidOperationException("killed")));
        Assert.Empty(told);

        await WatchAsync(server.At("/feed"), advance: TimeSpan.Zero);
        ImmutableArray<LoggedAlert> kept = await new AlertLog(store.Watch).AfterAsync(0, 1000, default);
        Assert.NotEmpty(kept);
        Assert.Equal(kept.Select(k => k.Number), told.Select(t => t.Number));
        Assert.Equal(told.Count, told.Select(t => (t.Alert.Kind, t.Alert.Statement, t.Alert.Before, t.Alert.After)).Distinct().Count());
        Assert.Contains(told, t => t.Alert.Kind is AlertKind.Report && t.Alert.Before == "3" && t.Alert.After == "8");
    }

    [Fact]
    public async Task A_search_is_told_of_new_stories_and_of_what_changes_in_them()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 0;
        await WatchAsync(server.At("/other"));
        await Book().AddAsync(new StandingWatch { Id = "", Person = "Tomas Verel" }, null, default);
        await WatchAsync(server.At("/other"));
        Assert.Empty(told);

        published = 3;
        await WatchAsync(server.At("/feed"));
        Assert.Equal((AlertKind.Report, "0", "3"), (told.Single().Alert.Kind, told.Single().Alert.Before, told.Single().Alert.After));
        published = 5;
        await WatchAsync(server.At("/feed"));
        Assert.Contains(told, t => t.Alert.Kind is AlertKind.Denial);
        Assert.All(told, t => Assert.DoesNotContain("ferry", t.Alert.Title, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_watched_claim_is_told_of_and_others_are_not()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 3;
        await WatchAsync(server.At("/feed"));
        StorySummary summary = Assert.Single(await store.StoriesAsync(new StoryQuery { MinReports = 2 }, default));
        Story then = await PictureAsync(summary.Id);
        published = 8;
        // Which claim will change is learnt from a copy of the store, weighed beside it.
        await store.BackupAsync(Path.Combine(folder, "copy.db"), default);
        ImmutableArray<Alert> all;
        await using (IStoryStore copy = await StoryStores.OpenAsync(Path.Combine(folder, "copy.db"), create: false, readOnly: false, default))
        {
            IStoryStore own = store;
            store = copy;
            await WatchAsync(server.At("/feed"));
            all = AlertFinder.Find(StorySnapshot.Of(then, 1), await PictureAsync(summary.Id), []);
            store = own;
        }

        Alert changed = all.First(a => a.Kind is AlertKind.Status);
        Story after = await PictureAsync(summary.Id);
        string claim = after.Claims.First(c => c.Statement == changed.Statement || changed.Statement!.Contains(c.Statement.TrimEnd('.'), StringComparison.Ordinal)).Id;
        StandingWatch? watch = await Book().AddAsync(new StandingWatch { Id = "", Story = summary.Id }, claim, default);
        Assert.NotNull(watch);
        told.Clear();
        await WatchAsync(server.At("/feed"));
        Assert.NotEmpty(told);
        Assert.True(told.Count < all.Length);
        Assert.DoesNotContain(told, t => t.Alert.Kind is AlertKind.Report);
        Assert.Contains(told, t => t.Alert.Kind is AlertKind.Status && t.Alert.After == changed.After);
    }

    [Fact]
    public async Task Feeds_that_cannot_be_read_are_named_with_their_reason_and_the_rest_goes_on()
    {
        await using LoopbackServer server = await ServeAsync();
        published = 2;
        await WatchAsync(server.At("/opml"));
        Assert.Equal(3, reports.Count); // two of the story, and the ferry
        Assert.Contains(trouble, t => t.StartsWith(server.At("/broken").AbsoluteUri + ": ", StringComparison.Ordinal) && t.Contains("500", StringComparison.Ordinal));
        Assert.Contains(trouble, t => t.StartsWith(server.At("/page").AbsoluteUri + ": no feed", StringComparison.Ordinal));
        Assert.Contains(trouble, t => t.StartsWith(server.At("/gone").AbsoluteUri + ": ", StringComparison.Ordinal) && t.Contains("polled no more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_polls_on_and_on_at_its_interval_and_ends_when_its_time_is_over()
    {
        await using LoopbackServer server = await ServeAsync();
        List<DateTimeOffset> polls = [];
        using WebFetcher fetcher = new(new WebOptions { AllowPrivate = true, Pause = TimeSpan.Zero, MaxWait = TimeSpan.Zero }, clock);
        DateTimeOffset start = clock.GetUtcNow();
        WatchSettings settings = new() { Feeds = [server.At("/feed").AbsoluteUri], Interval = TimeSpan.FromMinutes(30), For = TimeSpan.FromHours(3) };
        published = 1;
        await new Watcher(store, fetcher, clock, settings, [], new WatchVoice(r => reports.Add(r), trouble.Add)).RunAsync(default);
        Assert.InRange(server.Asked.Count(a => a == "/feed"), 5, 7); // 3 hours, each half hour, a tenth more each time
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromHours(3), TimeSpan.FromHours(3.1));
        Assert.Single(reports);
    }

    /// <summary>One round, after an hour.</summary>
    private async Task WatchAsync(Uri? feed, TimeSpan? advance = null, Action<WatchedReport>? onReport = null, Func<LoggedAlert, CancellationToken, Task>? send = null)
    {
        clock.Advance(advance ?? TimeSpan.FromHours(1));
        using WebFetcher fetcher = new(new WebOptions { AllowPrivate = true, Pause = TimeSpan.Zero, MaxWait = TimeSpan.Zero }, clock);
        AlertCourier courier = new("test", store.Watch, clock, send ?? ((alert, _) =>
        {
            told.Add(alert);
            return Task.CompletedTask;
        }));
        WatchSettings settings = new() { Feeds = feed is null ? [] : [feed.AbsoluteUri], Once = true, FollowLinks = false };
        await new Watcher(store, fetcher, clock, settings, [courier], new WatchVoice(onReport ?? reports.Add, trouble.Add)).RunAsync(default);
    }

    private WatchBook Book() => new(store, new StoryWeigher(store, new ReportReading()), clock);

    private async Task<Story> PictureAsync(string id) => (await new StoryWeigher(store, new ReportReading()).PictureAsync(id, default))!;

    /// <summary>As if killed after some of the alerts were kept and before the rest was.</summary>
    private async Task WeighAndDieAsync(string story)
    {
        StorySnapshot before = WatchJson.ReadSnapshot((await store.Watch.FeedsAsync(default)).Single(f => f.Url == "snapshot " + story).State);
        Alert first = AlertFinder.Find(before, await PictureAsync(story), StandingWatch.DefaultCounts)[0];
        Assert.True(await store.Watch.AddAlertAsync(first.Key, WatchJson.Write(first), clock.GetUtcNow(), default));
    }

    private async Task<LoopbackServer> ServeAsync()
    {
        JsonElement[] sample = [.. System.IO.File.ReadLines(Path.Combine(Checkout.Root, "samples", "minister", "reports.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)];
        LoopbackServer? server = null;
        return server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.StatusCode = c.Request.Path.Value switch { "/broken" => 500, "/gone" => 410, _ => 200 };
            return c.Response.WriteAsync(c.Request.Path.Value switch
            {
                "/feed" => FeedText.Rss("", sample.Take(published).Select(Item)),
                "/other" => FeedText.Rss("", FeedText.Item("ferry", "Ferry sails", FeedText.Long("Ann"), source: "Coast Daily")),
                "/opml" => $"<?xml version=\"1.0\"?><opml version=\"2.0\"><head/><body>{string.Concat(new[] { "/feed", "/broken", "/page", "/gone", "/other" }.Select(p => $"<outline type=\"rss\" xmlUrl=\"{server!.At(p)}\"/>"))}</body></opml>",
                _ => "<!doctype html><html><body><p>This is a page of a paper, and no feed.</p></body></html>",
            });
        });
    }

    private static string Item(JsonElement report)
    {
        string? Field(string name) => report.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        string text = Field("html") ?? string.Concat(Field("text")!.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
        string? published = Field("published") is { } time ? DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToString("r", System.Globalization.CultureInfo.InvariantCulture) : null;
        return FeedText.Item(Field("id")!, Field("title")!, text, link: Field("url"), source: Field("outlet"), published: published);
    }
}
