using Stemma.Language.Models;
using Stemma.Text;

namespace Stemma.Language.Tagging;

/// <summary>What the networks see of one token: hashes of its folded form, affixes and shape.</summary>
/// <param name="Word">Folded: lower case, digits as 0, curly marks as straight ones (opening and closing quotation marks kept apart).</param>
/// <param name="Shape">Case and make-up of the form, joined with the case of its whole sentence.</param>
internal readonly record struct WordForm(ulong Word, ulong Prefix2, ulong Prefix3, ulong Suffix2, ulong Suffix3, ulong Suffix4, uint Shape)
{
    /// <summary>A capital and small letters, no digits, in a sentence that is neither a headline nor all in capitals.</summary>
    public bool IsCapitalised => Shape is (2 * 4 * 8) + (uint)SentenceCase.Normal;

    /// <summary>Longer forms are hashed by their first and last this many characters: no word is, and a hostile text may be.</summary>
    private const int Longest = 64;

    public static WordForm Of(string text, TextSpan span, SentenceCase sentenceCase)
    {
        ReadOnlySpan<char> form = span.In(text);
        Span<char> folded = stackalloc char[Longest];
        int length = Fold(text, span, folded);
        folded = folded[..length];
        return new WordForm(
            Hash(folded),
            Hash(folded[..Math.Min(2, length)]),
            Hash(folded[..Math.Min(3, length)]),
            Suffix(folded, 2),
            Suffix(folded, 3),
            Suffix(folded, 4),
            ShapeOf(form) * 8 + (uint)sentenceCase);
    }

    /// <summary>Forms of one sentence's tokens.</summary>
    public static void Fill(string text, ReadOnlySpan<TextSpan> tokens, Span<WordForm> forms)
    {
        SentenceCase sentenceCase = SentenceCases.Of(text, tokens);
        for (int i = 0; i < tokens.Length; i++)
            forms[i] = Of(text, tokens[i], sentenceCase);
    }

    /// <summary>The folded form's hash alone; what <see cref="Networks.WordVectors"/> are keyed by.</summary>
    public static ulong HashOf(string text, TextSpan span)
    {
        Span<char> folded = stackalloc char[Longest];
        return Hash(folded[..Fold(text, span, folded)]);
    }

    private static int Fold(string text, TextSpan span, Span<char> folded)
    {
        ReadOnlySpan<char> form = span.In(text);
        if (form.Length == 1 && form[0] is '"' or '“' or '”' or '„')
        {
            bool spaceBefore = span.Start == 0 || Characters.IsBlank(text[span.Start - 1]) || Characters.IsOpening(text[span.Start - 1]);
            bool spaceAfter = span.End == text.Length || Characters.IsBlank(text[span.End]);
            folded[0] = form[0] == '"' ? (spaceBefore && !spaceAfter ? '“' : '”') : form[0];
            return 1;
        }

        int length = 0;
        int half = Longest / 2;
        for (int i = 0; i < form.Length; i++)
        {
            if (form.Length > Longest && i == half)
                i = form.Length - half;
            char c = form[i];
            folded[length++] = c switch
            {
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= '0' and <= '9' => '0',
                < '\u0080' => c,
                '’' or 'ʼ' => '\'',
                '‘' => '`',
                '‐' or '‑' or '–' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }

        return length;
    }

    private static ulong Hash(ReadOnlySpan<char> folded)
    {
        ulong hash = Features.Seed;
        foreach (char c in folded)
            hash = Features.Step(hash, c);
        return hash;
    }

    private static ulong Suffix(ReadOnlySpan<char> folded, int length) => folded.Length <= length ? Hash(folded) ^ 0x5bd1e995 : Hash(folded[^length..]);

    /// <summary>0 to 15: case (none, lower, capital, all capitals, mixed) and whether digits or hyphens and stops are inside.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        bool digit = false, mark = false, lower = false, upper = false;
        foreach (char c in form)
        {
            digit |= char.IsAsciiDigit(c);
            lower |= char.IsLower(c);
            upper |= char.IsUpper(c);
            mark |= c is '-' or '.';
        }

        uint shape = (lower, upper) switch
        {
            (false, false) => 0,
            (true, false) => 1,
            (true, true) => char.IsUpper(form[0]) && form[1..].IndexOfAnyInRange('A', 'Z') < 0 ? 2u : 4u,
            (false, true) => form.Length == 1 ? 5u : 3u,
        };
        return (shape * 2 + (digit ? 1u : 0u)) * 2 + (mark ? 1u : 0u);
    }
}
