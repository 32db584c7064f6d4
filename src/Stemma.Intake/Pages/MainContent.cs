using AngleSharp.Dom;

namespace Stemma.Intake.Pages;

/// <summary>Finds the parts of a pruned page that hold the article.</summary>
/// <remarks>
/// After Arc90's Readability: each paragraph votes for its parent and, with half its weight, for its grandparent; votes fall with the share of
/// text in links. The part with most votes wins, and neighbours of it that are as good as it join.
/// </remarks>
internal static class MainContent
{
    private const int MinParagraph = 25;

    public static IReadOnlyList<IElement> Find(IElement body)
    {
        if (Marked(body) is { } marked)
            return [marked];
        Dictionary<IElement, double> votes = Vote(body);
        IElement? best = null;
        double most = 0;
        foreach ((IElement element, double vote) in votes)
        {
            double weighed = vote * (1 - LinkShare(element)) * (NoiseWords.IsContent(element.ClassName, element.Id) ? 1.5 : 1);
            if (weighed > most || best is null)
                (best, most) = (element, weighed);
        }

        if (best is null)
            return [body];
        return Widen(best, body, votes, most);
    }

    /// <summary>What the page itself marks as the article's body, where it holds most of the text.</summary>
    private static IElement? Marked(IElement body)
    {
        int total = Text(body);
        foreach (string selector in (ReadOnlySpan<string>)["[itemprop=articleBody]", "article", "main", "[role=main]"])
        {
            IElement[] found = [.. body.QuerySelectorAll(selector).OrderByDescending(Text)];
            if (found.Length > 0 && Text(found[0]) * 2 > total)
                return found[0];
        }

        return null;
    }

    private static Dictionary<IElement, double> Vote(IElement body)
    {
        Dictionary<IElement, double> votes = [];
        foreach (IElement element in body.QuerySelectorAll("p, pre, blockquote, td, div, section, li"))
        {
            // A box counts as a paragraph only where it holds words itself, as pages with bare <br> do.
            int length = element.TagName is "DIV" or "SECTION" or "TD" or "LI" ? OwnText(element) : element.TextContent.Trim().Length;
            if (length < MinParagraph)
                continue;
            double weight = (1 + element.TextContent.AsSpan().Count(',') * 0.2 + Math.Min(length / 100.0, 3)) * (1 - LinkShare(element));
            IElement? holder = element.TagName is "DIV" or "SECTION" or "TD" ? element : element.ParentElement;
            for (double share = 1; holder is not null && share > 0.2; share /= 2, holder = holder.ParentElement)
            {
                votes[holder] = votes.GetValueOrDefault(holder) + weight * share;
                if (holder == body)
                    break;
            }
        }

        return votes;
    }

    private static IReadOnlyList<IElement> Widen(IElement best, IElement body, Dictionary<IElement, double> votes, double most)
    {
        if (best == body || best.ParentElement is not { } parent)
            return [best];
        List<IElement> parts = [];
        foreach (IElement sibling in parent.Children)
        {
            bool joins = sibling == best
                || (votes.GetValueOrDefault(sibling) >= 0.25 * most && LinkShare(sibling) < 0.3)
                || (sibling.TagName == "P" && sibling.TextContent.Length > 80 && LinkShare(sibling) < 0.25)
                || (sibling.TagName == "H1");
            if (joins)
                parts.Add(sibling);
        }

        return parts;
    }

    private static int Text(IElement element) => element.QuerySelectorAll("p").Sum(p => p.TextContent.Length > MinParagraph ? p.TextContent.Length : 0);

    private static int OwnText(IElement element) => element.ChildNodes.OfType<IText>().Sum(t => t.Data.Trim().Length);

    private static double LinkShare(IElement element)
    {
        int text = element.TextContent.Length;
        return text == 0 ? 0 : Math.Min(1, (double)element.QuerySelectorAll("a").Sum(a => a.TextContent.Length) / text);
    }
}
