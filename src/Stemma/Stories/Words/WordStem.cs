using System.Buffers;

namespace Stemma.Stories;

/// <summary>Cuts English inflection off a folded word, so that "sinks", "sinking" and "sink" count as one.</summary>
/// <remarks>
/// Inflection only (plural, -ed, -ing), after the first steps of Porter (1980), and not derivation: "operation" and "operator" are different
/// news. Irregular forms (sank, sunk) stay apart; the other words of a report make up for it.
/// </remarks>
internal static class WordStem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Of(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[0]) || word.EndsWith("ss", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (EndsAfterHiss(word, "es"))
            return word[..^2];
        if (word[^1] == 's' && word[^2] is not ('u' or 'i' or 's'))
            word = word[..^1];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 3)))
            return Mend(word[..^3]);
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && word[^3] != 'e' && HasVowel(word.AsSpan(0, word.Length - 2)))
            return Mend(word[..^2]);
        // "close", "closed" and "closing" meet without their e.
        return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static bool EndsAfterHiss(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length > 4
        && (word[^3] is 'x' or 'z' || (word[^3] == 'h' && word[^4] is 'c' or 's') || (word[^3] == 's' && word[^4] == 's'));

    /// <summary>Undoes the doubling before an ending: "stopped" to "stop"; not "called".</summary>
    private static string Mend(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);
}
