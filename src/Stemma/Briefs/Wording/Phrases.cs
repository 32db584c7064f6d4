using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>A lexicon of phrases, each with one value, looked up in the words of a sentence.</summary>
/// <remarks>A phrase is a run of words; <c>*</c> in it stands for up to <see cref="Gap"/> words. Cost is linear in the words
/// of the sentence: phrases are found by their first word, and the gap is bounded.</remarks>
internal sealed class Phrases
{
    private const int Gap = 6;

    private readonly FrozenDictionary<string, ImmutableArray<(string[] Words, string Value)>> byFirst;

    private Phrases(IEnumerable<(string[] Words, string Value)> phrases) =>
        byFirst = phrases.GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToImmutableArray(), StringComparer.Ordinal);

    /// <param name="resource">A table of phrase and value.</param>
    public static Phrases Read(string resource) =>
        new(Resources.Table(resource).Select(row => (row[0].Split(' '), row.Length > 1 ? row[1] : "")));

    /// <returns>The value of each phrase that stands in the words, one for each place, the longest that fits there; in text order. The words of a phrase without a gap begin no further one.</returns>
    public IEnumerable<string> In(ImmutableArray<string> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!byFirst.TryGetValue(words[i], out ImmutableArray<(string[] Words, string Value)> phrases))
                continue;
            foreach ((string[] phrase, string value) in phrases)
            {
                if (Fits(words, i, phrase))
                {
                    yield return value;
                    // The words of a plain phrase are spoken for: "had been under investigation" holds no "under investigation".
                    if (!phrase.Contains("*"))
                        i += phrase.Length - 1;
                    break;
                }
            }
        }
    }

    /// <summary>How many words the longest phrase at the head of the words takes, with its value; 0 where none stands there.</summary>
    public (int Words, string Value) At(ImmutableArray<string> words)
    {
        if (words.Length > 0 && byFirst.TryGetValue(words[0], out ImmutableArray<(string[] Words, string Value)> phrases))
        {
            foreach ((string[] phrase, string value) in phrases)
            {
                if (Fits(words, 0, phrase))
                    return (phrase.Length, value);
            }
        }

        return (0, "");
    }

    private static bool Fits(ImmutableArray<string> words, int at, string[] phrase)
    {
        int i = at;
        for (int p = 0; p < phrase.Length; p++)
        {
            if (phrase[p] != "*")
            {
                if (i >= words.Length || words[i++] != phrase[p])
                    return false;
                continue;
            }

            int limit = Math.Min(words.Length, i + Gap + 1);
            while (i < limit && words[i] != phrase[p + 1])
                i++;
            if (i >= limit)
                return false;
        }

        return true;
    }
}
