using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Language;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>What a brief is written from, with the ways between its parts laid: assertion to sentence, claim to assertions.</summary>
internal sealed class StoryMaterial
{
    private readonly FrozenDictionary<string, Claim> claims;
    private readonly FrozenDictionary<string, Assertion> assertions;
    private readonly FrozenDictionary<string, StorySentence> sentenceOf;
    private readonly FrozenSet<string> superseded;
    private readonly FrozenSet<string> successors;
    private readonly FrozenSet<string> miscopied;
    private readonly FrozenSet<string> contested;

    public StoryMaterial(
        ImmutableArray<DatedReport> reports,
        ClaimSet set,
        ImmutableArray<Derivation> lineage,
        ImmutableArray<Difference> differences)
    {
        Reports = reports;
        Set = set;
        Differences = differences;
        claims = set.Claims.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        FrozenSet<string> atHand = reports.Select(r => r.Report.Id).ToFrozenSet(StringComparer.Ordinal);
        assertions = set.Assertions.Where(a => atHand.Contains(a.Report)).ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        Retellings = lineage
            .Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && atHand.Contains(d.To))
            .Select(d => d.From)
            .ToFrozenSet(StringComparer.Ordinal);
        Copies = lineage.Where(d => d.Kind == DerivationKind.Verbatim).Select(d => d.From).ToFrozenSet(StringComparer.Ordinal);

        ILookup<string, Assertion> byReport = set.Assertions.ToLookup(a => a.Report, StringComparer.Ordinal);
        ImmutableArray<StorySentence>.Builder sentences = ImmutableArray.CreateBuilder<StorySentence>();
        Dictionary<string, StorySentence> places = new(StringComparer.Ordinal);
        for (int r = 0; r < reports.Length; r++)
            Place(reports[r], r, byReport[reports[r].Report.Id], sentences, places);
        Sentences = sentences.ToImmutable();
        sentenceOf = places.ToFrozenDictionary(StringComparer.Ordinal);
        LastDay = reports.Select(r => r.Report.Published?.Day).Max();
        miscopied = (set.Groups.IsDefaultOrEmpty ? [] : set.Groups.SelectMany(g => g)).Where(d => d.MiscopiedFrom.Count > 0).Select(d => d.Id).ToFrozenSet(StringComparer.Ordinal);
        (superseded, successors) = Superseded();
        contested = differences
            .Where(d => d is { Kind: DifferenceKind.Number, Verdict: Verdict.Conflict })
            .SelectMany(d => d.Positions.SelectMany(p => p.Assertions))
            .Select(Assertion)
            .OfType<Assertion>()
            .Select(a => a.Claim)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The reports that a brief may tell from: of a cancelled item nothing is told, unless it is all there is. Then the brief says what was withdrawn.</summary>
    public static ImmutableArray<DatedReport> Told(ImmutableArray<DatedReport> reports) =>
        reports.Any(r => r.Report.Status is ReportStatus.Standing) ? [.. reports.Where(r => r.Report.Status is ReportStatus.Standing)] : reports;

    /// <summary>Oldest first.</summary>
    public ImmutableArray<DatedReport> Reports { get; }

    public ClaimSet Set { get; }

    public ImmutableArray<Difference> Differences { get; }

    /// <summary>By report, then by position.</summary>
    public ImmutableArray<StorySentence> Sentences { get; }

    /// <summary>Ids of reports that copy another of the story word for word.</summary>
    public FrozenSet<string> Copies { get; }

    /// <summary>Ids of reports that copy or rewrite another that is at hand.</summary>
    public FrozenSet<string> Retellings { get; }

    /// <summary>Day of the latest report; null where no report has one.</summary>
    public DateOnly? LastDay { get; }

    public Claim? Claim(string id) => claims.GetValueOrDefault(id);

    public Assertion? Assertion(string id) => assertions.GetValueOrDefault(id);

    /// <summary>The sentence in which an assertion begins; null for one outside every sentence.</summary>
    public StorySentence? SentenceOf(Assertion assertion) => sentenceOf.GetValueOrDefault(assertion.Id);

    public IEnumerable<Assertion> AssertionsOf(Claim claim) => claim.Assertions.Select(Assertion).OfType<Assertion>();

    /// <summary>Whether a later figure or finding has taken the claim's place.</summary>
    public bool IsSuperseded(string claim) => superseded.Contains(claim);

    /// <summary>Whether it is the figure that took the place of an earlier one.</summary>
    public bool IsSuccessor(string claim) => successors.Contains(claim);

    /// <summary>Whether it is a wrong copy of what another report says.</summary>
    public bool IsMiscopied(Assertion assertion) => miscopied.Contains(assertion.Id);

    /// <summary>Whether nothing that the sentence says has been taken back or miscopied: half of it cannot be told.</summary>
    public bool Stands(StorySentence sentence) => sentence.Assertions.All(a => Claim(a.Claim) is not { Status: ClaimStatus.Withdrawn } && !IsMiscopied(a));

    /// <summary>Whether another figure stands against it.</summary>
    public bool IsContested(string claim) => contested.Contains(claim);

    private void Place(
        DatedReport report,
        int index,
        IEnumerable<Assertion> found,
        ImmutableArray<StorySentence>.Builder sentences,
        Dictionary<string, StorySentence> places)
    {
        ImmutableArray<Sentence> all = report.Annotation.Language.Sentences;
        List<Assertion>?[] inside = new List<Assertion>?[all.Length];
        foreach (Assertion assertion in found.OrderBy(a => a.At.Start).ThenBy(a => a.At.End))
        {
            int at = IndexAt(all, assertion.At.Start);
            if (at >= 0)
                (inside[at] ??= []).Add(assertion);
        }

        ReportPronouns pronouns = new(report.Annotation.Language);
        for (int i = 0; i < all.Length; i++)
        {
            StorySentence sentence = new(report, index, i, [.. inside[i] ?? []], pronouns);
            sentences.Add(sentence);
            foreach (Assertion assertion in sentence.Assertions)
                places[assertion.Id] = sentence;
        }
    }

    private static int IndexAt(ImmutableArray<Sentence> sentences, int offset)
    {
        int low = 0, high = sentences.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            TextSpan span = sentences[middle].Span;
            if (span.Contains(offset))
                return middle;
            (low, high) = span.Start > offset ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    /// <summary>Of each superseded difference, all positions but the one that was reported last; and of those of numbers, that one. A wrong copy takes nobody's place.</summary>
    private (FrozenSet<string> Old, FrozenSet<string> New) Superseded()
    {
        HashSet<string> old = new(StringComparer.Ordinal), successor = new(StringComparer.Ordinal);
        Dictionary<string, int> order = new(StringComparer.Ordinal);
        for (int i = 0; i < Reports.Length; i++)
            order[Reports[i].Report.Id] = i;
        foreach (Difference difference in Differences.Where(d => d.Verdict == Verdict.Superseded))
        {
            var sides = difference.Positions
                .Select(p => p.Assertions.Select(Assertion).OfType<Assertion>().ToList())
                .Where(side => side.Count > 0 && !side.All(IsMiscopied))
                .OrderBy(side => side.Min(a => order.GetValueOrDefault(a.Report)))
                .ToList();
            HashSet<string> standing = [.. sides.Count > 0 ? sides[^1].Select(a => a.Claim) : []];
            foreach (List<Assertion> side in sides.SkipLast(1))
                old.UnionWith(side.Select(a => a.Claim).Where(c => !standing.Contains(c)));
            if (difference.Kind == DifferenceKind.Number && sides.Count > 1)
                successor.UnionWith(standing);
        }

        successor.ExceptWith(old);
        return (old.ToFrozenSet(StringComparer.Ordinal), successor.ToFrozenSet(StringComparer.Ordinal));
    }
}
