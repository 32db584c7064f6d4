using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Differences;

namespace Stemma.Claims;

/// <summary>Which claims exclude each other, and which of them are only wrong copies.</summary>
/// <remarks>A miscopy disputes nothing of what it was copied from; the original does dispute the miscopy.</remarks>
internal sealed class Miscopies
{
    private readonly DraftContrast[] opposed;
    private readonly IReadOnlyDictionary<Draft, ImmutableArray<Draft>> groupOf;
    private readonly FrozenSet<(ImmutableArray<Draft> Right, ImmutableArray<Draft> Wrong)> pairs;

    /// <summary>Marks the drafts that are slips of the pen (<see cref="Draft.MiscopiedFrom"/>): a slip tells which figure was meant, so that it is set beside no other.</summary>
    public Miscopies(ImmutableArray<DraftContrast> contrasts, Verdicts verdicts, IReadOnlyDictionary<Draft, ImmutableArray<Draft>> groupOf)
    {
        this.groupOf = groupOf;
        // The user's corrections may have parted what was a slip before.
        foreach (Draft draft in groupOf.Keys)
            draft.MiscopiedFrom = FrozenSet<Draft>.Empty;
        opposed = [.. contrasts.Where(c => c.Contrast.Parts && (c.Contrast.Conflict || IsSlip(c)) && groupOf[c.First] != groupOf[c.Second] && verdicts.IsWorthTelling(c) && verdicts.AtFirst(c).Verdict is Verdict.Conflict)];
        DraftContrast[] copied = [.. opposed.Where(c => c.First.Report != c.Second.Report && verdicts.CopiedWrong(Earlier(c), Later(c)))];
        // "At least 1.2 million" and "at least 12 million" exclude each other only in that one of them is a slip: the later one, as far as anybody can tell.
        pairs = copied.Concat(opposed.Where(c => !c.Contrast.Conflict)).Select(c => (groupOf[Earlier(c)], groupOf[Later(c)])).ToFrozenSet();
        foreach (IGrouping<ImmutableArray<Draft>, DraftContrast> slips in copied.Where(IsSlip).GroupBy(c => groupOf[Later(c)]))
        {
            FrozenSet<Draft> from = slips.SelectMany(c => groupOf[Earlier(c)]).ToFrozenSet();
            // Who says something else of the claim, without the wrong figure, has copied nothing wrong.
            foreach (Draft draft in slips.Key.Where(d => slips.Any(c => d == Later(c) || Holds(d, c))))
                draft.MiscopiedFrom = from;
        }
    }

    /// <summary>For each claim, those that stand against it.</summary>
    public ILookup<ImmutableArray<Draft>, ImmutableArray<Draft>> Excluding() => opposed
        .SelectMany(c => new[] { (From: groupOf[c.First], To: groupOf[c.Second]), (From: groupOf[c.Second], To: groupOf[c.First]) })
        .Where(p => !pairs.Contains(p))
        .Distinct()
        .ToLookup(p => p.From, p => p.To);

    private static bool IsSlip(DraftContrast contrast) => contrast.Contrast is { FirstAmount: { } a, SecondAmount: { } b } && AmountContrasts.IsSlip(a, b);

    private static bool Holds(Draft draft, DraftContrast slip) =>
        (Later(slip) == slip.First ? slip.Contrast.FirstAmount : slip.Contrast.SecondAmount) is { } wrong && draft.Content.Amounts.Any(a => AmountContrasts.AreEqual(a, wrong));

    private static Draft Earlier(DraftContrast contrast) => contrast.First.Report <= contrast.Second.Report ? contrast.First : contrast.Second;

    private static Draft Later(DraftContrast contrast) => contrast.First.Report <= contrast.Second.Report ? contrast.Second : contrast.First;
}
