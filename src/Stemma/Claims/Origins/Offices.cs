using System.Collections.Frozen;

namespace Stemma.Claims;

/// <summary>Tells an office that one person holds ("the county's chief fire officer") from one of many ("a port official").</summary>
internal static class Offices
{
    private static readonly FrozenSet<string> Single = WordList.Set("Offices.en.tsv");

    /// <param name="name">The source's name as resolved, without article.</param>
    /// <param name="words">As it stands; an indefinite article or a number makes it one of many.</param>
    public static bool IsHeldByOne(string name, ReadOnlySpan<char> words)
    {
        foreach (string many in (ReadOnlySpan<string>)["a ", "an ", "one ", "two ", "some ", "another ", "senior ", "former "])
        {
            if (words.StartsWith(many, StringComparison.OrdinalIgnoreCase) || name.StartsWith(many, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        // A name in it is somebody else's business: "governor Oda Brill" is a person.
        // "governor of the province": the office stands before what it is of.
        int of = name.IndexOf(" of ", StringComparison.Ordinal);
        string[] lower = (of > 0 ? name[..of] : name).Split([' ', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries);
        if (lower.Length is 0 or > 7 || !char.IsLower(lower[^1][0]))
            return false;
        return Single.Contains(lower[^1]) || (lower.Length > 1 && Single.Contains(lower[^2] + " " + lower[^1])) || (lower.Length > 2 && Single.Contains(lower[^3] + " " + lower[^2] + " " + lower[^1]));
    }

    /// <summary>"governor" of "state governor": the office that one person holds, in lower case, or null.</summary>
    public static string? Bare(string role)
    {
        string[] words = role.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int length = Math.Min(3, words.Length); length > 0; length--)
        {
            string office = string.Join(' ', words[^length..]);
            if (Single.Contains(office))
                return office;
        }

        return null;
    }
}
