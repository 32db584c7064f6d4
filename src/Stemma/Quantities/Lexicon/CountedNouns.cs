using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>What is known about nouns that are counted: their singulars, synonyms, and the words that end or replace them.</summary>
internal static class CountedNouns
{
    private static readonly FrozenDictionary<string, string> Irregular = Rows("irregular")
        .ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Synonyms = Rows("same")
        .SelectMany((r, i) => r.Select(word => (word, i)))
        .DistinctBy(w => w.word)
        .ToFrozenDictionary(w => w.word, w => w.i, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> States = Set("state");
    private static readonly FrozenSet<string> Labels = Set("label");
    private static readonly FrozenSet<string> Stops = Set("stop");

    public static bool IsState(ReadOnlySpan<char> word) => Holds(States, word);

    public static bool IsLabel(ReadOnlySpan<char> word) => Holds(Labels, word);

    public static bool IsStop(ReadOnlySpan<char> word) => Holds(Stops, word);

    /// <summary>Whether two units name the same things: synonyms, or one is the other with a qualifier ("shell", "artillery shell").</summary>
    public static bool SameKind(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
            return true;
        if (Synonyms.TryGetValue(a, out int x) && Synonyms.TryGetValue(b, out int y) && x == y)
            return true;
        return a.EndsWith(" " + b, StringComparison.OrdinalIgnoreCase) || b.EndsWith(" " + a, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the word looks like a plural: by its end, or irregular.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word)
    {
        if (word.Length > 24)
            return false;
        if (Irregular.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word))
            return true;
        return word.Length > 3 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i' or '\'');
    }

    /// <summary>The singular of a plural noun, in lower case unless it is all capitals; a singular comes back as it is.</summary>
    /// <remarks>By rule where it is not in the list: misses foreign plurals, and takes "-uses" for "-use".</remarks>
    public static string Singular(string noun)
    {
        if (Irregular.TryGetValue(noun, out string? singular))
            return singular;
        string word = IsAcronym(noun) ? noun : noun.ToLowerInvariant();
        if (!IsPlural(word))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        foreach (string ending in (ReadOnlySpan<string>)["sses", "shes", "ches", "xes", "zzes", "oes"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^2];
        }

        return word[..^1];
    }

    private static bool IsAcronym(string noun) => noun.Length > 1 && char.IsUpper(noun[0]) && char.IsUpper(noun[1]);

    private static bool Holds(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= 16 && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string kind) => Rows(kind).SelectMany(r => r).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string[]> Rows(string kind) =>
        Resources.Table("Quantities/CountedNouns.en.tsv").Where(r => r[0] == kind).Select(r => r[1].Split('|'));
}
