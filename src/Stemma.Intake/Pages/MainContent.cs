using AngleSharp.Dom;

namespace Stemma.Intake.Pages;

/// <summary>Finds the parts of a pruned page that hold the article.</summary>
/// <remarks>
/// After Arc90's Readability: each paragraph votes for its parent and, with half its weight, for its grandparent; votes fall with the share of
/// text in links. The part with most votes wins; where its parent adds mostly running text, the parent takes its place, and neighbours as good as it join.
/// </remarks>
internal sealed class MainContent
{
    private const int MinParagraph = 25;

    /// <summary>A parent that adds less running text than this part of what is there already is not worth its furniture.</summary>
    private const double MinGain = 0.2;

    /// <summary>Of what a parent adds, the least part that must be running text.</summary>
    private const double MinPurity = 0.6;

    private readonly IElement body;
    private readonly TextShares shares;

    private MainContent(IElement body) => (this.body, shares) = (body, new TextShares(body));

    public static IReadOnlyList<IElement> Find(IElement body) => new MainContent(body).Find();

    private IReadOnlyList<IElement> Find()
    {
        if (Marked() is { } marked)
            return [marked];
        Dictionary<IElement, double> votes = Vote();
        IElement? best = null;
        double most = 0;
        foreach ((IElement element, double vote) in votes)
        {
            double weighed = vote * (1 - shares.LinkShare(element)) * (NoiseWords.IsContent(element.ClassName, element.Id) ? 1.5 : 1);
            if (weighed > most || best is null)
                (best, most) = (element, weighed);
        }

        return best is null ? [body] : Widen(Climb(best), votes, most);
    }

    /// <summary>What the page itself marks as the article's body, where it holds most of the running text.</summary>
    private IElement? Marked()
    {
        int total = shares.Paragraphs(body);
        foreach (string selector in (ReadOnlySpan<string>)["[itemprop=articleBody]", "article", "main", "[role=main]"])
        {
            IElement[] found = [.. body.QuerySelectorAll(selector).OrderByDescending(shares.Paragraphs)];
            if (found.Length > 0 && shares.Paragraphs(found[0]) * 2 > total)
                return IsPost(found[0]) ? found[0].ParentElement : found[0];
        }

        return null;
    }

    /// <summary>Whether an article is one of several posts of a live page, whose headline stands above them all.</summary>
    private bool IsPost(IElement article)
    {
        if (article.TagName != "ARTICLE" || article.ParentElement is not { } parent || article.QuerySelector("h1") is not null)
            return false;
        int others = parent.Children.Where(c => c != article && c.TagName == "ARTICLE" && c.ClassName == article.ClassName).Sum(shares.Paragraphs);
        return others * 5 >= shares.Paragraphs(article);
    }

    private Dictionary<IElement, double> Vote()
    {
        Dictionary<IElement, double> votes = [];
        foreach (IElement element in body.QuerySelectorAll("p, pre, blockquote, td, div, section, li"))
        {
            // A box counts as a paragraph only where it holds words itself, as pages with bare <br> do.
            int length = shares.Own(element);
            if (length < MinParagraph)
                continue;
            bool box = element.TagName is "DIV" or "SECTION" or "TD";
            double weight = (1 + Math.Min(length / 100.0, box ? 30 : 3)) * (1 - shares.LinkShare(element));
            IElement? holder = box ? element : element.ParentElement;
            for (double share = 1; holder is not null && share > 0.2; share /= 2, holder = holder.ParentElement)
            {
                votes[holder] = votes.GetValueOrDefault(holder) + weight * share;
                if (holder == body)
                    break;
            }
        }

        return votes;
    }

    private IElement Climb(IElement best)
    {
        for (IElement? parent = best.ParentElement; parent is not null && best != body; parent = parent.ParentElement)
        {
            // Beyond the article's own box stand other articles, on pages that load the next below the first.
            if (best.TagName is "ARTICLE" or "MAIN" || NoiseWords.IsContent(best.ClassName, best.Id) || parent.QuerySelectorAll("h1").Length > 1)
                break;
            int gain = shares.Paragraphs(parent) - shares.Paragraphs(best), added = shares.Text(parent) - shares.Text(best);
            if (gain >= MinGain * shares.Paragraphs(best) && gain >= MinPurity * added)
                best = parent;
            if (parent == body)
                break;
        }

        return best;
    }

    private IReadOnlyList<IElement> Widen(IElement best, Dictionary<IElement, double> votes, double most)
    {
        if (best == body || best.ParentElement is not { } parent)
            return [best];
        List<IElement> parts = [];
        foreach (IElement sibling in parent.Children)
        {
            bool joins = sibling == best
                || (votes.GetValueOrDefault(sibling) >= 0.25 * most && shares.LinkShare(sibling) < 0.3)
                || (sibling.TagName == "P" && shares.Text(sibling) > 80 && shares.LinkShare(sibling) < 0.25);
            if (joins)
                parts.Add(sibling);
        }

        return parts;
    }
}
