using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>From a page to a report before cleaning: what its head says, and the blocks of its main content, one a paragraph.</summary>
/// <remarks>Nothing in a page is run or fetched. Safe to call from many threads; make one and keep it.</remarks>
internal sealed class PageReader
{
    /// <summary>Less visible text than this, in characters, is a page that shows its article by script.</summary>
    private const int MinVisible = 250;

    /// <summary>Most related stories that are kept of one page.</summary>
    private const int MaxLinks = 20;

    private readonly BlockScorer scorer = BlockScorer.Load();

    /// <summary>Reads a page as one report, with all posts where it is a live blog.</summary>
    /// <param name="carrier">What is known of the report from outside the page; it goes before what the page says.</param>
    /// <exception cref="InputRejectedException">The page is too long or too deep to be read, or no article but an error or a wall.</exception>
    public RawReport Read(string html, RawReport carrier)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(carrier);
        PageTree tree = Parse(html);
        return ReadWhole(tree, PageMetadata.Of(tree, carrier.Address ?? carrier.Url), carrier);
    }

    /// <summary>As <see cref="Read(string, RawReport)"/>, from bytes in whatever encoding they turn out to be.</summary>
    /// <param name="header">The encoding that the server named, or null.</param>
    /// <exception cref="InputRejectedException">As there; or the bytes are no text.</exception>
    public RawReport Read(ReadOnlySpan<byte> page, string? header, RawReport carrier) => Read(PageEncoding.Decode(page, header), carrier);

    /// <summary>Reads a page as the reports that it holds: one, or one a post where it is a live blog, in order of the page.</summary>
    /// <returns>Never empty. Posts are named <c>INPUT#1</c>, <c>INPUT#2</c>, ...</returns>
    /// <exception cref="InputRejectedException">As <see cref="Read(string, RawReport)"/>.</exception>
    public ImmutableArray<RawReport> ReadAll(string html, RawReport carrier)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(carrier);
        PageTree tree = Parse(html);
        PageMetadata page = PageMetadata.Of(tree, carrier.Address ?? carrier.Url);
        // A live blog without words of its own above the posts is no page without text.
        IReadOnlyList<RawReport> posts = LivePosts.Of(tree, page, PageBlocks.Of(tree, FactsOf(page)), Fill(carrier, page) with { FromPage = true });
        return posts.Count > 0 ? [.. posts] : [ReadWhole(tree, page, carrier)];
    }

    private RawReport ReadWhole(PageTree tree, PageMetadata page, RawReport carrier)
    {
        PageContent content = Content(tree, page);
        if (PageRefusals.Reason(page.Headline, content.Text) is { } reason)
            throw new InputRejectedException(reason);
        return Fill(carrier, page) with
        {
            Links = carrier.Links.IsEmpty ? content.Links : carrier.Links,
            Text = WithCorrections(content.Text, page),
            Deck = carrier.Deck ?? content.Deck,
            HeadLines = content.HeadLines,
            FromPage = true,
        };
    }

    /// <summary>Corrections that a page keeps in its linked data alone are told as the lines that they are in print.</summary>
    private static string WithCorrections(string text, PageMetadata page)
    {
        foreach (string correction in page.Corrections)
        {
            if (!text.Contains(correction, StringComparison.Ordinal))
                text += "\n\n" + (correction.StartsWith("Correction", StringComparison.OrdinalIgnoreCase) ? correction : "Correction: " + correction);
        }

        return text;
    }

    /// <summary>What the block scorer knows of a page beside its blocks.</summary>
    internal static PageFacts FactsOf(PageMetadata page) => new(page.Headline, page.Description, page.Body, page.HeadlineNode);

    /// <exception cref="InputRejectedException">The page is too long or too deep to be read.</exception>
    internal static PageTree Parse(string html) =>
        html.Length > IntakeLimits.MaxReportBytes
            ? throw new InputRejectedException("a page longer than 16 MB, the most that is read as one report")
            : MarkupReader.Read(html);

    internal static RawReport Fill(RawReport carrier, PageMetadata page) => carrier with
    {
        Url = carrier.Url ?? page.Url,
        Outlet = carrier.Outlet ?? page.Outlet,
        Published = carrier.Published ?? page.Published,
        Updated = carrier.Updated ?? page.Updated,
        Headline = carrier.Headline ?? page.Headline,
        Authors = carrier.Authors.IsEmpty ? page.Authors : carrier.Authors,
        Language = carrier.Language ?? page.Language,
    };

    private PageContent Content(PageTree tree, PageMetadata page)
    {
        PageContent visible = Visible(tree, page, withHidden: false);
        if (visible.Text.Length >= MinVisible)
            return visible;
        // Where scripts show the article, it stands in the linked data, or for browsers without scripts.
        if (page.Body is { } hidden && hidden.Length > visible.Text.Length && Plain(hidden) is var text && text.Length > visible.Text.Length)
            return visible with { Text = text };
        PageContent scriptless = Visible(tree, page, withHidden: true);
        return scriptless.Text.Length > 2 * visible.Text.Length ? scriptless : visible;
    }

    private PageContent Visible(PageTree tree, PageMetadata page, bool withHidden)
    {
        PageFacts facts = FactsOf(page);
        IReadOnlyList<PageBlock> blocks = PageBlocks.Of(tree, facts, withHidden);
        if (tree.IsFragment)
            return PageContent.Of(tree, blocks, ArticleGuess.OfFragment(tree, blocks, facts), page.Base, MaxLinks);
        bool[] chosen = ArticleChoice.Of(tree, blocks, scorer.Score(tree, blocks, facts), ArticleGuess.Of(tree, blocks, facts), facts);
        // A page like none that the scorer was fitted on: rather the guess by rules than nothing.
        if (!Array.Exists(chosen, c => c))
            chosen = ArticleGuess.Of(tree, blocks, facts);
        string? deck = Decks.Of(tree, blocks, chosen, page);
        return PageContent.Of(tree, blocks, chosen, page.Base, MaxLinks) with { Deck = deck, HeadLines = PageContent.HeadLinesOf(blocks, chosen, page.Headline) };
    }

    /// <summary>The text of linked data, which some content systems fill with markup.</summary>
    internal static string Plain(string body)
    {
        if (!body.Contains('<', StringComparison.Ordinal))
            return body;
        IReadOnlyList<PageBlock> blocks = BlockCutter.Cut(MarkupReader.Read(body));
        return string.Join("\n\n", blocks.Select(b => b.Text));
    }
}
