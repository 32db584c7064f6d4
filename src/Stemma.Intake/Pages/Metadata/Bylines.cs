using System.Collections.Immutable;

namespace Stemma.Intake.Pages;

/// <summary>Who wrote a report, where the page's JSON-LD does not say.</summary>
internal static class Bylines
{
    public static IEnumerable<string> Of(PageTree tree, MetaTags meta, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            string[] found = [.. meta.All(name).Where(v => PageText.Address(v) is null).SelectMany(Split)];
            if (found.Length > 0)
                return found;
        }

        List<string> marked = [];
        for (int i = 0; i < tree.Count && marked.Count < 10; i++)
        {
            bool author = (tree[i].Tag == Tag.A && tree.Attribute(i, "rel").Equals("author", StringComparison.OrdinalIgnoreCase))
                || tree.Attribute(i, "itemprop").Equals("author", StringComparison.OrdinalIgnoreCase);
            if (author && PageText.Clean(tree.Text(Named(tree, i))) is { Length: < 60 } text && !marked.Contains(text))
                marked.Add(text);
        }

        return marked;
    }

    public static ImmutableArray<string> Names(IEnumerable<string> names, string? outlet) =>
        [.. names.Where(n => n.Length is > 3 and < 60 && n.Contains(' ', StringComparison.Ordinal) && !n.Contains('@', StringComparison.Ordinal)
            && PageText.Address(n) is null && !string.Equals(n, outlet, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string[] Split(string names) =>
        names.Split([", ", " and ", ";", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The part of an author's box that is the name.</summary>
    private static int Named(PageTree tree, int author)
    {
        for (int i = author + 1; i < tree[author].End; i++)
        {
            if (tree.Attribute(i, "itemprop").Equals("name", StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return author;
    }
}
