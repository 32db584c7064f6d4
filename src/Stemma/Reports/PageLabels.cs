namespace Stemma.Reports;

/// <summary>Takes out the labels that a page sets above its article: section names, "By", "Print edition", dates without a year.</summary>
/// <remarks>Only for pages, where a short block is a label; in plain text it may be the article's own subhead.</remarks>
internal static class PageLabels
{
    private const int MaxWords = 6;

    public static void Apply(ReportDraft draft)
    {
        if (!draft.Raw.FromPage)
            return;
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
}
