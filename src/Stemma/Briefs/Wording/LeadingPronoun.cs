using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>A pronoun at the head of a sentence, which leans on the sentence before.</summary>
internal static class LeadingPronoun
{
    private static readonly FrozenSet<string> Personal =
        new[] { "he", "she", "they", "it", "his", "her", "their", "its", "him", "them", "hers", "theirs" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Pointing =
        new[] { "this", "that", "these", "those", "both", "such", "neither", "either", "others", "another" }.ToFrozenSet(StringComparer.Ordinal);

    // "It is unclear whether", "it was the first time": this "it" points forward, at what follows.
    private static readonly FrozenSet<string> ForwardVerbs = new[]
    {
        "is", "was", "isn't", "wasn't", "remains", "remained", "seems", "seemed", "appears", "appeared", "became", "may", "could", "would", "will", "has", "had", "took", "takes",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Forward = new[]
    {
        "clear", "unclear", "known", "unknown", "possible", "impossible", "likely", "unlikely", "expected", "believed", "reported", "thought", "understood", "early",
        "soon", "late", "not", "immediately", "that", "unusual", "rare", "common", "important", "difficult", "hard", "feared", "hoped", "alleged", "claimed",
        "emerged", "been",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsPronoun(string words) => Personal.Contains(words.Trim().ToLowerInvariant());

    /// <summary>"He" and "she", which a person's name may stand in for.</summary>
    public static bool IsSingularPerson(string words) => words.Trim().ToLowerInvariant() is "he" or "she";

    /// <returns>Where the pronoun stands, or null where the sentence begins with none that leans back.</returns>
    public static TextSpan? Find(StorySentence sentence)
    {
        ReadOnlySpan<char> text = sentence.Text;
        int start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        int end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
            end++;
        string first = text[start..end].ToString().ToLowerInvariant().Replace('’', '\'');
        string stem = first.Contains('\'', StringComparison.Ordinal) ? first[..first.IndexOf('\'', StringComparison.Ordinal)] : first;
        TextSpan span = new(sentence.Span.Start + start, sentence.Span.Start + start + stem.Length);
        // A quotation's "we" or "it" is the speaker's own; the quotation stands as it is.
        if (start > 0 && text[start - 1] is '"' or '“')
            return null;
        if (stem == "it" && PointsForward(sentence.Words))
            return null;
        if (Personal.Contains(stem))
            return span;
        return Pointing.Contains(stem) ? span : null;
    }

    private static bool PointsForward(ImmutableArray<string> words) =>
        words.Length > 3 && ForwardVerbs.Contains(words[1]) && words.AsSpan(2, Math.Min(3, words.Length - 2)).ToArray().Any(Forward.Contains);
}
