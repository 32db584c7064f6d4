using Stemma.Browser.Tests.Harness;
using Stemma.Browser.Tests.Records;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Browser.Tests.Large;

/// <summary>A server with a story of 50 reports as it was weighed, and one of 1,000 made of it.</summary>
public sealed class LargeDesk : IAsyncLifetime
{
    public const int Reports = 50;
    private const int Times = 20;
    private Served? served;

    public Served Served => served ?? throw new InvalidOperationException("There is no browser, so no server was started: the test should have been skipped.");

    /// <summary>The story of 50 reports.</summary>
    public Story Fifty { get; private set; } = null!;

    /// <summary>The story of 1,000 reports; its largest claim has some hundreds of assertions.</summary>
    public Story Thousand { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Machine.Browser is null)
            return;
        served = await Served.OverAsync([.. InventedStory.Reports(Reports), RecordsDesk.Raw("seed", "Tangen Post", "Herring festival breaks record", "2026-01-02T20:00:00Z",
            "The herring festival in Tangen drew record crowds on Saturday. Children queued for smoked fish, festival director Ella Brass said.")]);
        StoryWeigher weigher = new(served.Store, RecordsDesk.Reading);
        string[] stories = [.. (await served.Store.StoriesAsync(new StoryQuery(), default)).OrderByDescending(s => s.Reports).Select(s => s.Id)];
        string seed = (await served.Store.SearchAsync(new ReportQuery { Outlet = "Tangen Post" }, default))[0].Story;

        // Grouping may see two events in the mixture: it is said to be one.
        string[] members = [.. (await Task.WhenAll(stories.Where(s => s != seed).Select(s => served.Store.MembersAsync(s, default)))).SelectMany(m => m!.Members).Select(m => m.Report.Id)];
        if (stories.Length > 2)
            await served.Store.AddCorrectionsAsync([new Correction { Id = "merge", Kind = CorrectionKind.Merge, Target = CorrectionTarget.Story, What = [.. members.Select(m => new CorrectionAnchor { Report = m })], Who = "test", When = DateTimeOffset.UnixEpoch.AddDays(20_000) }], default);
        await weigher.WeighStaleAsync(Environment.ProcessorCount, default);
        Fifty = (await weigher.PictureAsync((await served.Store.ReportAsync(members[0], default))!.Story, default))!;
        Thousand = InventedStory.Multiplied(Fifty, Times, seed);
        Assert.True(await served.Store.SavePictureAsync(Thousand, (await served.Store.MembersAsync(seed, default))!.Version, weigher.Stages, new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>>(), default));
    }

    public async Task DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }
}
