using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out what stands below a press release: notes to editors, who the company is, whom to call.</summary>
/// <remarks>
/// Only below the text: an article may have a subhead "About the bridge" of its own. What a company says of itself is no part of what it reports, and
/// would else be counted as a statement on the event.
/// </remarks>
internal static partial class Releases
{
    /// <summary>Paragraphs that must stand above the first line that goes.</summary>
    private const int MinBefore = 2;

    private const int MaxWords = 250, MaxContact = 160;

    /// <summary>A title, a label and a date may stand above the first paragraph.</summary>
    private const int TitleLines = 4;

    /// <summary>The lines below may have this share of the words above them at most: else the heading is no end.</summary>
    private const double MaxShare = 1.0;

    public static void Apply(ReportDraft draft)
    {
        int[] kept = [.. draft.Kept];
        for (int k = MinBefore; k < kept.Length; k++)
        {
            string line = draft.Lines[kept[k]]!;
            if (Notes().Match(line) is { Success: true } notes)
            {
                // Alone on its line it heads the rest; with words behind it, it is a note by itself.
                bool alone = notes.Length == line.Length;
                if (!alone || IsEnd(draft, kept, k))
                {
                    foreach (int i in alone ? kept[k..] : [kept[k]])
                        draft.Remove(i);
                    if (alone)
                        return;
                }
            }
            else if (IsAbout(draft, kept, k) is var about && about > 0)
            {
                // Who tells the reader below a text who they are is who put it out.
                if (About().Match(line) is { Success: true } named && Titled(draft, kept, named.Groups["name"].Value))
                    draft.Hint(OutletTrust.Issuer, named.Groups["name"].Value);
                for (int j = 0; j < about; j++)
                    draft.Remove(kept[k + j]);
                k += about - 1;
            }
            else if (line.Length <= MaxContact && draft.IsTail(kept[k]) && Contact().IsMatch(line) && (line.Contains('@', StringComparison.Ordinal) || Label().IsMatch(line)))
                draft.Remove(kept[k]); // a number alone may be the article's own: where to book, whom to ask
        }
    }

    /// <summary>Whether the headline or one of the first lines opens with the name.</summary>
    private static bool Titled(ReportDraft draft, int[] kept, string name) =>
        draft.Headline?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true
        || kept.Take(TitleLines).Any(i => draft.Lines[i] is { } line && line.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether less stands from a line on than above it.</summary>
    private static bool IsEnd(ReportDraft draft, int[] kept, int k) =>
        kept[k..].Sum(i => Words.Count(draft.Lines[i])) <= MaxShare * kept[..k].Sum(i => Words.Count(draft.Lines[i]));

    /// <summary>How many lines from this one on say what a company is: "About Acme: Acme is ...", or "About Acme" and the paragraph below; else 0.</summary>
    private static int IsAbout(ReportDraft draft, int[] kept, int k)
    {
        string line = draft.Lines[kept[k]]!;
        if (About().Match(line) is not { Success: true } about || !Words.IsName(about.Groups["name"].Value, 8) || !IsEnd(draft, kept, k))
            return 0;
        string name = about.Groups["name"].Value.Split(' ')[0];
        string told = line[about.Length..];
        if (about.Groups["mark"].Length > 0 && told.Length > 0)
            return Tells(told, name) && HasFoot(draft, kept, k + 1) ? 1 : 0;
        return told.Length == 0 && k + 1 < kept.Length && draft.Lines[kept[k + 1]] is { } next && Tells(next, name) ? 2 : 0;
    }

    /// <summary>Whether the foot of a release follows. Where a text only ends with "About Acme: ...", that may be all it says of Acme.</summary>
    private static bool HasFoot(ReportDraft draft, int[] kept, int from) =>
        kept[from..].Any(i => Foot().IsMatch(draft.Lines[i]!) || (draft.Lines[i]!.Length <= MaxContact && Contact().IsMatch(draft.Lines[i]!)));

    /// <summary>Whether a paragraph introduces the company of that name, or introduces itself.</summary>
    private static bool Tells(string paragraph, string name) =>
        Words.Count(paragraph) <= MaxWords && !Words.HasSpeech(Words.Fold(paragraph))
        && (paragraph.AsSpan(0, Math.Min(paragraph.Length, 40)).Contains(name, StringComparison.OrdinalIgnoreCase) || Introduces().IsMatch(paragraph));

    [GeneratedRegex(@"^\W*(?:[Nn]otes?|NOTES?) (?:to|for) (?:the )?(?:[Ee]ditors?|EDITORS?|[Jj]ournalists|JOURNALISTS)\W*(?=$|\p{Lu}|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(?:About|ABOUT) (?:the )?(?<name>\p{Lu}[\p{L}\d’'&.-]*(?: [\p{L}\d’'&.-]+){0,7}?)(?<mark>\s*[:–—]\s*|\s+-\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:We are|The [Cc]ompany|The [Gg]roup|Founded|Established|Headquartered|Based in|With (?:more|over|offices|operations))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Introduces();

    [GeneratedRegex(@"^\W*(?:(?:media|press|investors?|public|analyst)\b.{0,20}\b(?:contacts?|relations|enquiries|inquiries)\b|contacts?\b|cautionary |forward[- ]looking |safe harbou?r |notes? to editors|source:? \p{Lu}|for (?:more|further|media|press) |ends\W*$|###)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Foot();

    [GeneratedRegex(@"^(?:contacts?|tel|phone|mobile|media|press|investors?|source|for)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    /// <summary>A line that is nothing but a name and how to reach it, or the release's own source line.</summary>
    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\d.’'&-]*[,:]?\s+(?:(?:of|for|the|and|[–—|-])\s+)?){0,10}(?:(?:[Tt]el|[Pp]hone|[Ee]-?mail|[Mm]obile|[Cc]ell|at|on)\.?:?\s+)?(?:[^\s,;|/]+@[^\s,;|/]+\.\w+|(?:\+|\(|0)\d[\d ().-]{6,18}\d|\d{3}[.-]\d{3}[.-]\d{4})(?:(?:\s*[,;|/]\s*|\s+)(?:(?:or|and|[Tt]el|[Pp]hone|[Ee]-?mail|[Mm]obile|[Cc]ell)\.?:?\s+)?(?:[^\s,;|/]+@[^\s,;|/]+\.\w+|(?:\+|\(|0)\d[\d ().-]{6,18}\d|\d{3}[.-]\d{3}[.-]\d{4}|(?:https?://|www\.)\S+)){0,4}\.?$|^(?:[Cc]ontacts?|CONTACTS?|(?:[Mm]edia|[Pp]ress|[Ii]nvestor|MEDIA|PRESS|INVESTOR)s? (?:[Cc]ontacts?|CONTACTS?|[Rr]elations|RELATIONS|[Ee]nquiries|[Ii]nquiries)|For (?:the )?(?:media|press|investors|editors)):?(?:\s+[^\s@]+@\S+)?$|^SOURCE:? \p{Lu}[^.!?]{2,60}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();
}
