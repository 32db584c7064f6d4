using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>A date that a page shows near its headline, for readers alone.</summary>
/// <remarks>A label of a few words is looked at, never a sentence: that may date what it tells of. What stands below the headline goes before what stands above, where today's date is shown.</remarks>
internal static class VisibleDate
{
    private const int MaxWords = 16;

    /// <summary>How many nodes after and before the headline.</summary>
    private const int Below = 300, Above = 40;

    /// <param name="headline">The heading that shows the headline; -1: only labels named after dates are looked at.</param>
    public static ReportTime? Of(PageTree tree, int headline, bool monthFirst)
    {
        if (headline >= 0)
            return Find(tree, tree[headline].End, tree[headline].End + Below, named: false, monthFirst) ?? Find(tree, headline - Above, headline, named: false, monthFirst);
        return Find(tree, tree.Body, tree.Count, named: true, monthFirst);
    }

    private static ReportTime? Find(PageTree tree, int from, int to, bool named, bool monthFirst)
    {
        int last = -1;
        for (int i = Math.Max(0, from); i < Math.Min(to, tree.Count); i++)
        {
            if (tree[i].Tag != Tag.Text || tree[i].Length > 200 || tree.Raw(i).IndexOfAnyInRange('0', '9') < 0 || Tags.IsNever(tree[tree[i].Parent].Tag))
                continue;
            int holder = tree[i].Parent;
            while (Tags.IsInline(tree[holder].Tag) && tree[holder].Parent > 0)
                holder = tree[holder].Parent;
            if (holder == last || tree[holder].End - holder > 60)
                continue;
            last = holder;
            string? text = PageText.Clean(tree.Text(holder, 400));
            bool isLabel = text is { Length: < 160 } && text.AsSpan().Count(' ') < MaxWords && (!named || IsNamed(tree, holder));
            if (isLabel && TextDate.Find(text, monthFirst) is { } day)
                return new ReportTime(day);
        }

        return null;
    }

    private static bool IsNamed(PageTree tree, int node)
    {
        for (int steps = 0; steps < 3 && node > 0; steps++, node = tree[node].Parent)
        {
            ReadOnlySpan<char> names = tree.Attribute(node, "class");
            if (names.Contains("date", StringComparison.OrdinalIgnoreCase) || names.Contains("time", StringComparison.OrdinalIgnoreCase)
                || names.Contains("publish", StringComparison.OrdinalIgnoreCase) || names.Contains("meta", StringComparison.OrdinalIgnoreCase) || names.Contains("info", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
