using System.Collections.Frozen;
using AngleSharp.Dom;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>Takes out of a page what is never part of an article: scripts, menus, boxes, captions; keeps the links of "related" boxes.</summary>
internal sealed class PagePruner(List<RelatedLink> links)
{
    private static readonly FrozenSet<string> Never = FrozenSet.ToFrozenSet(
        [
            "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "IFRAME", "OBJECT", "EMBED", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "LABEL", "FIGCAPTION",
            "AUDIO", "VIDEO", "CANVAS", "MAP", "DIALOG", "MENU",
        ],
        StringComparer.Ordinal);

    /// <summary>A part that holds more of the page's text than this is the article's own box, whatever its class says.</summary>
    private const double MaxShare = 0.4;

    /// <summary>The same for a part whose name leaves no doubt, such as "comments".</summary>
    private const double MaxAlways = 0.8;

    public void Prune(IElement body)
    {
        foreach (IElement element in body.QuerySelectorAll("*").ToArray())
        {
            if (element.ParentElement is not null && Never.Contains(element.TagName))
                element.Remove();
        }

        TextShares shares = new(body);
        int total = Math.Max(1, shares.Paragraphs(body));
        foreach (IElement element in body.QuerySelectorAll("*").ToArray())
        {
            if (element.ParentElement is null || !(IsFurniture(element) || IsHidden(element)) || IsTheArticle(element, shares, total))
                continue; // or it went with a part that holds it
            TakeLinks(element);
            element.Remove();
        }
    }

    private static bool IsFurniture(IElement element)
    {
        if (element.TagName is "HTML" or "BODY" or "MAIN" or "ARTICLE" or "H1" or "P" && !NoiseWords.IsNoise(element.ClassName, null))
            return false;
        string? role = element.GetAttribute("role");
        return element.TagName is "FOOTER" or "NAV" or "ASIDE" || role is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog"
            || (element.TagName is "HEADER" && element.QuerySelector("h1") is null && element.Closest("article, main") is null)
            || (NoiseWords.IsNoise(element.ClassName, element.Id) && (!NoiseWords.IsContent(element.ClassName, element.Id) || NoiseWords.IsAlwaysNoise(element.ClassName, element.Id)));
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        string? style = element.GetAttribute("style");
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTheArticle(IElement element, TextShares shares, int total) =>
        element.TagName is "BODY" or "MAIN" || element.GetAttribute("itemprop") == "articleBody"
        || shares.Paragraphs(element) >= (NoiseWords.IsAlwaysNoise(element.ClassName, element.Id) ? MaxAlways : MaxShare) * total || element.QuerySelector("[itemprop=articleBody]") is not null
        || (element.QuerySelector("h1") is not null && shares.Paragraphs(element) > 0);

    private void TakeLinks(IElement element)
    {
        string names = (element.ClassName + " " + element.Id).ToLowerInvariant();
        if (!names.Contains("relat", StringComparison.Ordinal) && !names.Contains("more", StringComparison.Ordinal) && !names.Contains("promo", StringComparison.Ordinal))
            return;
        foreach (IElement link in element.QuerySelectorAll("a[href]"))
        {
            string? text = PageMetadata.Clean(link.TextContent);
            if (text is { Length: < 200 } && text.AsSpan().Count(' ') >= 2)
                links.Add(new RelatedLink(text, PageMetadata.Address(link.GetAttribute("href"))));
        }
    }
}
