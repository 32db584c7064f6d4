using System.Collections.Immutable;
using Stemma.Language;

namespace Stemma.Quantities.Numerals;

/// <summary>Finds every cardinal number and fraction of a text: also those that <see cref="QuantityExtractor"/> passes over because they count
/// nothing ("Article 12", "No. 10").</summary>
/// <remarks>For those who want to know how numbers are read by themselves. Linear in the text; safe to call from many threads at once.</remarks>
public static class NumberExtractor
{
    /// <returns>In text order, without overlaps.</returns>
    public static ImmutableArray<NumberMention> Extract(LinguisticText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        WordList words = WordList.Of(text);
        ImmutableArray<NumberMention>.Builder found = ImmutableArray.CreateBuilder<NumberMention>();
        int floor = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (!NumeralReader.CanStart(words, i) || !NumeralReader.TryRead(words, i, out Numeral numeral) || numeral.Vague || IsWithin(words, i, numeral.End))
                continue;
            int first = SignReader.First(words, i, floor);
            (double low, double? high) = first < i ? (-numeral.Low, -numeral.High) : (numeral.Low, numeral.High);
            found.Add(new NumberMention(words.Span(first, numeral.End), low, high));
            i = numeral.End - 1;
            floor = numeral.End;
        }

        return found.ToImmutable();
    }

    /// <summary>"180ml", "4th", "the one who": letters grown on to digits make a measure or rank, and "one" may stand for a noun.</summary>
    private static bool IsWithin(WordList words, int i, int end)
    {
        if (words.IsDigits(i) && words.IsLetters(end) && words.Joins(end))
            return true;
        return words.Is(i, "one") && end == i + 1 && words.IsAny(i - 1, "the", "this", "that", "which", "each", "every", "any", "no") && !words.IsHyphen(end);
    }
}
