using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Store.Tests;

/// <summary>What people do to a store: forgetting and corrections.</summary>
public abstract partial class StoreContract
{
    [StoreFact]
    public async Task A_forgotten_report_is_gone_with_all_that_was_drawn_from_it_and_does_not_come_back()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain);
        string story = "s-" + Some.Id(Some.Bridge);
        await Store.AddCorrectionsAsync([Some.Correct("k1", CorrectionKind.Reject, CorrectionTarget.Claim, Some.Place(Some.Bridge, "inspected in May"))], default);
        await PictureAsync(story);
        string digest = (await Store.ReceiptsAsync(Some.Id(Some.Bridge), default))[0].Digest;

        Assert.Equal([Some.Id(Some.Bridge)], (await Store.ForgetAsync(new ForgetRequest { Reports = [Some.Id(Some.Bridge)], Who = "ana", Why = "asked to", When = Some.Noon }, default)).ToArray());

        Assert.Null(await Store.ReportAsync(Some.Id(Some.Bridge), default));
        Assert.Null(await Store.BytesAsync(digest, default));
        Assert.Null(await Store.PictureAsync(story, default));
        Assert.Empty(await Store.CorrectionsAsync(default));
        Assert.Empty(await FindAsync(new ReportQuery { Text = "inspected" }));
        Story left = await PictureAsync(story);
        Assert.DoesNotContain("inspected in May", PictureJson.Write(new Picture("1", [left], [])), StringComparison.Ordinal);
        Assert.Equal(Some.Id(Some.BridgeAgain), Assert.Single(left.Reports).Id);

        Admission refused = Assert.Single(await AddAsync(Some.Bridge));
        Assert.Equal(StandingKind.Forgotten, refused.Kind);
        Assert.Equal((Some.Noon, "ana", "asked to"), (refused.Forgotten!.When, refused.Forgotten.Who, refused.Forgotten.Why));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task A_forgotten_outlet_takes_its_reports_along_and_sends_no_more()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain, Some.Festival);
        Assert.Equal([Some.Id(Some.Festival)], (await Store.ForgetAsync(new ForgetRequest { Outlet = "COAST weekly", Who = "ana", When = Some.Noon }, default)).ToArray());

        Assert.Equal(StandingKind.Forgotten, (await AddAsync(Some.Festival with { Text = Some.Festival.Text + " Fish was sold out." }))[0].Kind);
        Assert.Single(await Store.StoriesAsync(new StoryQuery(), default));
        Assert.Equal(["outlet", "report"], (await Store.TombstonesAsync(default)).Select(t => t.Kind));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task What_is_older_than_wanted_is_forgotten_by_age()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain, Some.Festival);
        ImmutableArray<string> gone = await Store.ForgetAsync(new ForgetRequest { Before = new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.Zero), Who = "ana", When = Some.Noon }, default);

        Assert.Equal([Some.Id(Some.Festival)], gone.ToArray());
        Assert.Equal(2, (await Store.CountsAsync(default)).Reports);
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task Corrections_are_kept_once_honoured_at_every_weighing_and_undone()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain);
        string story = "s-" + Some.Id(Some.Bridge);
        string plain = PictureJson.Write(new Picture("1", [await PictureAsync(story)], []));
        Correction reject = Some.Correct("k1", CorrectionKind.Reject, CorrectionTarget.Claim, Some.Place(Some.Bridge, "inspected in May"));

        Assert.Equal(1, await Store.AddCorrectionsAsync([reject, reject], default));
        Assert.Equal(0, await Store.AddCorrectionsAsync([reject], default));
        Assert.DoesNotContain((await PictureAsync(story)).Claims, c => c.Statement.Contains("inspected", StringComparison.Ordinal));

        Correction undo = new() { Id = "k2", Kind = CorrectionKind.Undo, Target = CorrectionTarget.Correction, Undoes = "k1", Who = "ben", When = Some.Noon };
        await Store.AddCorrectionsAsync([undo], default);
        Assert.Equal(plain, PictureJson.Write(new Picture("1", [await PictureAsync(story)], [])));
        Assert.Equal(["k1", "k2"], (await Store.CorrectionsAsync(default)).Select(c => c.Id));
    }

    [StoreFact]
    public async Task Stories_merged_by_hand_stay_merged_when_they_grow()
    {
        await AddAsync(Some.Bridge, Some.Festival);
        string bridge = "s-" + Some.Id(Some.Bridge), festival = "s-" + Some.Id(Some.Festival);
        await Store.AddCorrectionsAsync([Some.Correct("k1", CorrectionKind.Merge, CorrectionTarget.Story, new() { Report = Some.Id(Some.Festival) }, new() { Report = Some.Id(Some.Bridge) })], default);
        await AddAsync(Some.BridgeAgain);

        Assert.Equal(3, Assert.Single(await Store.StoriesAsync(new StoryQuery(), default)).Reports);
        Assert.Equal(festival, await Store.ResolveStoryAsync(bridge, default));
        await AssertSoundAsync();

        await Store.AddCorrectionsAsync([new Correction { Id = "k2", Kind = CorrectionKind.Undo, Target = CorrectionTarget.Correction, Undoes = "k1", Who = "ben", When = Some.Noon }], default);
        Assert.Equal([1, 2], (await Store.StoriesAsync(new StoryQuery(), default)).Select(s => s.Reports).Order());
        Assert.Equal(bridge, await Store.ResolveStoryAsync(bridge, default));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task A_report_split_off_by_hand_stays_apart()
    {
        await AddAsync(Some.Bridge, Some.BridgeAgain);
        await Store.AddCorrectionsAsync([Some.Correct("k1", CorrectionKind.Split, CorrectionTarget.Story, new CorrectionAnchor { Report = Some.Id(Some.BridgeAgain) })], default);
        await AddAsync(Some.Festival);

        Assert.Equal(3, (await Store.StoriesAsync(new StoryQuery(), default)).Length);
        Assert.Equal("s-" + Some.Id(Some.BridgeAgain), (await Store.ReportAsync(Some.Id(Some.BridgeAgain), default))!.Story);
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task A_story_that_was_rejected_is_not_listed()
    {
        await AddAsync(Some.Bridge, Some.Festival);
        await Store.AddCorrectionsAsync([Some.Correct("k1", CorrectionKind.Reject, CorrectionTarget.Story, new CorrectionAnchor { Report = Some.Id(Some.Festival) })], default);
        await new StoryWeigher(Store, Some.Reading).WeighStaleAsync(1, default);

        Assert.Equal("s-" + Some.Id(Some.Bridge), Assert.Single(await Store.StoriesAsync(new StoryQuery(), default)).Id);
    }
}
