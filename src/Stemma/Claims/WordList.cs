using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Reads lists of words and phrases from this folder's lexicons; all entries in lower case.</summary>
internal static class WordList
{
    /// <summary>All entries of a table without columns.</summary>
    public static FrozenSet<string> Set(string name) =>
        Resources.Table("Claims/" + name).SelectMany(row => row.SelectMany(Entries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The entries of the row that starts with <paramref name="key"/>, in file order.</summary>
    public static ImmutableArray<string> Row(string name, string key) =>
        [.. Resources.Table("Claims/" + name).Where(row => row[0] == key).SelectMany(row => row.Skip(1)).SelectMany(Entries)];

    /// <summary>Whether one of the phrases stands in the text between word boundaries; letter case ignored.</summary>
    public static bool AnyIn(IEnumerable<string> phrases, ReadOnlySpan<char> text)
    {
        foreach (string phrase in phrases)
        {
            if (Stands(phrase, text))
                return true;
        }

        return false;
    }

    private static bool Stands(string phrase, ReadOnlySpan<char> text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int at = text[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            int start = from + at;
            int end = start + phrase.Length;
            bool open = start == 0 || !char.IsLetterOrDigit(text[start - 1]) || !char.IsLetterOrDigit(phrase[0]);
            bool shut = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(phrase[^1]);
            if (open && shut)
                return true;
            from = start + 1;
        }

        return false;
    }

    private static IEnumerable<string> Entries(string cell) =>
        cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
