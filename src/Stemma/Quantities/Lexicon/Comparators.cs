using System.Collections.Frozen;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>Finds the words around a number that bound it.</summary>
internal static class Comparators
{
    /// <summary>"no more than", "in the region of": no entry is longer, in words.</summary>
    private const int LongestPhrase = 5;

    private static readonly FrozenDictionary<string, Comparator> Before = Load(after: false);
    private static readonly FrozenDictionary<string, Comparator> After = Load(after: true);

    /// <summary>The longest phrase that ends right before word <paramref name="i"/>.</summary>
    /// <param name="first">Its first word; <paramref name="i"/> where there is none.</param>
    public static Comparator EndingAt(WordList words, int i, out int first)
    {
        first = i;
        for (int length = LongestPhrase; length > 0; length--)
        {
            int start = i - length;
            if (start >= 0 && TryFind(Before, words, start, i, out Comparator found) && !IsMisread(words, start, i))
            {
                first = start;
                return found;
            }
        }

        return Comparator.Exactly;
    }

    /// <summary>The longest phrase that starts at word <paramref name="i"/> ("or more"), or null.</summary>
    public static Comparator? StartingAt(WordList words, int i, out int end)
    {
        for (int length = 3; length > 0; length--)
        {
            // "or more than 42": the next amount's own words.
            if (i + length <= words.Count && !words.Is(i + length, "than") && words.Continues(i) && TryFind(After, words, i, i + length, out Comparator found))
            {
                end = i + length;
                return found;
            }
        }

        end = i;
        return null;
    }

    /// <summary>"over 12 years ago" bounds; "handed over 12 keys", "all 12" after "in" or "of", "under 18" of ages do not.</summary>
    private static bool IsMisread(WordList words, int start, int end)
    {
        if (end - start == 1 && words.IsAny(start, "over", "under", "around", "about"))
            return words.IsAny(start - 1, "handed", "took", "taken", "taking", "turned", "hand", "turn", "talks", "dispute", "row", "concerns", "worried", "asked", "told");
        return false;
    }

    private static bool TryFind(FrozenDictionary<string, Comparator> phrases, WordList words, int start, int end, out Comparator found)
    {
        found = default;
        for (int i = start + 1; i < end; i++)
        {
            if (!words.Continues(i) || words[i].Start - words[i - 1].End > 1)
                return false;
        }

        ReadOnlySpan<char> phrase = words.Text.AsSpan(words[start].Start, words[end - 1].End - words[start].Start);
        return phrase.Length <= 24 && phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(phrase, out found);
    }

    private static FrozenDictionary<string, Comparator> Load(bool after) =>
        Resources.Table("Quantities/Comparators.en.tsv")
            .Where(r => (r[0][0] == '+') == after)
            .ToFrozenDictionary(r => r[0].TrimStart('+'), r => Enum.Parse<Comparator>(r[1]), StringComparer.OrdinalIgnoreCase);
}
