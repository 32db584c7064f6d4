using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Store.Tests;

/// <summary>What a server asks of a store, over and over.</summary>
public abstract partial class StoreContract
{
    [StoreFact]
    public async Task A_storys_version_rises_when_it_grows_and_when_it_is_corrected()
    {
        string story = (await AddAsync(Some.Bridge))[0].Story!;
        StoryVersion first = (await Store.VersionAsync(story, default))!;
        Assert.Equal((story, true), (first.Id, first.IsStale));
        await new StoryWeigher(Store, Some.Reading).WeighStaleAsync(1, default);
        Assert.Equal(first with { IsStale = false }, await Store.VersionAsync(story, default));

        await AddAsync(Some.BridgeAgain, Some.Festival);
        StoryVersion grown = (await Store.VersionAsync(story, default))!;
        Assert.True(grown.Version > first.Version && grown.IsStale);
        await Store.AddCorrectionsAsync([Some.Correct("c1", CorrectionKind.Rename, CorrectionTarget.Outlet, new CorrectionAnchor { Name = "Skerry Wire" }) with { To = "Skerry" }], default);
        Assert.True((await Store.VersionAsync(story, default))!.Version > grown.Version);
        Assert.Null(await Store.VersionAsync("s-none", default));
    }

    [StoreFact]
    public async Task Marks_rise_with_what_they_count_and_rest_otherwise()
    {
        StoreMarks empty = await Store.MarksAsync(default);
        await AddAsync(Some.Bridge);
        StoreMarks one = await Store.MarksAsync(default);
        Assert.True(one.Reports > empty.Reports && one.Grouping > empty.Grouping);
        Assert.Equal((empty.Corrections, empty.Alerts), (one.Corrections, one.Alerts));
        Assert.Equal(one.Reports, (await Store.SearchAsync(new ReportQuery { Limit = 1 }, default))[0].Mark);

        await Store.AddCorrectionsAsync([Some.Correct("c1", CorrectionKind.Rename, CorrectionTarget.Outlet, new CorrectionAnchor { Name = "Skerry Wire" }) with { To = "Skerry" }], default);
        await Store.Watch.AddAlertAsync("a", "{}", Some.Noon, default);
        StoreMarks more = await Store.MarksAsync(default);
        Assert.Equal((one.Reports, one.Corrections + 1, one.Alerts + 1), (more.Reports, more.Corrections, more.Alerts));
        Assert.Equal(more, await Store.MarksAsync(default));
    }

    [StoreFact]
    public async Task Names_are_listed_in_order_page_by_page_whatever_they_begin_with()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain, Some.Festival);
        Assert.Equal([("coast weekly", 1L), ("hallin courier", 1L), ("skerry wire", 1L)], (await Store.NamesAsync("outlet", null, null, 10, default)).Select(n => (n.Name, n.Reports)));
        Assert.Equal(["hallin courier"], (await Store.NamesAsync("outlet", "HÄLLIN c", null, 10, default)).Select(n => n.Name));
        Assert.Equal(["hallin courier", "skerry wire"], (await Store.NamesAsync("outlet", null, "coast weekly", 10, default)).Select(n => n.Name));
        Assert.Empty(await Store.NamesAsync("outlet", "%", null, 10, default));

        ImmutableArray<NameCount> people = await Store.NamesAsync("person", null, null, 1000, default);
        Assert.Contains(new NameCount("per aksdal", 2), people);
        List<NameCount> paged = [];
        for (string? after = null; ; after = paged[^1].Name)
        {
            ImmutableArray<NameCount> page = await Store.NamesAsync("person", null, after, 1, default);
            if (page.IsEmpty)
                break;
            paged.AddRange(page);
        }

        Assert.Equal<IEnumerable<NameCount>>(people, paged);
        Assert.Equal(people.Select(n => n.Name).Order(StringComparer.Ordinal), people.Select(n => n.Name));
    }

    [StoreFact]
    public async Task Reports_of_one_story_and_stories_by_id_are_found_alone()
    {
        ImmutableArray<Admission> added = await AddAsync(Some.Bridge, Some.BridgeAgain, Some.Festival);
        (string bridge, string festival) = (added[0].Story!, added[2].Story!);
        Assert.NotEqual(bridge, festival);
        ImmutableArray<ReportHit> own = await Store.SearchAsync(new ReportQuery { Story = bridge }, default);
        Assert.Equal(2, own.Length);
        Assert.Equal(own[0].Id, Assert.Single(await Store.SearchAsync(new ReportQuery { Story = bridge, Text = "weld", After = own[1].Mark }, default)).Id);
        Assert.Empty(await Store.SearchAsync(new ReportQuery { Story = festival, Text = "weld" }, default));

        Assert.Equal([festival], (await Store.StoriesAsync(new StoryQuery { Ids = [festival, "s-none"] }, default)).Select(s => s.Id));
        Assert.Empty(await Store.StoriesAsync(new StoryQuery { Ids = [] }, default));
        Assert.Empty(await Store.StoriesAsync(new StoryQuery { Ids = [festival], MinReports = 2 }, default));
    }

    [StoreFact]
    public async Task A_weigher_that_may_not_keep_draws_the_same_and_keeps_nothing()
    {
        string story = (await AddAsync(Some.Bridge))[0].Story!;
        Story drawn = (await new StoryWeigher(Store, Some.Reading) { Keeps = false }.PictureAsync(story, default))!;
        Assert.Null(await Store.PictureAsync(story, default));
        Assert.True((await Store.VersionAsync(story, default))!.IsStale);
        Story kept = (await new StoryWeigher(Store, Some.Reading).PictureAsync(story, default))!;
        Assert.Equal(PictureJson.Write(new Picture("1", [kept], [])), PictureJson.Write(new Picture("1", [drawn], [])));
    }
}
