using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Stories;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>Marks the words of phrases that every newsroom writes.</summary>
internal static class StockPhrases
{
    private static readonly FrozenDictionary<string, ImmutableArray<ImmutableArray<string>>> ByFirstWord = Resources.Table("Lineages/StockPhrases.en.tsv")
        .Select(row => row[0].Split(' ').ToImmutableArray())
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(words => words.Length).ToImmutableArray(), StringComparer.Ordinal);

    public static bool[] In(ImmutableArray<Word> words)
    {
        bool[] stock = new bool[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!ByFirstWord.TryGetValue(words[i].Folded, out ImmutableArray<ImmutableArray<string>> phrases))
                continue;
            foreach (ImmutableArray<string> phrase in phrases)
            {
                if (!StandsAt(words, i, phrase))
                    continue;
                stock.AsSpan(i, phrase.Length).Fill(true);
                break;
            }
        }

        return stock;
    }

    private static bool StandsAt(ImmutableArray<Word> words, int at, ImmutableArray<string> phrase)
    {
        if (at + phrase.Length > words.Length)
            return false;
        for (int i = 0; i < phrase.Length; i++)
        {
            if (words[at + i].Folded != phrase[i])
                return false;
        }

        return true;
    }
}
