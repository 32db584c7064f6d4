using System.Collections.Immutable;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Web.Pages.Stories.Telling;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reading;

/// <summary>What pages look up over the whole of a story: gathered once for a picture, when it is first asked for, and not at each drawing. Of a thousand reports that is most of the work.</summary>
public sealed class StoryIndex
{
    private readonly Lazy<Dictionary<string, int>> places;
    private readonly Lazy<ILookup<string, Derivation>> parents;
    private readonly Lazy<HashSet<string>> unnamed;
    private readonly Lazy<(DateOnly From, DateOnly To)> days;
    private readonly Lazy<ImmutableArray<(ClaimStatus Status, int Count)>> statuses;
    private readonly Lazy<ILookup<string, Difference>> differences;
    private readonly Lazy<ImmutableArray<(Claim Claim, HashSet<string> Words)>> wordings;

    internal StoryIndex(StoryLookup lookup)
    {
        Story story = lookup.Story;
        places = new(() => story.Reports.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal));
        parents = new(() => story.Lineage.ToLookup(d => d.From, StringComparer.Ordinal));
        unnamed = new(() => [.. story.Origins.Where(o => o.Anonymous).Select(o => o.Id)]);
        days = new(() => Timelines.Scale(story));
        statuses = new(() => [.. story.Claims.GroupBy(c => c.Status).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))]);
        differences = new(() => story.Differences
            .SelectMany(d => d.Positions.SelectMany(p => p.Assertions).Select(a => lookup.Assertion(a)?.Claim).OfType<string>().Distinct(StringComparer.Ordinal).Select(c => (Claim: c, Difference: d)))
            .ToLookup(d => d.Claim, d => d.Difference, StringComparer.Ordinal));
        wordings = new(() => [.. story.Claims.Where(c => !c.Assertions.IsEmpty).Select(c => (c, Words(c.Statement)))]);
    }

    /// <summary>Of each report, by id, its place among the story's.</summary>
    public IReadOnlyDictionary<string, int> Places => places.Value;

    /// <summary>What each report, by id, rests on.</summary>
    public ILookup<string, Derivation> Parents => parents.Value;

    /// <summary>Ids of origins that go unnamed.</summary>
    public IReadOnlySet<string> Unnamed => unnamed.Value;

    /// <summary>The days that timelines cover.</summary>
    public (DateOnly From, DateOnly To) Days => days.Value;

    /// <summary>How many claims there are of each status, the firmest first.</summary>
    public ImmutableArray<(ClaimStatus Status, int Count)> Statuses => statuses.Value;

    /// <summary>Differences by the ids of the claims they are about, in the story's order.</summary>
    public ILookup<string, Difference> Differences => differences.Value;

    /// <summary>Claims that may say the same as another: those that share most words with it, most first.</summary>
    public IEnumerable<Claim> Alike(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        HashSet<string> words = Words(claim.Statement);
        return wordings.Value.Select((c, i) => (c.Claim, Place: i, Shared: c.Words.Count(words.Contains))).Where(c => c.Claim.Id != claim.Id)
            .OrderByDescending(c => c.Shared).ThenBy(c => c.Place).Select(c => c.Claim);
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3)];
}
