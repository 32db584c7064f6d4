using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>The main content of a page as blocks of text, in order, and the related stories that it points to.</summary>
internal sealed record PageContent(ImmutableArray<string> Blocks, ImmutableArray<RelatedLink> Links)
{
    /// <summary>Most related stories that are kept of one page.</summary>
    private const int MaxLinks = 20;

    public static PageContent Of(IHtmlDocument document, string? headline)
    {
        if (document.Body is not { } body)
            return new PageContent([], []);
        List<RelatedLink> links = [];
        new PagePruner(links).Prune(body);
        IReadOnlyList<IElement> main = MainContent.Find(body);
        List<string> blocks = [];
        foreach (IElement element in main)
            new BlockWriter(blocks, links, headline).Write(element);
        return new PageContent([.. blocks], [.. links.Distinct().Take(MaxLinks)]);
    }
}
