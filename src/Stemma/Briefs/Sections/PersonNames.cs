using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Stemma.Briefs.Sections;

/// <summary>One person under several spellings: "Richard M. Nixon" and "Richard Nixon", "Maëlle" and "Maelle", "Cy" and "Cyrus", "Frith" and "Firth".</summary>
internal static class PersonNames
{
    // Below this many letters two surnames that differ in one are mostly two people ("Hall", "Hill").
    private const int LongSurname = 5;

    private static readonly FrozenSet<string> Suffixes = new[] { "jr", "sr", "ii", "iii", "iv" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Letters and digits in lower case, without accents.</summary>
    public static string Fold(string name)
    {
        StringBuilder folded = new(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>The words that tell a person from others: folded, without initials and "Jr."</summary>
    public static ImmutableArray<string> Key(string name)
    {
        ImmutableArray<string> words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(w => w.Length > 0 && !Suffixes.Contains(w))];
        ImmutableArray<string> full = words.Length > 2 ? [words[0], .. words[1..^1].Where(w => w.Length > 1), words[^1]] : words;
        return full;
    }

    /// <summary>Whether two keys of <see cref="Key"/> are spellings of one name. A surname alone is nobody's.</summary>
    public static bool AreOne(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        if (a.SequenceEqual(b))
            return true;
        if (a.Length < 2 || b.Length < 2)
            return false;
        bool sameSurname = a[^1] == b[^1], sameFirst = a[0] == b[0];
        if (sameSurname && !sameFirst)
            return Math.Min(a[0].Length, b[0].Length) > 1 && (a[0].StartsWith(b[0], StringComparison.Ordinal) || b[0].StartsWith(a[0], StringComparison.Ordinal));
        return sameFirst && (sameSurname || (Math.Min(a[^1].Length, b[^1].Length) >= LongSurname && IsSlip(a[^1], b[^1])));
    }

    /// <summary>One letter changed, added or left out, or two neighbours exchanged.</summary>
    private static bool IsSlip(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        int start = 0;
        while (start < a.Length && a[start] == b[start])
            start++;
        if (b.Length - a.Length == 1)
            return string.CompareOrdinal(a, start, b, start + 1, a.Length - start) == 0;
        if (a.Length != b.Length || start == a.Length)
            return false;
        bool changed = string.CompareOrdinal(a, start + 1, b, start + 1, a.Length) == 0;
        return changed || (start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && string.CompareOrdinal(a, start + 2, b, start + 2, a.Length) == 0);
    }
}
