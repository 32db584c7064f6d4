using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Parts a clause that counts several lots: "Eight soldiers and 40 rebels were killed" says two things, of which one may be disputed and the other not.</summary>
/// <remarks>Lots are counted things joined by the tree, or listed behind a colon. Lengths, sums of money and shares are no lots.</remarks>
internal static class LotSplitter
{
    /// <param name="quantities">Of the whole report, in text order.</param>
    /// <returns>One stretch for each lot, in text order; the clause itself where it counts one or none.</returns>
    public static IEnumerable<Stretch> Split(LinguisticText text, ImmutableArray<QuantityMention> quantities, TextSpan clause)
    {
        (int first, int end) = TokenIndex.Tokens(text, clause);
        Lot[] lots = [.. TokenIndex.Inside(quantities.Length, i => quantities[i].Span, clause).Select(i => LotOf(text, quantities[i], first, end)).OfType<Lot>().DistinctBy(l => l.Noun)];
        if (lots.Length < 2)
            return [Stretch.Of(clause)];
        if (Listed(text, clause, first, end, lots) is { } listed)
            return listed;
        foreach (Lot lot in lots)
        {
            Lot[] joined = [lot, .. lots.Where(l => l != lot && text.Tokens[l.Noun].Deprel is "conj" && RootOf(text, l.Noun) == lot.Noun)];
            if (joined.Length > 1)
                return Joined(text, clause, first, end, [.. joined.OrderBy(l => l.Noun)]);
        }

        return Repeated(text, clause, lots) ?? [Stretch.Of(clause)];
    }

    /// <summary>"Eight dead in its ranks and of fourteen rebels killed": the preposition said again tells that both lots hang on one word, whatever the tree makes of it.</summary>
    private static Stretch[]? Repeated(LinguisticText text, TextSpan clause, Lot[] lots)
    {
        if (lots is not [var one, var other])
            return null;
        int at = TokenIndex.Tokens(text, one.Span).First - 1, and = TokenIndex.Tokens(text, other.Span).First - 2;
        if (at < 0 || and <= at || text.Tokens[at].Upos is not Upos.Adp || text.Tokens[and].Upos is not Upos.Cconj || text.Tokens[at].Lemma != text.Tokens[and + 1].Lemma)
            return null;
        TextSpan left = new(clause.Start, text.Tokens[and - 1].Span.End), right = new(other.Span.Start, clause.End);
        TextSpan[] prefix = [.. new[] { new TextSpan(clause.Start, Math.Max(clause.Start, one.Span.Start)) }.Where(s => HasWord(text, s))];
        return [Stretch.Of(left), new Stretch(right, [.. prefix], [], [.. prefix, right])];
    }

    private static IEnumerable<Stretch> Joined(LinguisticText text, TextSpan clause, int first, int end, Lot[] lots)
    {
        TextSpan[] ranges = [.. lots.Select(l => Range(text, l, first, end, lots))];
        for (int i = 1; i < ranges.Length; i++)
        {
            // A tree that crosses itself tells nothing.
            if (ranges[i].Start < ranges[i - 1].End)
                return [Stretch.Of(clause)];
        }

        TextSpan prefix = new(clause.Start, ranges[0].Start), suffix = new(ranges[^1].End, clause.End);
        bool endsThere = !HasWord(text, suffix);
        List<Stretch> stretches =
        [
            endsThere ? Stretch.Of(new TextSpan(clause.Start, ranges[0].End)) : new Stretch(new TextSpan(clause.Start, ranges[0].End), [suffix], [], Reading(0)),
        ];
        for (int i = 1; i < ranges.Length; i++)
        {
            bool last = i == ranges.Length - 1;
            stretches.Add(new Stretch(
                new TextSpan(ranges[i].Start, last && !endsThere ? clause.End : ranges[i].End),
                [.. new[] { prefix, last || endsThere ? default : suffix }.Where(s => HasWord(text, s))],
                [],
                Reading(i)));
        }

        return stretches;

        ImmutableArray<TextSpan> Reading(int lot) => [.. new[] { prefix, ranges[lot], suffix }.Where(s => HasWord(text, s))];
    }

    /// <summary>"At least 19 people were killed: eight soldiers and 11 civilians."</summary>
    private static List<Stretch>? Listed(LinguisticText text, TextSpan clause, int first, int end, Lot[] lots)
    {
        int colon = first;
        while (colon < end && text.Tokens[colon].Span.In(text.Text) is not ":")
            colon++;
        Lot[] before = [.. lots.Where(l => l.Noun < colon)], after = [.. lots.Where(l => l.Noun > colon)];
        if (colon >= end)
            (before, after, colon) = Summed(text, first, lots);
        if (colon >= end - 1 || before.Length != 1 || after.Length == 0 || !ClauseSplitter.HasFiniteVerb(text, first, colon) || ClauseSplitter.HasFiniteVerb(text, colon + 1, end))
            return null;
        TextSpan whole = new(clause.Start, text.Tokens[colon].Span.Start);
        TextSpan counted = before[0].Span;
        ImmutableArray<TextSpan> rest = [.. new[] { new TextSpan(whole.Start, counted.Start), new TextSpan(counted.End, whole.End) }.Where(s => HasWord(text, s))];
        List<Stretch> stretches = [Stretch.Of(whole)];
        foreach (Lot lot in after)
        {
            TextSpan range = Range(text, lot, colon + 1, end, after);
            stretches.Add(new Stretch(range, rest, [], [.. rest.Append(range).OrderBy(s => s == range ? counted.Start : s.Start)]));
        }

        for (int i = 2; i < stretches.Count; i++)
        {
            if (stretches[i].Span.Start < stretches[i - 1].Span.End)
                return null;
        }

        return stretches;
    }

    /// <summary>"1,120 animals have been killed on two farms, 340 cattle and 780 sheep": lots behind a comma or dash that add up to one before it.</summary>
    private static (Lot[] Before, Lot[] After, int At) Summed(LinguisticText text, int first, Lot[] lots)
    {
        for (int i = 1; i < lots.Length - 1; i++)
        {
            int at = TokenIndex.Tokens(text, lots[i].Span).First - 1;
            Lot[] after = lots[i..];
            if (at <= first || text.Tokens[at].Span.In(text.Text) is not ("," or "-" or "–" or "—"))
                continue;
            if (after.All(a => a.Count is not null) && lots[..i].FirstOrDefault(l => l.Count is { } whole && whole == after.Sum(a => a.Count)) is { } sum)
                return ([sum], after, at);
        }

        return ([], [], int.MaxValue);
    }

    private static Lot? LotOf(LinguisticText text, QuantityMention mention, int first, int end)
    {
        if (mention.Unit is not { } unit || unit is "%" or "percent" or "point" || Units.Measure(unit) is not null || (mention.Low is null && mention.High is null))
            return null;
        (int from, int to) = TokenIndex.Tokens(text, mention.Span);
        for (int i = from; i < to; i++)
        {
            int head = text.Tokens[i].Head;
            if ((head < from || head >= to) && text.Tokens[i].Upos is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num or Upos.Verb)
                return i >= first && i < end ? new Lot(i, mention.Span, mention.Low == mention.High ? mention.Low : null) : null;
        }

        return null;
    }

    private static int RootOf(LinguisticText text, int noun)
    {
        for (int steps = 0; steps < 8 && text.Tokens[noun].Deprel is "conj" && text.Tokens[noun].Head >= 0; steps++)
            noun = text.Tokens[noun].Head;
        return noun;
    }

    /// <summary>The words that hang on a lot, other lots and what joins them left out.</summary>
    private static TextSpan Range(LinguisticText text, Lot lot, int first, int end, Lot[] lots)
    {
        TextSpan range = lot.Span;
        for (int i = first; i < end; i++)
        {
            if (HangsOn(i))
                range = range.Union(text.Tokens[i].Span);
        }

        return range;

        bool HangsOn(int token)
        {
            for (int steps = 0; steps < 12 && token >= first && token < end; steps++)
            {
                if (token == lot.Noun)
                    return true;
                if (lots.Any(l => l.Noun == token && l != lot) || text.Tokens[token].Deprel is "cc" or "punct" or "case" || (text.Tokens[token].Deprel is "conj" && text.Tokens[token].Head == lot.Noun))
                    return false;
                token = text.Tokens[token].Head;
            }

            return false;
        }
    }

    private static bool HasWord(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            if (text.Tokens[i].Upos is not (Upos.Punct or Upos.Cconj))
                return true;
        }

        return false;
    }

    /// <param name="Count">Null where it is no single figure.</param>
    private sealed record Lot(int Noun, TextSpan Span, double? Count);
}
