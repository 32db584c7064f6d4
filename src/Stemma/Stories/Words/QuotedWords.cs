using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>Finds the words between quotation marks, as hashes of each five in a row.</summary>
/// <remarks>
/// Of its own, beside the attribution layer's quotes, so that grouping needs nothing but the text. A passage ends at its closing mark or with its paragraph;
/// five words keep out titles and single words in scare quotes.
/// </remarks>
internal static class QuotedWords
{
    private const int Row = 5;

    /// <summary>Hashes kept a report: about 150 quoted words.</summary>
    private const int MaxHashes = 150;

    public static ImmutableArray<ulong> Read(string text)
    {
        SortedSet<ulong> hashes = [];
        int i = 0;
        while (i < text.Length && hashes.Count < MaxHashes)
        {
            if (text[i] is not ('"' or '\u201c'))
            {
                i++;
                continue;
            }

            int end = text.AsSpan(i + 1).IndexOfAny("\"\u201d\n");
            end = end < 0 ? text.Length : i + 1 + end;
            List<Word> words = WordScanner.Scan(text[(i + 1)..end]);
            for (int w = 0; w + Row <= words.Count && hashes.Count < MaxHashes; w++)
            {
                ulong hash = 0;
                for (int k = w; k < w + Row; k++)
                    hash = StableHash.Combine(hash, StableHash.Of(words[k].Folded));
                hashes.Add(hash);
            }

            i = end + 1;
        }

        return [.. hashes];
    }
}
