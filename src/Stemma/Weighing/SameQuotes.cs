using System.Collections.Immutable;

namespace Stemma.Weighing;

/// <summary>Finds quotations that print the same words, also where one house cut them or changed a word.</summary>
/// <remarks>
/// Two quotations are the same where four fifths of the shorter one's words stand in the longer one in the same order (longest common subsequence):
/// what a desk leaves when it cuts. Candidates share three words in a row. Short bits ("very sad") are common to many speakers and are joined only when they are whole and alike.
/// </remarks>
internal static class SameQuotes
{
    /// <summary>Quotations of fewer words are the same only if nothing differs.</summary>
    private const int Shortest = 6;

    /// <summary>Words of a quotation that are looked at.</summary>
    private const int Longest = 120;

    private const int Run = 3;
    private const double Share = 0.8;

    /// <summary>Three words that stand in more quotations than this tell nothing.</summary>
    private const int Common = 60;

    /// <param name="quotes">The report and the words of each.</param>
    /// <returns>For each the indices of those in other reports, rising.</returns>
    public static ImmutableArray<int>[] Find(IReadOnlyList<(string Report, string Text)> quotes)
    {
        string[][] words = [.. quotes.Select(q => WordsOf(q.Text))];
        SortedSet<int>[] same = [.. quotes.Select(_ => new SortedSet<int>())];
        Dictionary<string, List<int>> byRun = new(StringComparer.Ordinal);
        HashSet<(int, int)> seen = [];
        for (int i = 0; i < words.Length; i++)
        {
            foreach (string run in Runs(words[i]))
            {
                if (!byRun.TryGetValue(run, out List<int>? holders))
                    byRun.Add(run, holders = []);
                if (holders.Count >= Common)
                    continue;
                foreach (int j in holders)
                {
                    if (quotes[i].Report != quotes[j].Report && seen.Add((j, i)) && AreSame(words[i], words[j]))
                    {
                        same[i].Add(j);
                        same[j].Add(i);
                    }
                }

                if (holders.Count == 0 || holders[^1] != i)
                    holders.Add(i);
            }
        }

        return [.. same.Select(s => s.ToImmutableArray())];
    }

    internal static bool AreSame(string[] first, string[] second)
    {
        (string[] shorter, string[] longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (shorter.Length < Shortest)
            return shorter.Length > 2 && shorter.AsSpan().SequenceEqual(longer);
        return CommonLength(shorter, longer) >= Share * shorter.Length;
    }

    /// <summary>Length of the longest common subsequence.</summary>
    private static int CommonLength(string[] shorter, string[] longer)
    {
        int[] before = new int[longer.Length + 1], now = new int[longer.Length + 1];
        foreach (string word in shorter)
        {
            for (int j = 0; j < longer.Length; j++)
                now[j + 1] = word == longer[j] ? before[j] + 1 : Math.Max(before[j + 1], now[j]);
            (before, now) = (now, before);
        }

        return before[^1];
    }

    private static IEnumerable<string> Runs(string[] words)
    {
        if (words.Length < Run)
            yield break;
        for (int i = 0; i + Run <= words.Length; i++)
            yield return string.Join(' ', words, i, Run);
    }

    /// <summary>Letters and digits alone, in lower case: two houses' marks and spaces do not part one quotation.</summary>
    internal static string[] WordsOf(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length && words.Count < Longest; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && start >= 0 && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant().Replace('’', '\''));
                start = -1;
            }
        }

        return [.. words];
    }
}
