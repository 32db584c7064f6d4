using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Cuts short texts into plain words, and tells how much two of them say the same.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Common =
        Resources.Table("Briefs/CommonWords.en.tsv").SelectMany(row => row).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Runs of letters and digits, in lower case; an apostrophe or hyphen between two letters, and a point or comma between two
    /// digits, belong to the word.</summary>
    public static ImmutableArray<string> Of(ReadOnlySpan<char> text)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        Span<char> word = stackalloc char[64];
        int length = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            bool inner = i > 0 && i + 1 < text.Length && length > 0
                && (c is '\'' or '’' or '-' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
                    || c is '.' or ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]));
            if (char.IsLetterOrDigit(c) || inner)
            {
                // A "word" longer than this is no word; its first 64 letters still tell it from others.
                if (length < word.Length)
                    word[length++] = c == '’' ? '\'' : char.ToLowerInvariant(c);
            }
            else if (length > 0)
            {
                words.Add(new string(word[..length]));
                length = 0;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The words that carry a sentence's content, cut to a rough stem.</summary>
    public static FrozenSet<string> Content(ReadOnlySpan<char> text) =>
        Of(text).Where(w => !Common.Contains(w) && (w.Length > 1 || char.IsAsciiDigit(w[0]))).Select(Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How much of the smaller set stands in the other, 0 to 1; 0 where one is empty.</summary>
    public static double Overlap(FrozenSet<string> a, FrozenSet<string> b)
    {
        (FrozenSet<string> small, FrozenSet<string> large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    /// <summary>Whether two points have more than three quarters of their content words in common, or one has all of the other's.</summary>
    public static bool SayTheSame(FrozenSet<string> a, FrozenSet<string> b)
    {
        int shared = a.Count(b.Contains), least = Math.Min(a.Count, b.Count);
        return (shared == least && (least > 2 || a.Count == b.Count)) || shared > 0.75 * (a.Count + b.Count - shared);
    }

    /// <summary>A text without the days and names that were put into it in brackets.</summary>
    public static string WithoutBrackets(string text)
    {
        int open;
        while ((open = text.IndexOf('[', StringComparison.Ordinal)) >= 0 && text.IndexOf(']', open) is > 0 and int close)
            text = string.Concat(text.AsSpan(0, open), " ", text.AsSpan(close + 1));
        return text;
    }

    /// <summary>Takes off the commonest endings, so that "sank, sinking" part but "missile, missiles" and "vote, voted" do not.</summary>
    private static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return word[..^3];
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            return word[..^2];
        if (word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal))
            return word[..^2];
        if (word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
            return word[..^1];
        return word.Length > 4 && word.EndsWith('e') ? word[..^1] : word;
    }
}
