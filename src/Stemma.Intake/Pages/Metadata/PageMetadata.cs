using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>What a page says of its report for machines. For each thing the first of an order of trust is taken; docs/guide/pages.md gives the orders.</summary>
internal sealed record PageMetadata
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "published_at",
        "publication_date", "publicationdate", "article.published", "article_date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate", "published", "release_date", "displaydate", "creationdate", "citation_publication_date", "pub_date",
    ];

    private static readonly string[] UpdatedNames =
        ["article:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revision_date", "article.updated"];

    private static readonly string[] AuthorNames = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author_name", "citation_author"];

    public string? Headline { get; private init; }

    /// <summary>The heading that shows it; -1: none does.</summary>
    public int HeadlineNode { get; private init; } = -1;

    /// <summary>What search engines and social networks are to show of it; often the deck.</summary>
    public string? Description { get; private init; }

    /// <summary>The text of the article where the page's JSON-LD carries it, else null.</summary>
    public string? Body { get; private init; }

    public string? Outlet { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public ReportTime? Published { get; private init; }

    public ReportTime? Updated { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    public ImmutableArray<string> Corrections { get; private init; } = [];

    public ImmutableArray<LinkedData> Posts { get; private init; } = [];

    /// <summary>Whether its linked data call it a live blog.</summary>
    public bool IsLiveBlog { get; private init; }

    /// <summary>What the page's relative addresses start from; null where nothing says.</summary>
    public Uri? Base { get; private init; }

    /// <param name="address">Where the page was read from, if known.</param>
    public static PageMetadata Of(PageTree tree, string? address = null)
    {
        MetaTags meta = MetaTags.Of(tree);
        LinkedData linked = LinkedData.Of(tree);
        string? language = meta.Language ?? linked.Language ?? meta.First("og:locale", "content-language", "language", "dc.language");
        PageTitles titles = PageTitles.Of(tree, meta, linked);
        // The site's own word goes first: the publisher in JSON-LD may be the agency that wrote the text, or the software.
        string? outlet = SiteName(meta.First("og:site_name")) ?? linked.Publisher ?? titles.Site ?? SiteName(meta.First("application-name", "al:android:app_name"));
        Uri? known = Uri.TryCreate(address, UriKind.Absolute, out Uri? at) ? at : null;
        string? url = PageText.Address(meta.Canonical, known) ?? PageText.Address(meta.First("og:url"), known) ?? linked.Url ?? PageText.Address(meta.First("twitter:url"));
        MarkedTimes marked = MarkedTimes.Of(tree);
        ReportTime? published = linked.Published ?? FirstTime(meta, PublishedNames) ?? marked.Published ?? VisibleDate.Of(tree, titles.HeadlineNode, IsAmerican(meta, language)) ?? AddressDate.Of(url ?? address);
        ReportTime? updated = linked.Updated ?? FirstTime(meta, UpdatedNames) ?? marked.Updated;
        return new PageMetadata
        {
            Headline = titles.Headline,
            HeadlineNode = titles.HeadlineNode,
            Description = linked.Description ?? PageText.Line(meta.First("og:description", "description", "twitter:description")),
            Outlet = outlet,
            Body = linked.Body,
            Url = url,
            Language = language,
            Published = published,
            Updated = updated is { } later && published is { } first && later > first ? updated : null,
            Authors = Bylines.Names(linked.Authors.IsEmpty ? Bylines.Of(tree, meta, AuthorNames) : linked.Authors, outlet),
            Corrections = linked.Corrections,
            Posts = linked.Posts,
            IsLiveBlog = linked.IsLiveBlog,
            Base = Uri.TryCreate(PageText.Address(meta.Base, known) ?? url ?? address, UriKind.Absolute, out Uri? start) ? start : null,
        };
    }

    /// <summary>Null for what is no name but the edition of one, such as "U.S.".</summary>
    private static string? SiteName(string? name) =>
        PageText.Line(name) is not { } line || (line.EndsWith('.') && line.Length <= 5) || PageText.Address(line) is not null ? null : line;

    /// <summary>Where 3/9/2031 means 9 March.</summary>
    private static bool IsAmerican(MetaTags meta, string? language) =>
        (language ?? "").Replace('_', '-').EndsWith("-US", StringComparison.OrdinalIgnoreCase) || string.Equals(meta.First("og:locale"), "en_US", StringComparison.OrdinalIgnoreCase)
        || string.Equals(language, "en", StringComparison.OrdinalIgnoreCase);

    private static ReportTime? FirstTime(MetaTags meta, string[] names)
    {
        foreach (string name in names)
        {
            foreach (string value in meta.All(name))
            {
                if (PageTime.Read(value) is { } time)
                    return time;
            }
        }

        return null;
    }
}
