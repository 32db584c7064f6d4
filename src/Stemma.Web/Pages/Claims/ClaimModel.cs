using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Reading;
using Stemma.Weighing;

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

    /// <summary>Those that state it; all where all are denials.</summary>
    public required ImmutableArray<Assertion> Stating { get; init; }

    /// <summary>Those that state it, of this page, by origin, the earliest first; copies under what they copy.</summary>
    public required ImmutableArray<AssertionGroup> Groups { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required Certainty LeastCertain { get; init; }

    public required Certainty MostCertain { get; init; }

    /// <summary>Origins of what is stated, by name.</summary>
    public required ImmutableArray<Origin> Origins { get; init; }

    public required ImmutableArray<Difference> Differences { get; init; }

    public ImmutableArray<Difference> Conflicts => [.. Differences.Where(d => d.Verdict is Verdict.Conflict)];

    /// <summary>Differences that are none any more, or never were.</summary>
    public ImmutableArray<Difference> Settled => [.. Differences.Where(d => d.Verdict is not Verdict.Conflict)];

    /// <summary>Denials and the like that no conflict tells.</summary>
    public ImmutableArray<Assertion> Untold => [.. Against.Where(a => !Conflicts.Any(d => d.Positions.Any(p => p.Assertions.Contains(a.Id))))];

    /// <summary>Who denies, doubts or will not say.</summary>
    public required ImmutableArray<Assertion> Against { get; init; }

    /// <summary>What a person corrected here, oldest first.</summary>
    public required ImmutableArray<Correction> Corrections { get; init; }

    /// <summary>Whether the page is folded.</summary>
    public bool IsLarge => Stating.Length > MostUnfolded;

    public static ClaimModel Of(PageStory story, Claim claim, int page)
    {
        ImmutableArray<Assertion> all = story.AssertionsOf(claim);
        ImmutableArray<Assertion> said = all.Any(a => !IsAgainst(a)) ? [.. all.Where(a => !IsAgainst(a))] : all;
        (IReadOnlyList<Assertion> shown, int number, int pages) = Paging.Of(said, page, MostAssertions);
        HashSet<string> own = [.. claim.Assertions];
        Assertion[] stating = [.. all.Where(a => !IsAgainst(a))];
        HashSet<string> from = [.. stating.Select(a => a.Attribution.IsEmpty ? null : a.Attribution[^1].Origin).OfType<string>()];
        return new ClaimModel
        {
            Story = story,
            Claim = claim,
            Assertions = all,
            Stating = said,
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
        Dictionary<string, Assertion> first = new(StringComparer.Ordinal);
        foreach (Assertion assertion in assertions)
            first.TryAdd(assertion.Report, assertion);
        return [.. assertions
            .GroupBy(a => Key(a, story, first))
            .Select(g => Group(story, g.Key, [.. g.GroupBy(a => a.Report).OrderBy(r => order[r.Key]).Select(r => (r.Key, r.ToImmutableArray()))], parents))
            .OrderBy(g => g.Blocks.Min(b => order[b.Report.Id])).ThenBy(g => g.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The origin; for what a report that copies another says in its own voice, the origin of what that other one says.</summary>
    /// <param name="first">The first of these assertions in each report.</param>
    private static (string? Origin, string Name) Key(Assertion assertion, PageStory story, Dictionary<string, Assertion> first)
    {
        HashSet<string> met = [];
        while (assertion.Attribution.IsEmpty && met.Add(assertion.Report)
            && story.Story.Lineage.Where(d => d.From == assertion.Report && d.Kind is (DerivationKind.Verbatim or DerivationKind.Rewrite) && first.ContainsKey(d.To)).MaxBy(d => d.Share) is { } up)
            assertion = first[up.To];
        if (assertion.Attribution is not [.., var source])
            return (null, OutletNames.Of(story.Report(assertion.Report)!));
        return source.Origin is { } id && story.Origin(id) is { } origin ? (origin.Id, origin.Name) : (null, source.Name);
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
