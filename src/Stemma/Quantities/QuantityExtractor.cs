using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities.Numerals;
using Stemma.Times;

namespace Stemma.Quantities;

/// <summary>Finds amounts in one report: numerals and words, unit or counted noun, comparator.</summary>
/// <remarks>
/// Lengths of time are amounts as well as times ("at least three days"); dates and clock times are not, nor are ranks, labels and model numbers
/// ("No. 10", "Article 12", "A380"). Linear in the text; safe to call from many threads at once.
/// </remarks>
public sealed class QuantityExtractor
{
    public StageId Id { get; } = new("quantities", 5);

    /// <param name="times">Numbers inside a date are no amounts.</param>
    /// <returns>In text order, without overlaps.</returns>
    public ImmutableArray<QuantityMention> Extract(LinguisticText text, ImmutableArray<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Extract(WordList.Of(text), times);
    }

    /// <param name="words">Of one text.</param>
    /// <param name="times">Found in the same text.</param>
    internal static ImmutableArray<QuantityMention> Extract(WordList words, ImmutableArray<TimeExpression> times)
    {
        List<QuantityMention> found = [];
        int nextTime = 0;
        int floor = 0;
        for (int i = 0; i < words.Count; i++)
        {
            while (nextTime < times.Length && times[nextTime].Span.End <= words[i].Start)
                nextTime++;
            bool dated = nextTime < times.Length && times[nextTime].Type != TimeType.Duration && times[nextTime].Span.Start < words[i].End;
            if (dated || !NumeralReader.CanStart(words, i))
                continue;
            if (!NumeralReader.TryRead(words, i, out Numeral numeral) || NoAmount.Is(words, i, numeral))
                continue;
            if (QuantityReader.Read(words, i, floor, numeral) is not ({ } mention, int end))
                continue;
            found.Add(mention);
            floor = end;
            i = end - 1;
        }

        WithAsOf(words, found, times);
        return Ellipsis.Fill(words, found);
    }

    /// <summary>"As of Monday, 15 people had died": the time holds for every count of its sentence.</summary>
    private static void WithAsOf(WordList words, List<QuantityMention> found, ImmutableArray<TimeExpression> times)
    {
        int word = 0, next = 0;
        foreach (TimeExpression time in times)
        {
            while (word < words.Count && words[word].Start < time.Span.Start)
                word++;
            if (!words.Is(word - 1, "of") || !words.Is(word - 2, "as") || time.Type is not (TimeType.Date or TimeType.Time))
                continue;
            (int start, int end) = Sentence(words, word);
            while (next < found.Count && found[next].Span.Start < start)
                next++;
            for (; next < found.Count && found[next].Span.End <= end; next++)
                found[next] = found[next] with { AsOf = time.Span };
        }
    }

    /// <summary>From the full stop before a word to the one behind it, in UTF-16 units, and no further than a long sentence reaches.</summary>
    private static (int Start, int End) Sentence(WordList words, int at)
    {
        const int Reach = 40;
        int first = at, last = at;
        while (first > 0 && at - first < Reach && !words[first].BreakBefore && !IsStop(words, first - 1))
            first--;
        while (last + 1 < words.Count && last - at < Reach && !words[last + 1].BreakBefore && !IsStop(words, last))
            last++;
        return (words[Math.Min(first, words.Count - 1)].Start, words[Math.Min(last, words.Count - 1)].End);
    }

    private static bool IsStop(WordList words, int i) => words.IsMark(i, '.') && words.IsCapital(i + 1) && words.Length(i - 1) > 3;
}
