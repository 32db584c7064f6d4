using System.Globalization;
using System.Text;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>Cuts any text (body or headline) into words for comparing reports with each other.</summary>
/// <remarks>
/// Coarser than <see cref="Language.LanguageEngine"/> on purpose: a headline has no annotation, and two houses that write "co-operate", "cooperate",
/// "1,200" and "1200" should still be seen to use the same words. One pass, linear in the text.
/// </remarks>
internal static class WordScanner
{
    /// <summary>Longer runs of letters are no words (encoded data, rulers of dashes) and are cut here.</summary>
    private const int MaxLength = 60;

    public static List<Word> Scan(string text)
    {
        List<Word> words = new(text.Length / 6);
        bool opens = true;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                // Quotation marks and brackets keep what stood before them: ." He" opens as much as ". He".
                if (c is '.' or '!' or '?' or ':' or '\n' or '\r' or '\u2022' or '\u2026')
                    opens = true;
                else if (c is ',' or ';')
                    opens = false;
                i++;
                continue;
            }

            int end = char.IsDigit(c) ? EndOfNumber(text, i) : EndOfWord(text, i);
            WordShape shape = char.IsDigit(c) ? WordShape.Number : char.IsUpper(c) ? WordShape.Capitalised : WordShape.Lower;
            words.Add(new Word(new TextSpan(i, end), Fold(text.AsSpan(i, end - i)), shape, opens));
            opens = false;
            i = end;
        }

        return words;
    }

    private static int EndOfNumber(string text, int start)
    {
        int i = start;
        while (i < text.Length && i - start < MaxLength)
        {
            char c = text[i];
            bool inside = char.IsLetterOrDigit(c)
                || (c is '.' or ',' or ':' && i + 1 < text.Length && char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1]));
            if (!inside)
                break;
            i++;
        }

        return i;
    }

    private static int EndOfWord(string text, int start)
    {
        int i = start;
        while (i < text.Length && i - start < MaxLength)
        {
            char c = text[i];
            bool next = i + 1 < text.Length && char.IsLetter(text[i + 1]);
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                i++;
            else if (c is '\'' or '\u2019' && next)
                i++;
            else if (c == '.' && next && i - start == 1 || c == '.' && i - start >= 3 && text[i - 2] == '.' && next)
                i++; // U.S., e.g.: letters parted by full stops are one word
            else
                break;
        }

        return i;
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[MaxLength];
        int length = 0;
        bool ascii = true;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            // "coastguard's": the ending is no part of the word; "don't", "1,200": only the mark goes.
            if ((c is '\'' or '\u2019') && word[(i + 1)..] is "s" or "S")
                break;
            if (c is '\'' or '\u2019' or ',')
                continue;

            ascii &= char.IsAscii(c);
            folded[length++] = char.ToLowerInvariant(c);
        }

        string text = folded[..length].ToString();
        if (text.Contains('.', StringComparison.Ordinal) && !char.IsDigit(text[0]))
            text = text.Replace(".", "", StringComparison.Ordinal);
        return ascii ? text : WithoutAccents(text);
    }

    private static string WithoutAccents(string text)
    {
        // A lone surrogate cannot be normalised; letters outside the basic plane are left as they are.
        foreach (char c in text)
        {
            if (char.IsSurrogate(c))
                return text;
        }

        StringBuilder plain = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString();
    }
}
