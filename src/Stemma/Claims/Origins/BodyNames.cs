using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Stemma.Claims;

/// <summary>One key for each body of a story: "the coastguard", "Norwegian coastguard", "NCG".</summary>
/// <remarks>
/// A shorter name means the longer one that holds all its words, where only one does; initials likewise. A bare
/// "ministry" beside two ministries stays itself, and then counts as one that may be either.
/// </remarks>
internal sealed class BodyNames
{
    private static readonly FrozenSet<string> Skip = FrozenSet.Create(StringComparer.Ordinal, "the", "of", "for", "and", "a", "an", "in", "on", "s", "de", "its", "their", "his", "her", "own", "trade", "labour", "labor", "local");

    private static readonly ImmutableArray<(string[] Words, string Means)> Synonyms = [.. Text.Resources.Table("Claims/Origins/BodySynonyms.en.tsv")
        .SelectMany(r => r[1].Split(',').Select(s => (Words: s.Split(' '), Means: r[0])))
        .OrderByDescending(s => s.Words.Length)];

    /// <summary>"The army's chief" speaks for the army.</summary>
    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(StringComparer.Ordinal, "chief", "deputy", "senior", "acting", "top");

    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> holders;

    /// <param name="holders">Surnames, in lower case, of those whose office only one of the story holds, by the office: "the governor's campaign" is Ortega's.</param>
    public BodyNames(IEnumerable<string> names, IReadOnlyDictionary<string, string>? holders = null)
    {
        this.holders = holders ?? ImmutableDictionary<string, string>.Empty;
        ImmutableArray<(string Key, string[] Words)> all = [.. names
            .Select(Words).Where(w => w.Length > 0)
            .Select(w => (Key: Key(w), Words: w))
            .DistinctBy(n => n.Key)
            .OrderBy(n => n.Words.Length).ThenBy(n => n.Key, StringComparer.Ordinal)];
        // Longest first, so that each shorter name finds where its longer ones already lead.
        foreach ((string key, string[] words) in all.Reverse())
        {
            string[] longer = [.. all.Where(o => o.Key != key && (o.Words.Length > words.Length && words.All(w => o.Words.Any(v => SameWord(v, w))) || IsInitials(words, o.Words)))
                .Select(o => keys.GetValueOrDefault(o.Key, o.Key)).Distinct(StringComparer.Ordinal)];
            keys[key] = longer.Length == 1 ? longer[0] : key;
        }
    }

    /// <summary>Equal for names of one body.</summary>
    public string Of(string name)
    {
        string key = Key(Words(name));
        return keys.GetValueOrDefault(key, key);
    }

    /// <summary>Whether the one may be the other: equal, or one's words all among the other's.</summary>
    public bool MayBeOne(string first, string second)
    {
        string a = Of(first);
        string b = Of(second);
        if (a == b)
            return true;
        string[] x = a.Split(' ');
        string[] y = b.Split(' ');
        return x.All(w => y.Any(v => SameWord(v, w))) || y.All(w => x.Any(v => SameWord(v, w)));
    }

    /// <summary>"Qatar" and "Qatari", "prosecutor" and "prosecutors": the rest is an ending of at most three letters.</summary>
    private static bool SameWord(string a, string b)
    {
        if (a == b)
            return true;
        (string less, string more) = a.Length < b.Length ? (a, b) : (b, a);
        return less.Length >= 5 && more.Length - less.Length <= 3 && more.StartsWith(less[..^1], StringComparison.Ordinal);
    }

    private static bool IsInitials(string[] word, string[] words) =>
        word.Length == 1 && words.Length > 1 && word[0].Length >= 2 && word[0] == string.Concat(words.Select(w => w[0]));

    /// <summary>Sorted, so that "Transport Ministry" and "Ministry of Transport" are one.</summary>
    private static string Key(string[] words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private string[] Words(string name)
    {
        string plain = name.Replace('’', '\'').ToLowerInvariant();
        if (plain.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark && holders.TryGetValue(plain[..mark].StartsWith("the ", StringComparison.Ordinal) ? plain[4..mark] : plain[..mark], out string? holder))
            plain = holder + plain[mark..];
        List<string> words = [.. plain.Split([' ', '.', ',', '-', '/', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries).Where(w => w is "and" || !Skip.Contains(w))];
        foreach ((string[] wanted, string means) in Synonyms)
        {
            for (int at = 0; at + wanted.Length <= words.Count; at++)
            {
                if (!words.Skip(at).Take(wanted.Length).SequenceEqual(wanted, StringComparer.Ordinal))
                    continue;
                words.RemoveRange(at, wanted.Length);
                words.Insert(at, means);
            }
        }

        // A rank tells of a body only where nothing else does.
        if (words.Exists(w => !Ranks.Contains(w)))
            words.RemoveAll(Ranks.Contains);
        return [.. words.Where(w => !Skip.Contains(w)).Distinct(StringComparer.Ordinal)];
    }
}
