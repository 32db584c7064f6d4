using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Claims;

/// <summary>A claim as its page shows it.</summary>
public sealed record ClaimModel
{
    /// <summary>Assertions a page shows; more are on further pages.</summary>
    public const int MostAssertions = 400;

    /// <summary>Above so many the groups stand folded, the first one excepted.</summary>
    public const int MostUnfolded = 12;

    public required PageStory Story { get; init; }

    public required Claim Claim { get; init; }

    /// <summary>All, in the claim's order.</summary>
    public required ImmutableArray<Assertion> Assertions { get; init; }

    /// <summary>Those of this page by origin, the earliest first; copies under what they copy.</summary>
    public required ImmutableArray<AssertionGroup> Groups { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required Certainty LeastCertain { get; init; }

    public required Certainty MostCertain { get; init; }

    /// <summary>Origins of what is stated, by name.</summary>
    public required ImmutableArray<Origin> Origins { get; init; }

    public required ImmutableArray<Difference> Differences { get; init; }

    /// <summary>Who denies, doubts or will not say.</summary>
    public required ImmutableArray<Assertion> Against { get; init; }

    /// <summary>What a person corrected here, oldest first.</summary>
    public required ImmutableArray<Correction> Corrections { get; init; }

    /// <summary>Whether the page is folded.</summary>
    public bool IsLarge => Assertions.Length > MostUnfolded;

    public static ClaimModel Of(PageStory story, Claim claim, int page)
    {
        ImmutableArray<Assertion> all = story.AssertionsOf(claim);
        (IReadOnlyList<Assertion> shown, int number, int pages) = Paging.Of(all, page, MostAssertions);
        HashSet<string> own = [.. claim.Assertions];
        Assertion[] stating = [.. all.Where(a => !IsAgainst(a))];
        HashSet<string> from = [.. stating.Select(a => a.Attribution.IsEmpty ? null : a.Attribution[^1].Origin).OfType<string>()];
        return new ClaimModel
        {
            Story = story,
            Claim = claim,
            Assertions = all,
            Groups = Grouped(story, shown),
            Page = number,
            Pages = pages,
            LeastCertain = stating.Select(a => a.Certainty).DefaultIfEmpty(Certainty.Uncommitted).Min(),
            MostCertain = stating.Select(a => a.Certainty).DefaultIfEmpty(Certainty.Uncommitted).Max(),
            Origins = [.. story.Story.Origins.Where(o => from.Contains(o.Id)).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase)],
            Differences = [.. story.Story.Differences.Where(d => d.Positions.Any(p => p.Assertions.Any(own.Contains)))],
            Against = [.. all.Where(IsAgainst)],
            Corrections = story.Story.Corrections is { } corrections ? [.. corrections.Where(c => c.What.Any(a => IsHere(a, all)))] : [],
        };
    }

    private static bool IsAgainst(Assertion assertion) => assertion.Stance is Stance.Denies or Stance.Doubts or Stance.Withholds;

    private static bool IsHere(CorrectionAnchor anchor, ImmutableArray<Assertion> assertions) =>
        anchor is { Report: { } report, Start: { } start, End: { } end } && assertions.Any(a => a.Report == report && a.At.Start < end && start < a.At.End);

    private static ImmutableArray<AssertionGroup> Grouped(PageStory story, IReadOnlyList<Assertion> assertions)
    {
        Dictionary<string, int> order = story.Story.Reports.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        ILookup<string, Derivation> parents = story.Story.Lineage.Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && order.ContainsKey(d.To)).ToLookup(d => d.From, StringComparer.Ordinal);
        return [.. assertions
            .GroupBy(a => Key(a, story))
            .Select(g => Group(story, g.Key, [.. g.GroupBy(a => a.Report).OrderBy(r => order[r.Key]).Select(r => (r.Key, r.ToImmutableArray()))], parents))
            .OrderBy(g => g.Blocks.Min(b => order[b.Report.Id])).ThenBy(g => g.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The origin; for a report's own voice the outlet of the report that it has the text from, so that copies stand with what they copy.</summary>
    private static (string? Origin, string Name) Key(Assertion assertion, PageStory story)
    {
        if (assertion.Attribution is [.., { Origin: { } id }] && story.Origin(id) is { } origin)
            return (origin.Id, origin.Name);
        if (assertion.Attribution is [.., var source])
            return (null, source.Name);
        HashSet<string> met = [];
        string report = assertion.Report;
        while (met.Add(report) && story.Story.Lineage.FirstOrDefault(d => d.From == report && d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && d.From == report && story.Report(d.To) is not null) is { } up)
            report = up.To;
        return (null, OutletNames.Of(story.Report(report)!));
    }

    private static AssertionGroup Group(PageStory story, (string? Origin, string Name) key, ImmutableArray<(string Report, ImmutableArray<Assertion> Assertions)> reports, ILookup<string, Derivation> parents)
    {
        HashSet<string> here = [.. reports.Select(r => r.Report)];
        Dictionary<string, (string Root, Derivation By)> under = new(StringComparer.Ordinal);
        foreach ((string report, _) in reports)
        {
            HashSet<string> met = [report];
            string root = report;
            Derivation? by = null;
            while (parents[root].Where(d => here.Contains(d.To)).MaxBy(d => d.Share) is { } up && met.Add(up.To))
                (root, by) = (up.To, by ?? up);
            if (by is not null && root != report)
                under[report] = (root, by);
        }

        return new AssertionGroup(key.Origin is { } id ? story.Origin(id) : null, key.Name,
        [
            .. reports.Where(r => !under.ContainsKey(r.Report)).Select(r => new ReportBlock(story.Report(r.Report)!, r.Assertions, null,
                [.. reports.Where(c => under.TryGetValue(c.Report, out var up) && up.Root == r.Report).Select(c => new ReportBlock(story.Report(c.Report)!, c.Assertions, under[c.Report].By, []))])),
        ]);
    }
}
