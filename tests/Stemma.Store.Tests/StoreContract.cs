using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store.Tests;

/// <summary>What every store does, whatever database is behind it.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private IStoryStore? store;

    /// <summary>A new, empty store.</summary>
    protected abstract Task<IStoryStore> CreateAsync();

    /// <summary>The same store, opened once more.</summary>
    protected abstract Task<IStoryStore> ReopenAsync();

    private IStoryStore Store => store!;

    private Ingester NewIngester() => new(Store, TimeProvider.System);

    public async Task InitializeAsync() => store = await CreateAsync();

    public virtual async Task DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
    }

    [StoreFact]
    public async Task A_report_is_kept_with_its_bytes_its_receipt_and_its_digest()
    {
        await AddAsync(Some.Bridge);

        StoredReport kept = (await Store.ReportAsync(Some.Id(Some.Bridge), default))!;
        Assert.Equal(Some.Reading.Clean(Some.Bridge).Body, kept.Report.Body);
        Assert.Equal(ReportForm.Digest(kept.Report), kept.Digest);
        Receipt receipt = Assert.Single(await Store.ReceiptsAsync(kept.Report.Id, default));
        Assert.Equal("as it came: " + Some.Bridge.Text, System.Text.Encoding.UTF8.GetString((await Store.BytesAsync(receipt.Digest, default))!));
        Assert.Equal(("bridge", Some.Noon), (receipt.Input, receipt.Received));
        Assert.Null(await Store.ReportAsync("r0", default));
        Assert.Null(await Store.BytesAsync("sha256:0", default));
    }

    [StoreFact]
    public async Task Adding_the_same_report_twice_keeps_one_and_tells_so()
    {
        await AddAsync(Some.Bridge);
        ImmutableArray<Admission> again = await AddAsync(Some.Bridge with { Input = "elsewhere" }, Some.Festival, Some.Festival);

        Assert.Equal([StandingKind.Known, StandingKind.New, StandingKind.Known], again.Select(a => a.Kind));
        Assert.Equal(2, (await Store.CountsAsync(default)).Reports);
        Assert.Equal(["bridge", "elsewhere"], (await Store.ReceiptsAsync(Some.Id(Some.Bridge), default)).Select(r => r.Input).Order());
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task Many_reports_in_one_step_are_all_kept_as_they_are()
    {
        RawReport[] many = [.. Enumerable.Range(0, 40).Select(i => Some.Raw($"n{i}", "Outlet " + i, $"Boat {i} lost", "2026-05-04", $"A boat with {i + 2} people was lost off Cape Norven on Monday, the coastguard said."))];
        Assert.All(await AddAsync(many), a => Assert.Equal(StandingKind.New, a.Kind));

        foreach (RawReport raw in many)
        {
            StoredReport kept = (await Store.ReportAsync(Some.Id(raw), default))!;
            Assert.Equal((raw.Input, raw.Outlet), (kept.Report.Input, kept.Report.Outlet));
            Assert.Equal([raw.Input], (await Store.SearchAsync(new ReportQuery { Outlet = raw.Outlet, Text = "coastguard" }, default)).Select(h => h.Input));
        }

        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task Reports_of_one_event_make_one_story_also_when_the_program_starts_anew_between_them()
    {
        await AddAsync(Some.Bridge);
        await AddAsync(Some.Festival);
        store = await ReplaceAsync();
        ImmutableArray<Admission> last = await AddAsync(Some.BridgeAgain);

        Assert.Equal("s-" + Some.Id(Some.Bridge), last[0].Story);
        Assert.Equal([2, 1], (await Store.StoriesAsync(new StoryQuery(), default)).Select(s => s.Reports));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task A_later_version_of_an_item_replaces_the_earlier_one_which_is_kept()
    {
        RawReport first = Some.Bridge with { Url = "https://wire.example/bridge" };
        RawReport second = first with { Text = first.Text + " The bridge stays closed, she said.", Updated = Time("2026-05-04T09:00:00Z") };
        await AddAsync(first);
        await AddAsync(Some.BridgeAgain);
        Admission admission = Assert.Single(await AddAsync(second));

        Assert.Equal(StandingKind.Revision, admission.Kind);
        StoredReport now = (await Store.ReportAsync(Some.Id(second), default))!;
        Assert.Equal(2, now.Revision);
        StoredReport earlier = Assert.Single(await Store.RevisionsAsync(Some.Id(second), default));
        Assert.Equal(Some.Id(first), earlier.Report.Id);
        Assert.Null(await Store.ReportAsync(Some.Id(first), default));
        Story story = await PictureAsync(now.Story);
        Assert.Equal(2, story.Reports.Length);
        Assert.Contains(story.Reports, r => r.Body.Contains("stays closed", StringComparison.Ordinal));

        // The overtaken version may come again: it is known, and it does not come back.
        Assert.Equal(StandingKind.Known, (await AddAsync(first))[0].Kind);
        Assert.Equal(2, (await Store.CountsAsync(default)).Reports);
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task An_earlier_version_that_comes_late_does_not_replace_the_later_one()
    {
        RawReport first = Some.Bridge with { Url = "https://wire.example/bridge", Updated = Time("2026-05-03T23:00:00Z") };
        RawReport second = first with { Text = first.Text + " The bridge stays closed, she said.", Updated = Time("2026-05-04T09:00:00Z") };
        await AddAsync(second);
        await AddAsync(first);

        Assert.NotNull(await Store.ReportAsync(Some.Id(second), default));
        Assert.Null(await Store.ReportAsync(Some.Id(first), default));
        Assert.Equal(StandingKind.Known, (await AddAsync(first))[0].Kind);
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task Only_the_story_that_grew_is_weighed()
    {
        await AddAsync(Some.Bridge, Some.Festival);
        StoryWeigher weigher = new(Store, Some.Reading);
        Assert.Equal(2, await weigher.WeighStaleAsync(2, default));
        Assert.Empty(await Store.StaleAsync(default));

        await AddAsync(Some.BridgeAgain);

        Assert.Equal(["s-" + Some.Id(Some.Bridge)], (await Store.StaleAsync(default)).ToArray());
        Assert.Equal(1, await weigher.WeighStaleAsync(2, default));
        Assert.Equal(2, (await PictureAsync("s-" + Some.Id(Some.Bridge))).Reports.Length);
    }

    [StoreFact]
    public async Task The_picture_of_a_stored_story_is_that_of_the_reports_themselves()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain);
        Story stored = await PictureAsync("s-" + Some.Id(Some.Bridge));
        Picture direct = new Analyst().Analyse([Some.Bridge, Some.BridgeAgain], [], new AnalysisOptions(), default);

        Assert.Equal(PictureJson.Write(direct), PictureJson.Write(new Picture("1", [stored], [])));
        StoredPicture kept = (await Store.PictureAsync(stored.Id, default))!;
        Assert.Equal(PictureJson.Write(direct), PictureJson.Write(new Picture("1", [kept.Story], [])));
    }

    [StoreFact]
    public async Task A_picture_of_a_story_that_has_grown_meanwhile_is_not_kept_as_new()
    {
        await AddAsync(Some.Bridge);
        string id = "s-" + Some.Id(Some.Bridge);
        StoryMembers before = (await Store.MembersAsync(id, default))!;
        Story story = await PictureAsync(id);
        await AddAsync(Some.BridgeAgain);

        Assert.False(await Store.SavePictureAsync(story, before.Version, "x", ImmutableDictionary<string, ImmutableArray<string>>.Empty, default));
        Assert.Contains(id, await Store.StaleAsync(default));
    }

    [StoreFact]
    public async Task What_an_older_engine_read_is_read_again_when_its_story_is_weighed()
    {
        await AddAsync(Some.Bridge, Some.Festival);
        await Store.UpdateReadingAsync(Some.Id(Some.Bridge), Some.Reading.Annotate(Some.Reading.Clean(Some.Festival)), "language/0", default);
        Story story = await PictureAsync("s-" + Some.Id(Some.Bridge));

        Assert.Contains(story.Entities, e => e.Name == "Gudrun Veel");
        Assert.All((await Store.MembersAsync(story.Id, default))!.Members, m => Assert.Equal(Some.Reading.Stages, m.Stages));
    }

    [StoreFact]
    public async Task Reports_are_found_by_words_names_outlet_origin_and_time()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain, Some.Festival);
        await new StoryWeigher(Store, Some.Reading).WeighStaleAsync(1, default);

        Assert.Equal(["again", "bridge"], await FindAsync(new ReportQuery { Text = "bridge lorry" }));
        Assert.Equal(["bridge"], await FindAsync(new ReportQuery { Text = "bridge \"gave way\" inspected" }));
        Assert.Equal(["again"], await FindAsync(new ReportQuery { Text = "Osterbro -inspected" }));
        Assert.Equal(["festival"], await FindAsync(new ReportQuery { Text = "elan BRASS" }));
        Assert.Equal(["again", "bridge"], await FindAsync(new ReportQuery { Person = "per aksdal" }));
        Assert.Equal(["festival"], await FindAsync(new ReportQuery { Place = "Tangen" }));
        Assert.Equal(["again"], await FindAsync(new ReportQuery { Person = "Per Aksdal", Outlet = "hallin courier" }));
        Assert.Equal(["again", "bridge"], await FindAsync(new ReportQuery { Origin = "Gudrun Veel" }));
        Assert.Equal(["bridge", "festival"], await FindAsync(new ReportQuery { Until = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero) }));
        Assert.Equal(["again"], await FindAsync(new ReportQuery { From = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero) }));
        ReportHit first = (await Store.SearchAsync(new ReportQuery { Limit = 1 }, default))[0];
        Assert.Equal(2, (await Store.SearchAsync(new ReportQuery { Before = first.Mark }, default)).Length);
    }

    [StoreFact]
    public async Task Whatever_is_typed_into_a_search_field_is_words_and_never_syntax()
    {
        await AddAsync(Some.Bridge);
        foreach (string text in new[]
        {
            "'; DROP TABLE reports; --", "\" OR 1=1", "NEAR(bridge lorry) AND (NOT", "words:bridge*^ {x} : | & ! <->", "\0bridge\ud800", "AND OR NOT", "--", "((((((((((", "a'b\\c",
        })
        {
            await Store.SearchAsync(new ReportQuery { Text = text }, default);
            foreach (ReportQuery query in new ReportQuery[] { new() { Person = text }, new() { Organisation = text }, new() { Place = text }, new() { Origin = text }, new() { Outlet = text } })
                Assert.Empty(await Store.SearchAsync(query, default));
        }

        Assert.Equal(1, (await Store.CountsAsync(default)).Reports);
    }

    [StoreFact]
    public async Task Hostile_text_in_a_report_is_kept_and_found_as_text()
    {
        RawReport hostile = Some.Raw("x'); DELETE FROM reports; --", "Outlet \" OR '1'='1", "Robert'); DROP TABLE stories;--", null,
            "The clerk wrote '); DROP TABLE reports; -- into the form on Monday. Nobody \0 at the town hall of Hallin noticed it, he said.");
        await AddAsync(hostile);

        Assert.Single(await Store.SearchAsync(new ReportQuery { Text = "drop table reports", Outlet = "outlet \" or '1'='1" }, default));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task Two_ingesters_at_once_lose_nothing_and_double_nothing()
    {
        RawReport[] all = [.. Enumerable.Range(0, 24).Select(i => Some.Raw($"n{i}", "Outlet " + i % 3, $"Boat {i} lost off Cape {(char)('A' + i % 8)}rven", "2026-05-04", $"A boat with {i + 2} people was lost off Cape {(char)('A' + i % 8)}rven on Monday, the coastguard of {(char)('A' + i % 8)}rven said."))];
        NewReport[] read = [.. all.Select(r => Some.New(r))];
        await Task.WhenAll(Enumerable.Range(0, 3).Select(worker => Task.Run(async () =>
        {
            Ingester ingester = NewIngester();
            for (int i = 0; i < read.Length; i++)
                await ingester.AddAsync([read[(i + worker * 8) % read.Length]], default);
        })));

        Assert.Equal(24, (await Store.CountsAsync(default)).Reports);
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task A_backup_made_while_reports_come_in_is_a_store_by_itself()
    {
        using TemporaryFolder folder = new();
        await AddAsync(Some.Bridge, Some.BridgeAgain);
        string copy = Path.Combine(folder.Path, "copy.db");
        await Task.WhenAll(Store.BackupAsync(copy, default), Task.Run(() => AddAsync(Some.Festival)));

        await using IStoryStore opened = await StoryStores.OpenAsync(copy, create: false, readOnly: true, default);
        Assert.InRange((await opened.CountsAsync(default)).Reports, 2, 3);
        Assert.NotEmpty(await opened.SearchAsync(new ReportQuery { Text = "osterbro" }, default));
        await foreach (StoreFault fault in opened.VerifyAsync(default))
            Assert.Fail($"{fault.What}: {fault.Fault}");
        await Assert.ThrowsAsync<StoreException>(() => Store.BackupAsync(copy, default));
    }

    [StoreFact]
    public async Task Compacting_changes_nothing_but_the_space()
    {
        await AddAsync(Some.Bridge, Some.Festival);
        await Store.ForgetAsync(new ForgetRequest { Reports = [Some.Id(Some.Bridge)], Who = "ana", When = Some.Noon }, default);
        await Store.CompactAsync(default);

        Assert.Equal(["festival"], await FindAsync(new ReportQuery { Text = "herring" }));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task What_watching_keeps_is_there_the_next_time()
    {
        await Store.Watch.SaveFeedAsync("https://a.example/feed", "{}", Some.Noon.AddHours(1), default);
        await Store.Watch.SaveFeedAsync("https://b.example/feed", "{}", Some.Noon, default);
        await Store.Watch.SaveFeedAsync("https://a.example/feed", "{\"etag\":1}", Some.Noon.AddHours(-1), default);
        await Store.Watch.SaveWatchAsync("w1", "{\"story\":\"s\"}", default);
        await Store.Watch.SaveWatchAsync("w2", "{}", default);
        await Store.Watch.SaveWatchAsync("w2", null, default);
        Assert.True(await Store.Watch.AddAlertAsync("a1", "{}", Some.Noon, default));
        Assert.False(await Store.Watch.AddAlertAsync("a1", "{}", Some.Noon, default));
        Assert.True(await Store.Watch.AddAlertAsync("a2", "{}", Some.Noon, default));

        store = await ReplaceAsync();
        Assert.Equal([("https://a.example/feed", "{\"etag\":1}"), ("https://b.example/feed", "{}")], (await Store.Watch.FeedsAsync(default)).Select(f => (f.Url, f.State)));
        Assert.Equal([("w1", "{\"story\":\"s\"}")], (await Store.Watch.WatchesAsync(default)).ToArray());
        Assert.Single(await Store.Watch.AlertsAsync(1, 10, default));
    }

    private async Task<ImmutableArray<Admission>> AddAsync(params RawReport[] reports) => await NewIngester().AddAsync([.. reports.Select(r => Some.New(r))], default);

    private async Task<Story> PictureAsync(string story) => (await new StoryWeigher(Store, Some.Reading).PictureAsync(story, default))!;

    private async Task<string[]> FindAsync(ReportQuery query) => [.. (await Store.SearchAsync(query, default)).Select(h => h.Input).Order(StringComparer.Ordinal)];

    private async Task<IStoryStore> ReplaceAsync()
    {
        await Store.DisposeAsync();
        return await ReopenAsync();
    }

    private async Task AssertSoundAsync()
    {
        await foreach (StoreFault fault in Store.VerifyAsync(default))
            Assert.Fail($"{fault.What}: {fault.Fault}");
    }

    private static ReportTime? Time(string text) => ReportTime.TryParse(text, out ReportTime time) ? time : null;
}
