using Stemma.Text;

namespace Stemma.Language.Tagging;

/// <summary>How a sentence is cased: whether a capital says anything in it.</summary>
internal enum SentenceCase : byte
{
    Normal,

    /// <summary>Nearly Every Word Has One, as in headlines.</summary>
    Title,

    /// <summary>ALL CAPITALS.</summary>
    Upper,

    /// <summary>no capitals at all.</summary>
    Lower,
}

internal static class SentenceCases
{
    public static SentenceCase Of(string text, ReadOnlySpan<TextSpan> tokens)
    {
        int lower = 0, capital = 0, upper = 0, small = 0;
        foreach (TextSpan span in tokens)
        {
            ReadOnlySpan<char> form = span.In(text);
            if (!char.IsLetter(form[0]))
                continue;
            if (char.IsLower(form[0]))
            {
                // Short words stay small in titles too, and tell nothing.
                if (form.Length > 3)
                    lower++;
                else
                    small++;
            }
            else if (form.Length > 1)
            {
                if (char.IsUpper(form[1]))
                    upper++;
                else
                    capital++;
            }
        }

        int all = lower + capital + upper + small;
        if (all < 3)
            return SentenceCase.Normal;
        if (capital + upper == 0)
            return SentenceCase.Lower;
        if (upper * 10 >= all * 7 && lower == 0)
            return SentenceCase.Upper;
        return capital + upper >= 3 && (capital + upper) * 10 >= (capital + upper + lower) * 8 ? SentenceCase.Title : SentenceCase.Normal;
    }
}
