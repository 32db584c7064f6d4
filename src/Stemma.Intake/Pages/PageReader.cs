using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>From a page to a report before cleaning: what its head says, and the blocks of its main content, one a paragraph.</summary>
/// <remarks>Nothing in a page is run or fetched.</remarks>
internal sealed class PageReader
{
    private readonly HtmlParser parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Less visible text than this, in characters, is a page that shows its article by script.</summary>
    private const int MinVisible = 250;

    /// <param name="carrier">What is known of the report from outside the page; it goes before what the page says.</param>
    /// <exception cref="InputRejectedException">The page is too deep to be read.</exception>
    public RawReport Read(string html, RawReport carrier)
    {
        if (html.Length > IntakeLimits.MaxReportBytes)
            throw new InputRejectedException("a page longer than 16 MB, the most that is read as one report");
        if (!TagDepth.IsWithin(html, IntakeLimits.MaxTagDepth))
            throw new InputRejectedException($"a page whose tags are nested deeper than {IntakeLimits.MaxTagDepth}");
        using IHtmlDocument document = parser.ParseDocument(html);
        PageMetadata page = PageMetadata.Of(document);
        PageContent content = PageContent.Of(document, page.Headline);
        return carrier with
        {
            Url = carrier.Url ?? page.Url,
            Outlet = carrier.Outlet ?? page.Outlet,
            Published = carrier.Published ?? page.Published,
            Updated = carrier.Updated ?? page.Updated,
            Headline = carrier.Headline ?? page.Headline,
            Authors = carrier.Authors.IsEmpty ? page.Authors : carrier.Authors,
            Links = carrier.Links.IsEmpty ? content.Links : carrier.Links,
            Language = carrier.Language ?? page.Language,
            Text = Text(content, page),
            FromPage = true,
        };
    }

    private static string Text(PageContent content, PageMetadata page)
    {
        string visible = string.Join("\n\n", content.Blocks);
        return visible.Length < MinVisible && page.Body is { } hidden && hidden.Length > visible.Length && !hidden.Contains('<', StringComparison.Ordinal) ? hidden : visible;
    }
}
