using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Web.Pages.Reading;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Claims;

/// <summary>A claim as its page shows it.</summary>
public sealed record ClaimModel
{
    /// <summary>Assertions a page shows; more are on further pages.</summary>
    public const int MostAssertions = 60;

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

    /// <summary>The same with unnamed ones that are called alike told once.</summary>
    public IEnumerable<(Origin First, int Count)> OriginsTold => Origins
        .GroupBy(o => o.Anonymous ? o.Name + "\n" + o.Basis + "\n" + o.Withdrawn : o.Id, StringComparer.OrdinalIgnoreCase)
        .Select(g => (g.First() with { Via = [.. g.SelectMany(o => o.Via).Distinct(StringComparer.OrdinalIgnoreCase)], MayBe = g.Count() > 1 ? [] : g.First().MayBe }, g.Count()));

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
        (ImmutableArray<AssertionGroup> groups, int number, int pages) = ClaimGroups.Paged(ClaimGroups.Of(story, said), page, MostAssertions);
        Assertion[] stating = [.. all.Where(a => !IsAgainst(a))];
        HashSet<string> from = [.. stating.Select(a => a.Attribution.IsEmpty ? null : a.Attribution[^1].Origin).OfType<string>()];
        return new ClaimModel
        {
            Story = story,
            Claim = claim,
            Assertions = all,
            Stating = said,
            Groups = groups,
            Page = number,
            Pages = pages,
            LeastCertain = stating.Select(a => a.Certainty).DefaultIfEmpty(Certainty.Uncommitted).Min(),
            MostCertain = stating.Select(a => a.Certainty).DefaultIfEmpty(Certainty.Uncommitted).Max(),
            Origins = [.. story.Story.Origins.Where(o => from.Contains(o.Id)).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase)],
            Differences = [.. story.Index.Differences[claim.Id]],
            Against = [.. all.Where(IsAgainst)],
            Corrections = story.Story.Corrections is { } corrections ? [.. corrections.Where(c => c.What.Any(a => IsHere(a, all)))] : [],
        };
    }

    private static bool IsAgainst(Assertion assertion) => assertion.Stance is Stance.Denies or Stance.Doubts or Stance.Withholds;

    private static bool IsHere(CorrectionAnchor anchor, ImmutableArray<Assertion> assertions) =>
        anchor is { Report: { } report, Start: { } start, End: { } end } && assertions.Any(a => a.Report == report && a.At.Start < end && start < a.At.End);
}
