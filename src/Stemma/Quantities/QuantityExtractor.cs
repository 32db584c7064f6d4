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
    public StageId Id { get; } = new("quantities", 2);

    /// <param name="times">Numbers inside a date are no amounts.</param>
    /// <returns>In text order, without overlaps.</returns>
    public ImmutableArray<QuantityMention> Extract(LinguisticText text, ImmutableArray<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        WordList words = WordList.Of(text);
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

        return Ellipsis.Fill(words, found);
    }
}
