using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>A pronoun at the head of a sentence, which leans on the sentence before.</summary>
internal static class LeadingPronoun
{
    private static readonly FrozenSet<string> Personal =
        new[] { "he", "she", "they", "it", "his", "her", "their", "its", "him", "them", "hers", "theirs", "mine", "ours", "yours" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Pointing =
        new[] { "this", "that", "these", "those", "both", "such", "neither", "either", "others", "another" }.ToFrozenSet(StringComparer.Ordinal);

    // "It is unclear whether", "it was the first time": this "it" points forward, at what follows.
    private static readonly FrozenSet<string> ForwardVerbs = new[]
    {
        "is", "was", "isn't", "wasn't", "remains", "remained", "seems", "seemed", "appears", "appeared", "became", "took", "takes",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "It may be that", "it has been reported that"; but "it would not say" leans back.
    private static readonly FrozenSet<string> Auxiliaries = new[] { "may", "might", "could", "would", "will", "has", "had", "should", "must" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Forward = new[]
    {
        "clear", "unclear", "known", "unknown", "possible", "impossible", "likely", "unlikely", "expected", "believed", "reported", "thought", "understood", "early",
        "soon", "late", "not", "immediately", "that", "unusual", "rare", "common", "important", "difficult", "hard", "feared", "alleged", "claimed",
        "emerged", "established", "determined", "decided", "said", "hoped",
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
        if (OfThem(sentence.Words) is > 0 and var words)
            return At(sentence, words);
        return Pointing.Contains(stem) ? span : null;
    }

    /// <summary>"One of them said", "The last of these": the words up to the pronoun; 0 where none stands at the head.</summary>
    private static int OfThem(ImmutableArray<string> words)
    {
        for (int i = 1; i < Math.Min(4, words.Length - 1); i++)
        {
            if (words[i] == "of" && words[i + 1] is "them" or "these" or "those")
                return i + 1;
        }

        return 0;
    }

    private static TextSpan At(StorySentence sentence, int word)
    {
        ReadOnlySpan<char> text = sentence.Text;
        int at = text.IndexOf(" of ", StringComparison.Ordinal) + 4;
        return new TextSpan(sentence.Span.Start + at, sentence.Span.Start + at + sentence.Words[word].Length);
    }

    private static bool PointsForward(ImmutableArray<string> words)
    {
        if (words.Length <= 3)
            return false;
        int at = 2;
        if (Auxiliaries.Contains(words[1]))
        {
            at += words[at] == "not" ? 1 : 0;
            if (words[at] == "emerged")
                return true;
            if (words[at] is not ("be" or "been"))
                return false;
            at++;
        }
        else if (!ForwardVerbs.Contains(words[1]))
        {
            return false;
        }

        return words.Skip(at).Take(3).Any(Forward.Contains);
    }
}
