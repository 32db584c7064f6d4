using System.Collections.Immutable;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reading;

/// <summary>A story as pages read it: its parts by their ids, and what is counted over the whole.</summary>
public sealed class PageStory
{
    private readonly StoryLookup lookup;

    public PageStory(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        lookup = new StoryLookup(story);
        (OriginsAtLeast, OriginsAtMost) = StoryCounts.Origins(story);
        Standing = [.. story.Reports.Where(r => r.Status is not ReportStatus.Withdrawn)];
        Outlets = Standing.Select(r => r.Outlet ?? "\0" + r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    public Story Story => lookup.Story;

    /// <summary>Reports that were not cancelled.</summary>
    public ImmutableArray<Report> Standing { get; }

    public int Outlets { get; }

    /// <summary>How many origins of the whole story must be different ones.</summary>
    public int OriginsAtLeast { get; }

    public int OriginsAtMost { get; }

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

    /// <summary>The status of a point's claim as it may stand beside the point's own words: nothing is called confirmed that is hedged or denied here. Null: no word fits.</summary>
    public string? StatusBeside(Point point) => Sourcing.StatusOf(lookup, point);
}
