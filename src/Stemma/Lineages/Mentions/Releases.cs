using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>Tells a body's own release from a report about it.</summary>
internal static class Releases
{
    private static readonly FrozenSet<string> Forms = FrozenSet.Create(
        StringComparer.Ordinal,
        "press release", "media release", "news release", "immediate release", "press contact", "media contact", "press office", "media enquiries", "media inquiries", "press enquiries",
        "press inquiries", "statement by", "statement of", "statement from", "statement on", "joint statement", "open letter", "communications department", "media unit");

    private static readonly FrozenSet<string> HeadlineForms = FrozenSet.Create(StringComparer.Ordinal, "communique", "bulletin", "statement", "proclamation", "circular");

    /// <summary>Words of a line, such as "Press contact: Jane Roe, Ministry of Mines, telephone ...".</summary>
    private const int MostWordsInForm = 16;

    /// <summary>Whether the outlet is a body by its name, the text has the form of a release, or its headline tells in the third person what its own outlet does.</summary>
    /// <remarks>Misses a release that is laid out as a report and whose outlet has a name like a newspaper's.</remarks>
    public static bool Is(LineageText text, OutletName name)
    {
        if (!name.IsMedium)
            return true;
        List<Word> headline = WordScanner.Scan(text.Dated.Report.Headline ?? "");
        if (headline.Exists(w => HeadlineForms.Contains(w.Folded)) || HasForm(headline))
            return true;
        bool speaksOfItself = headline.Count > 0 && name.Aliases[0].Contains(headline[0].Folded) && !OutletName.IsMediaWord(headline[0].Folded);
        return speaksOfItself || HasForm(text);
    }

    /// <summary>A headline that has the form.</summary>
    private static bool HasForm(List<Word> words)
    {
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (Forms.Contains(words[i].Folded + " " + words[i + 1].Folded))
                return true;
        }

        return false;
    }

    /// <summary>A line that says so by itself, at the start or the end of the text; "signed an open letter that ..." in a sentence says nothing.</summary>
    private static bool HasForm(LineageText text)
    {
        ImmutableArray<Word> words = text.Words;
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if ((i < 12 || i > words.Length - 30) && Forms.Contains(words[i].Folded + " " + words[i + 1].Folded) && WordsInLine(text, i) <= MostWordsInForm)
                return true;
        }

        return false;
    }

    private static int WordsInLine(LineageText text, int at)
    {
        int start = text.Body.LastIndexOf('\n', text.Words[at].Span.Start), end = text.Body.IndexOf('\n', text.Words[at].Span.Start);
        return text.Words.Count(w => w.Span.Start > start && (end < 0 || w.Span.Start < end));
    }
}
