using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out the labels that a page sets above its article: section names, "Print edition", the author's name and date once more.</summary>
/// <remarks>Only for pages, where a short block is a label; in plain text it may be the article's own subhead.</remarks>
internal static partial class PageLabels
{
    private const int MaxWords = 6, MaxNamedWords = 16, Top = 6;

    public static void Apply(ReportDraft draft)
    {
        if (!draft.Raw.FromPage)
            return;
        int[] first = [.. draft.Kept.Take(Top)];
        foreach (int i in first)
        {
            string line = draft.Lines[i]!;
            bool repeats = StatedDate.Find(line) is not null || Clock().IsMatch(line) || draft.Authors.Exists(a => line.Contains(a, StringComparison.OrdinalIgnoreCase));
            if (repeats && Words.Count(line) <= MaxNamedWords && !line.EndsWith('.') && !line.Contains('"', StringComparison.Ordinal) && !line.Contains('“', StringComparison.Ordinal))
                draft.Remove(i);
        }

        int[] head = [.. draft.Kept.TakeWhile(draft.IsHead)];
        for (int h = 0; h + 1 < head.Length; h++)
        {
            string line = draft.Lines[head[h]]!;
            // The last label before running text may be its subhead.
            bool subhead = ReportDraft.IsParagraph(draft.Lines[head[h + 1]]) && char.IsUpper(line[0]) && Words.Count(line) > 1;
            if (!subhead && Words.Count(line) <= MaxWords && !Words.EndsSentence(line) && !line.EndsWith(':'))
                draft.Remove(head[h]);
        }
    }

    /// <summary>A line that is nothing but a time: "Today 12:01 AM", "Updated at 1:23 p.m.".</summary>
    [GeneratedRegex(@"^(?:\p{L}+ ){0,3}\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
