using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Web.Pages.Stories.Drawing;
using Stemma.Web.Pages.Stories.Telling;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reading;

/// <summary>A story as pages read it: its parts by their ids, and what is counted over the whole.</summary>
public sealed class PageStory
{
    private readonly StoryLookup lookup;
    private readonly Lazy<ImmutableArray<Voices>> voices;
    private readonly Lazy<ILookup<string, Assertion>> byReport;
    private readonly Lazy<Dictionary<Point, Difference>> disputes;
    private readonly Lazy<ImmutableArray<Difference>> untold;
    private readonly Lazy<ImmutableArray<SharedQuote>> quotes;
    private readonly Lazy<ImmutableArray<OriginReach>> origins;
    private readonly ConcurrentDictionary<Point, string> statuses = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<int, LineageRows> layouts = new();
    private readonly ConcurrentDictionary<(LineageRows Layout, int Most), ImmutableArray<OriginFeed>> feeds = new();

    /// <param name="tag">The same as long as the picture is; null for one that is never drawn again.</param>
    public PageStory(Story story, string? tag = null)
    {
        Tag = tag;
        ArgumentNullException.ThrowIfNull(story);
        lookup = new StoryLookup(story);
        Index = new StoryIndex(lookup);
        byReport = new Lazy<ILookup<string, Assertion>>(() => story.Assertions.ToLookup(a => a.Report, StringComparer.Ordinal));
        voices = new Lazy<ImmutableArray<Voices>>(() => VoicesOverTime.Of(story));
        disputes = new Lazy<Dictionary<Point, Difference>>(() => DisputesOf(lookup));
        untold = new Lazy<ImmutableArray<Difference>>(() => Untold(story, [.. disputes.Value.Values.Select(d => d.Id)]));
        quotes = new Lazy<ImmutableArray<SharedQuote>>(() => SharedQuotes.Of(story));
        origins = new Lazy<ImmutableArray<OriginReach>>(() => OriginReach.Of(story));
        (OriginsAtLeast, OriginsAtMost) = StoryCounts.Origins(story);
        Standing = [.. story.Reports.Where(r => r.Status is not ReportStatus.Withdrawn)];
        Times = [.. story.Reports.Select(r => r.Published).OfType<ReportTime>().Distinct()];
        Outlets = Standing.Select(r => r.Outlet ?? "\0" + r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>The same as long as the picture is; null where that is not known.</summary>
    public string? Tag { get; }

    public Story Story => lookup.Story;

    public StoryIndex Index { get; }

    /// <summary>Reports that were not cancelled.</summary>
    public ImmutableArray<Report> Standing { get; }

    public int Outlets { get; }

    /// <summary>How many origins of the whole story must be different ones.</summary>
    public int OriginsAtLeast { get; }

    public int OriginsAtMost { get; }

    /// <summary>Reports against origins as they came in.</summary>
    public ImmutableArray<Voices> Voices => voices.Value;

    /// <summary>When reports were published, each time once, oldest first. In a picture of an earlier time these end there.</summary>
    public ImmutableArray<ReportTime> Times { get; }

    /// <summary>Differences that stand under no disputed point of the brief, conflicts first.</summary>
    public ImmutableArray<Difference> UntoldDifferences => untold.Value;

    /// <summary>Each quote once, those in most reports first.</summary>
    public ImmutableArray<SharedQuote> Quotes => quotes.Value;

    /// <summary>Origins by how far their words went, furthest first.</summary>
    public ImmutableArray<OriginReach> Origins => origins.Value;

    internal StoryLookup Lookup => lookup;

    public Report? Report(string id) => lookup.Report(id);

    public Claim? Claim(string id) => lookup.Claim(id);

    public Assertion? Assertion(string id) => lookup.Assertion(id);

    public Origin? Origin(string id) => lookup.Origin(id);

    /// <summary>Of a report or an origin: what it is called.</summary>
    public string Name(string reportOrOrigin) => lookup.Name(reportOrOrigin);

    /// <summary>In the order in which the claim has them.</summary>
    public ImmutableArray<Assertion> AssertionsOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return [.. claim.Assertions.Select(lookup.Assertion).OfType<Assertion>()];
    }

    /// <summary>The least firm and the firmest that reports are about a claim; what denies or withholds it is not about whether it is so.</summary>
    public (Certainty From, Certainty To) CertaintyOf(Claim claim)
    {
        ImmutableArray<Certainty> all = [.. AssertionsOf(claim).Where(a => a.Stance is not (Stance.Denies or Stance.Doubts or Stance.Withholds)).Select(a => a.Certainty)];
        return all.IsEmpty ? (Certainty.Uncommitted, Certainty.Uncommitted) : (all.Min(), all.Max());
    }

    /// <summary>Whose word a passage is: the sources of the first statement that begins in it; none for the report's own voice.</summary>
    public ImmutableArray<Source> SourcesAt(ReportSpan at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return byReport.Value[at.Report].FirstOrDefault(a => at.Span.Contains(a.At.Start))?.Attribution ?? [];
    }

    /// <summary>The conflict whose sides a disputed point of the brief tells; null for a point that is a report's own sentence.</summary>
    public Difference? DisputeOf(Point point) => disputes.Value.GetValueOrDefault(point);

    /// <summary>The status of a point's claim as it may stand beside the point's own words: nothing is called confirmed that is hedged or denied here. Null: no word fits.</summary>
    public string? StatusBeside(Point point) => statuses.GetOrAdd(point, p => Sourcing.StatusOf(lookup, p) ?? "") is { Length: > 0 } words ? words : null;

    /// <summary>The drawing of the lineage, laid out.</summary>
    /// <param name="most">Lines that are drawn.</param>
    public LineageRows Lineage(int most) => layouts.GetOrAdd(most, m => LineageRows.Of(this, m));

    /// <summary>Where origins enter such a drawing.</summary>
    /// <param name="layout">One of <see cref="Lineage"/>.</param>
    /// <param name="most">Origins that are drawn.</param>
    public ImmutableArray<OriginFeed> Feeds(LineageRows layout, int most) => feeds.GetOrAdd((layout, most), f => OriginFeeds.Of(this, f.Layout.Rows, f.Most));

    /// <summary>Each point is looked up among all differences with all their passages: once for a picture, not for each drawing.</summary>
    private static Dictionary<Point, Difference> DisputesOf(StoryLookup lookup)
    {
        Dictionary<Point, Difference> found = new(ReferenceEqualityComparer.Instance);
        foreach (Point point in lookup.Story.Brief.Disputed)
        {
            if (Disputes.Of(lookup, point) is { } difference)
                found[point] = difference;
        }

        return found;
    }

    private static ImmutableArray<Difference> Untold(Story story, HashSet<string> told) => [.. story.Differences.Where(d => !told.Contains(d.Id)).OrderBy(d => d.Verdict)];
}
