using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>Times that a page marks where it shows them: microdata, and <c>time</c> elements.</summary>
internal readonly record struct MarkedTimes(ReportTime? Published, ReportTime? Updated)
{
    public static MarkedTimes Of(PageTree tree)
    {
        ReportTime? published = null, updated = null, named = null, inArticle = null, only = null;
        int times = 0;
        for (int i = 0; i < tree.Count; i++)
        {
            ReadOnlySpan<char> property = tree.Attribute(i, "itemprop");
            bool isTime = tree[i].Tag == Tag.Time;
            if (property.IsEmpty && !isTime)
                continue;
            if (PageTime.Read(tree.Value(i, "datetime") ?? tree.Value(i, "content") ?? (isTime ? PageText.Clean(tree.Text(i)) : null)) is not { } time)
                continue;
            if (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase))
                published ??= time;
            else if (property.Contains("dateModified", StringComparison.OrdinalIgnoreCase))
                updated ??= time;
            if (!isTime)
                continue;
            ReadOnlySpan<char> classes = tree.Attribute(i, "class");
            if (classes.Contains("updated", StringComparison.OrdinalIgnoreCase) && !classes.Contains("published", StringComparison.OrdinalIgnoreCase))
            {
                updated ??= time;
                continue;
            }

            if (tree.Has(i, "pubdate") || classes.Contains("publish", StringComparison.OrdinalIgnoreCase) || classes.Contains("entry-date", StringComparison.OrdinalIgnoreCase))
                named ??= time;
            if (tree.Above(i, Tag.Article) >= 0 || tree.Above(i, Tag.Main) >= 0)
                inArticle ??= time;
            only ??= time;
            times++;
        }

        // A time that stands alone is the report's; where there are several they may be those of teasers.
        return new MarkedTimes(published ?? named ?? inArticle ?? (times == 1 ? only : null), updated);
    }
}
