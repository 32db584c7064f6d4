using System.Globalization;
using Stemma.Differences;
using Stemma.Quantities;

namespace Stemma.Claims;

/// <summary>Compares the amounts of two contents: which count the same thing, and whether they agree.</summary>
internal static class AmountContrasts
{
    /// <summary>What an equal amount tells beside a word of middling rarity (about 2): numbers repeat by chance less often than words.</summary>
    private const double EqualWeight = 3.5;

    /// <summary>An amount that the other side does not have: a longer statement, rarely another one.</summary>
    private const double MissingWeight = 0.8;

    public static IEnumerable<Contrast> Find(Content a, Content b, Tally tally)
    {
        bool[] metA = new bool[a.Amounts.Length];
        bool[] metB = new bool[b.Amounts.Length];
        for (int i = 0; i < a.Amounts.Length; i++)
        {
            for (int j = 0; j < b.Amounts.Length; j++)
            {
                if (metB[j] || metA[i] || !AreEqual(a.Amounts[i], b.Amounts[j]))
                    continue;
                metA[i] = metB[j] = true;
                tally.First += EqualWeight;
                tally.Second += EqualWeight;
                tally.Shared += EqualWeight;
                tally.Count++;
            }
        }

        List<Contrast> contrasts = [];
        for (int i = 0; i < a.Amounts.Length; i++)
        {
            if (metA[i])
                continue;
            for (int j = 0; j < b.Amounts.Length && !metA[i]; j++)
            {
                if (metB[j] || !CountTheSame(a.Amounts[i], b.Amounts[j]))
                    continue;
                metA[i] = metB[j] = true;
                contrasts.Add(Differ(a.Amounts[i], b.Amounts[j]));
            }
        }

        tally.First += metA.Count(m => !m) * MissingWeight;
        tally.Second += metB.Count(m => !m) * MissingWeight;
        return contrasts;
    }

    /// <summary>Digits for a picture: "1200000", "0.5", "2500-3000".</summary>
    public static string Digits(Amount amount)
    {
        QuantityMention mention = amount.Mention;
        string low = (mention.Low ?? mention.High ?? 0).ToString("0.######", CultureInfo.InvariantCulture);
        return mention.Low is { } from && mention.High is { } to && from != to
            ? low + "-" + to.ToString("0.######", CultureInfo.InvariantCulture)
            : low;
    }

    internal static bool AreEqual(Amount a, Amount b) =>
        CountTheSame(a, b) && Verdict(a, b) is { Relation: not QuantityRelation.Conflict } verdict && SameFigure(a.Mention, b.Mention, verdict);

    /// <summary>The figure itself, or what it converts to: half a point is 50 basis points.</summary>
    private static bool SameFigure(QuantityMention a, QuantityMention b, QuantityVerdict verdict) =>
        (a.Low ?? a.High) == (b.Low ?? b.High)
        || (a.Unit is not null && b.Unit is not null && a.Unit != b.Unit && verdict.Comparable && verdict.Relation is QuantityRelation.Same);

    /// <summary>The thing counted is one, or one side does not name it.</summary>
    private static bool CountTheSame(Amount a, Amount b)
    {
        if (a.Noun.Length == 0 || b.Noun.Length == 0)
            return a.Slot.Intersect(b.Slot, StringComparer.Ordinal).Any();
        return a.Noun == b.Noun || Verdict(a, b).Comparable;
    }

    private static Contrast Differ(Amount a, Amount b)
    {
        QuantityVerdict verdict = Verdict(a, b);
        bool conflict = verdict.Relation is QuantityRelation.Conflict;
        // "several hundred" and "at least 300" are one statement in two degrees of care; two figures are two statements.
        bool vague = !conflict && (IsVague(a.Mention) || IsVague(b.Mention));
        return new(DifferenceKind.Number, !vague, conflict, Digits(a), Digits(b), a, b, Relation: verdict.Relation);
    }

    private static bool IsVague(QuantityMention mention) =>
        mention.Comparator is Comparator.About || (mention.Low is { } low && mention.High is { } high && low != high && mention.Comparator is Comparator.Exactly);

    private static QuantityVerdict Verdict(Amount a, Amount b)
    {
        QuantityMention first = a.Mention;
        QuantityMention second = b.Mention;
        // "the toll rose to 15" counts what "15 people died" counts.
        if (first.Unit is null)
            first = first with { Unit = second.Unit };
        else if (second.Unit is null || a.Noun == b.Noun)
            second = second with { Unit = first.Unit };
        return QuantityComparison.Compare(first, second);
    }
}
