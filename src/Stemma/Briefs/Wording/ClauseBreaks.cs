using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Where a sentence may end early and still be a sentence: before a clause that only adds.</summary>
internal static class ClauseBreaks
{
    // No contrast and no condition ("but", "although", "if", "unless"): without them the rest would say something else.
    private static readonly FrozenSet<string> Adders = new[]
    {
        "which", "who", "whose", "where", "while", "when", "as", "after", "before", "with", "amid", "including", "following", "adding",
        "bringing", "making", "leaving", "raising", "prompting", "since", "and", "such", "among", "part", "a", "the", "an",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a clause that may be left off begins at the mark at <paramref name="offset"/>.</summary>
    /// <remarks>Misses restrictive clauses without a mark, which must stay. A list ("dead, wounded, and missing") is told by its
    /// short last item and is not cut.</remarks>
    public static bool IsAt(string body, int offset, TextSpan sentence)
    {
        char mark = body[offset];
        if (mark is ';' or '—' or '–')
            return mark == ';' || (offset > 0 && char.IsWhiteSpace(body[offset - 1])) || mark == '—';
        if (mark != ',' || offset + 2 >= sentence.End || !char.IsWhiteSpace(body[offset + 1]))
            return false;
        int start = offset + 2;
        int end = start;
        while (end < sentence.End && char.IsLetter(body[end]))
            end++;
        string word = body[start..end].ToLowerInvariant();
        if (!Adders.Contains(word))
            return false;
        bool list = word is "and" or "a" or "the" or "an";
        return !list || sentence.End - offset > 40;
    }
}
