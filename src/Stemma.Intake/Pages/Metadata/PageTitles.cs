
namespace Stemma.Intake.Pages;

/// <summary>The headline of a page, and the site's name where the page's title carries it behind the headline.</summary>
internal sealed record PageTitles
{
    private const int MaxHeadline = 400;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", " / "];

    public string? Headline { get; private init; }

    public string? Site { get; private init; }

    /// <summary>The heading that shows it; -1: none does.</summary>
    public int HeadlineNode { get; private init; } = -1;

    public static PageTitles Of(PageTree tree, MetaTags meta, LinkedData linked)
    {
        string? title = PageText.Line(meta.Title);
        string? shown = PageText.Line(meta.First("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"));
        (int node, string? heading) = Heading(tree, linked.Headline, shown, title);
        string? found = heading ?? linked.Headline;
        return new PageTitles
        {
            Headline = found ?? WithoutSite(shown, PageText.Line(meta.First("og:site_name"))) ?? WithoutSite(title, null),
            Site = found is null ? null : Suffix(title, found),
            HeadlineNode = node,
        };
    }

    /// <summary>The heading that says what the page's titles say: of the first level, else of the second; the only one if no title is given.</summary>
    private static (int Node, string? Text) Heading(PageTree tree, params ReadOnlySpan<string?> titles)
    {
        int first = -1, count = 0;
        (int Node, string? Text, double Share) best = (-1, null, 0.49);
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree[i].Tag is not (Tag.H1 or Tag.H2 or Tag.H3) || PageText.Clean(tree.Text(i)) is not { Length: < MaxHeadline } text)
                continue;
            double most = 0;
            if (IsSite(text, titles))
                continue;
            if (tree[i].Tag == Tag.H1)
                (first, count) = (first < 0 ? i : first, count + 1);
            foreach (string? title in titles)
            {
                if (title is not null)
                    most = Math.Max(most, Likeness(text, title));
            }

            // A heading of lower level has to say all that a title says.
            if (tree[i].Tag != Tag.H1 && most < 0.9)
                continue;
            // Where several say it, the first is the article's; those below stand over the next story, or in a box for sharing.
            if (most > best.Share + (best.Node < 0 ? 0 : 0.3))
                best = (i, text, most);
        }

        // The only heading of the first level, where it says something of its own: titles are written for search engines too.
        if (best.Node < 0 && first >= 0 && PageText.Clean(tree.Text(first)) is { } alone && (count == 1 || alone.AsSpan().Count(' ') >= 4) && alone.Length > 12)
            best = (first, alone, 1);
        return (best.Node, best.Text);
    }

    /// <summary>Whether a heading is the name of the site: a title ends with it, behind the headline.</summary>
    private static bool IsSite(string heading, ReadOnlySpan<string?> titles)
    {
        foreach (string? title in titles)
        {
            if (title is not null && title.Length > 2 * heading.Length && title.EndsWith(heading, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(title[^(heading.Length + 1)])
                && Array.Exists(Separators, s => title.EndsWith(s + heading, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>How much of the longer's words the other has; 1 where the title begins with the heading and goes on with a site's name.</summary>
    private static double Likeness(string heading, string title)
    {
        if (heading.Length > 12 && (title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) || heading.StartsWith(title, StringComparison.OrdinalIgnoreCase)))
            return 1;
        // "About us – Coast Daily".
        if (heading.Length > 3 && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Array.Exists(Separators, s => title.AsSpan(heading.Length).StartsWith(s)))
            return 1;
        HashSet<string> left = Words(heading), right = Words(title);
        int common = left.Count(right.Contains), fewer = Math.Min(left.Count, right.Count), more = Math.Max(left.Count, right.Count);
        // One word alone ("News") is no headline, whatever title it stands in.
        return fewer == 0 || (fewer == 1 && more > 1) ? 0 : Math.Max((double)common / more, common == fewer && fewer >= 4 ? 0.8 : 0);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split([' ', ',', '.', ':', ';', '\'', '‘', '’', '"', '“', '”', '(', ')', '|', '-', '–', '—', '?', '!', '…'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private static string? Suffix(string? title, string headline)
    {
        if (title is null || title.Length <= headline.Length || !title.StartsWith(headline, StringComparison.OrdinalIgnoreCase))
            return null;
        string rest = title[headline.Length..];
        string? separator = Array.Find(Separators, s => rest.StartsWith(s, StringComparison.Ordinal));
        // "Headline | Section | Outlet": the outlet comes last.
        string? suffix = separator is null ? null : PageText.Clean(rest[(rest.LastIndexOf(separator, StringComparison.Ordinal) + separator.Length)..]);
        return suffix is { Length: < 60 } ? suffix : null;
    }

    /// <summary>"Headline | Outlet" without the outlet.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null)
            return null;
        foreach (string separator in Separators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            string end = title[(at + separator.Length)..];
            if (string.Equals(end, site, StringComparison.OrdinalIgnoreCase) || (at > 20 && title.Length - at < 40))
                return title[..at];
        }

        return title;
    }
}
