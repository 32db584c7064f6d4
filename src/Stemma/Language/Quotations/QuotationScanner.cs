using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Language.Quotations;

/// <summary>Finds the outermost quotations of a text, in text order.</summary>
/// <remarks>
/// Double marks, straight or curly, low or angled, and single marks where an outlet quotes with them. A quotation that is
/// still open where a paragraph ends runs on if the next paragraph opens with a mark again (Associated Press Stylebook,
/// "quotation marks"); else it ends with its paragraph. Quotations inside quotations are left to their outer one.
/// One pass over the text. Misses: a straight single mark after a plural ("the workers' union") that really closes a quotation.
/// </remarks>
internal static class QuotationScanner
{
    public static ImmutableArray<Quotation> Scan(string text, ImmutableArray<TextSpan> paragraphs)
    {
        ImmutableArray<Quotation>.Builder found = ImmutableArray.CreateBuilder<Quotation>();
        int open = -1;
        char opener = '\0';
        for (int p = 0; p < paragraphs.Length; p++)
        {
            TextSpan paragraph = paragraphs[p];
            int i = paragraph.Start;
            if (open >= 0)
            {
                if (i < paragraph.End && Opens(text, i, paragraph, opener))
                {
                    i++;
                }
                else
                {
                    Close(found, text, open, paragraphs[p - 1].End, paragraphs[p - 1].End);
                    open = -1;
                }
            }

            for (; i < paragraph.End; i++)
            {
                if (!QuotationMarks.IsMark(text[i]))
                    continue;
                if (open < 0)
                {
                    if (Opens(text, i, paragraph, '\0') && (!QuotationMarks.IsSingle(text[i]) || SingleCloses(text, i, paragraph)))
                        (open, opener) = (i, text[i]);
                }
                else if (Closes(text, i, paragraph, opener))
                {
                    Close(found, text, open, i, i + 1);
                    open = -1;
                }
            }

            if (open >= 0 && QuotationMarks.IsSingle(opener))
                open = -1;
        }

        if (open >= 0)
            Close(found, text, open, paragraphs[^1].End, paragraphs[^1].End);
        return found.ToImmutable();
    }

    private static void Close(ImmutableArray<Quotation>.Builder found, string text, int open, int innerEnd, int outerEnd)
    {
        int start = open + 1;
        while (start < innerEnd && char.IsWhiteSpace(text[start]))
            start++;
        while (innerEnd > start && char.IsWhiteSpace(text[innerEnd - 1]))
            innerEnd--;
        if (innerEnd > start)
            found.Add(new Quotation(new TextSpan(start, innerEnd), new TextSpan(open, outerEnd)));
    }

    private static bool Opens(string text, int i, TextSpan paragraph, char again)
    {
        char c = text[i];
        if (again != '\0' && !QuotationMarks.SameFamily(c, again))
            return false;
        if (!QuotationMarks.CanOpen(c) || i + 1 >= paragraph.End)
            return false;
        bool bounded = i == paragraph.Start || !char.IsLetterOrDigit(text[i - 1]);
        if (QuotationMarks.IsSingle(c))
            return bounded && char.IsLetter(text[i + 1]) && (i == paragraph.Start || text[i - 1] is not ('.' or ',' or '?' or '!'));
        if (c != '"')
            return true;

        // A straight mark opens after space or an opening bracket and before a word; at the rim of a paragraph by position alone.
        return i == paragraph.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or '‘' or '\'' or '/' or ':'
            || (bounded && !char.IsWhiteSpace(text[i + 1]) && char.IsLetterOrDigit(text[i + 1]));
    }

    private static bool Closes(string text, int i, TextSpan paragraph, char opener)
    {
        char c = text[i];
        if (QuotationMarks.IsSingle(opener))
            return QuotationMarks.IsSingle(c) && c != '‘' && IsSingleEnd(text, i, paragraph);
        return !QuotationMarks.IsSingle(c) && QuotationMarks.CanClose(c, opener);
    }

    private static bool IsSingleEnd(string text, int i, TextSpan paragraph) =>
        i > paragraph.Start && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= paragraph.End || !char.IsLetterOrDigit(text[i + 1]))
        && !IsPlural(text, i, paragraph);

    /// <summary>"the workers' union": an s, the mark, a space and a small letter; no closing mark unless nothing better comes.</summary>
    private static bool IsPlural(string text, int i, TextSpan paragraph) =>
        text[i - 1] is 's' && i + 2 < paragraph.End && text[i + 1] == ' ' && char.IsLower(text[i + 2])
        && SingleEndFollows(text, i + 1, paragraph);

    private static bool SingleEndFollows(string text, int from, TextSpan paragraph)
    {
        int end = Math.Min(paragraph.End, from + 150);
        for (int i = from; i < end; i++)
        {
            if (text[i] == '‘')
                return false;
            if (text[i] is '’' or '\'' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= paragraph.End || !char.IsLetterOrDigit(text[i + 1])) && text[i - 1] != 's')
                return true;
        }

        return false;
    }

    /// <summary>A single mark opens only where one in the same paragraph can close it: "'tis" and "’90s" open nothing.</summary>
    private static bool SingleCloses(string text, int open, TextSpan paragraph)
    {
        // Both bounds keep a text of nothing but apostrophes linear; single-marked quotations of real outlets are far shorter.
        int end = Math.Min(paragraph.End, open + 1500);
        int tries = 0;
        for (int i = open + 2; i < end && tries < 8; i++)
        {
            if (text[i] is not ('’' or '\''))
                continue;
            tries++;
            if (IsSingleEnd(text, i, paragraph))
                return text[open] == '‘' || i - open > 2;
        }

        return false;
    }
}
