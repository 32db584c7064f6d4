using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>What a page says of its report for machines: JSON-LD first, then Open Graph and meta, then microdata and visible marks.</summary>
internal sealed record PageMetadata
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
        "publication_date", "article.published", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate",
    ];

    private static readonly string[] UpdatedNames = ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"];

    private static readonly string[] TitleSeparators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];

    public string? Headline { get; private init; }

    /// <summary>The text of the article where the page's JSON-LD carries it, else null.</summary>
    public string? Body { get; private init; }

    public string? Outlet { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public ReportTime? Published { get; private init; }

    public ReportTime? Updated { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    public static PageMetadata Of(IHtmlDocument document)
    {
        Dictionary<string, string> meta = Meta(document);
        LinkedData linked = LinkedData.Of(document);
        string? title = Clean(document.Title);
        string? shown = meta.GetValueOrDefault("og:title") ?? meta.GetValueOrDefault("twitter:title");
        string? heading = Heading(document, linked.Headline ?? shown ?? title);
        (string? bare, string? suffix) = WithoutSuffix(title, heading ?? linked.Headline);
        // The site's own word goes first: the publisher in JSON-LD may be the agency that wrote the text, or the software.
        string? outlet = SiteName(meta.GetValueOrDefault("og:site_name")) ?? linked.Publisher ?? suffix;
        ReportTime? published = linked.Published ?? FirstTime(meta, PublishedNames) ?? MarkedTime(document);
        ReportTime? updated = linked.Updated ?? FirstTime(meta, UpdatedNames);
        return new PageMetadata
        {
            Headline = heading ?? linked.Headline ?? WithoutSuffix(shown, null).Bare ?? bare,
            Outlet = outlet,
            Body = linked.Body,
            Url = Address(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(meta.GetValueOrDefault("og:url")) ?? linked.Url,
            Language = Clean(document.DocumentElement.GetAttribute("lang")),
            Published = published,
            Updated = updated is { } later && published is { } first && later > first ? updated : null,
            Authors = Names(linked.Authors.IsEmpty ? Bylines(document, meta) : linked.Authors, outlet),
        };
    }

    /// <summary>Null for what is no name but the edition of one, such as "U.S.".</summary>
    private static string? SiteName(string? name) => name is null || (name.EndsWith('.') && name.Length <= 5) ? null : name;

    internal static string? Clean(string? text)
    {
        text = text is null ? null : string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static Dictionary<string, string> Meta(IHtmlDocument document)
    {
        Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
        foreach (IElement element in document.QuerySelectorAll("meta[content]"))
        {
            string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            if (name is not null && Clean(element.GetAttribute("content")) is { } content)
                meta.TryAdd(name.Trim(), content);
        }

        return meta;
    }

    /// <summary>The first-level heading that says what the page's title says; the only one if no title is given.</summary>
    private static string? Heading(IHtmlDocument document, string? title)
    {
        string[] headings = [.. document.QuerySelectorAll("h1").Select(h => Clean(h.TextContent)).OfType<string>().Where(h => h.Length < 400)];
        if (title is null)
            return headings.Length == 1 ? headings[0] : null;
        return headings.FirstOrDefault(h => h.Length > 8 && (title.Contains(h, StringComparison.OrdinalIgnoreCase) || h.Contains(title, StringComparison.OrdinalIgnoreCase)))
            ?? headings.FirstOrDefault(h => SharedWords(h, title) >= 0.5);
    }

    private static double SharedWords(string a, string b)
    {
        HashSet<string> left = new(a.Split(' '), StringComparer.OrdinalIgnoreCase);
        string[] right = b.Split(' ');
        return right.Length == 0 ? 0 : (double)right.Count(left.Contains) / Math.Max(left.Count, 1);
    }

    /// <summary>"Headline | Outlet" in its two parts; the second only where the heading shows that it is no part of the headline.</summary>
    private static (string? Bare, string? Suffix) WithoutSuffix(string? title, string? heading)
    {
        if (title is null)
            return (null, null);
        if (heading is not null && title.Length > heading.Length && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
        {
            string rest = title[heading.Length..];
            string? separator = Array.Find(TitleSeparators, s => rest.StartsWith(s, StringComparison.Ordinal));
            // "Headline | Section | Outlet": the outlet comes last.
            string? suffix = separator is null ? null : Clean(rest[(rest.LastIndexOf(separator, StringComparison.Ordinal) + separator.Length)..]);
            return (heading, suffix is { Length: < 60 } ? suffix : null);
        }

        foreach (string separator in TitleSeparators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 20 && title.Length - at < 40)
                return (title[..at], null);
        }

        return (title, null);
    }

    private static ReportTime? FirstTime(Dictionary<string, string> meta, string[] names) =>
        names.Select(n => PageTime.Read(meta.GetValueOrDefault(n))).FirstOrDefault(t => t is not null);

    private static ReportTime? MarkedTime(IHtmlDocument document)
    {
        IElement? marked = document.QuerySelector("[itemprop=datePublished]") ?? document.QuerySelector("time[pubdate]")
            ?? document.QuerySelector("article time[datetime]") ?? document.QuerySelector("main time[datetime]");
        // A time that stands alone is the report's; where there are several they may be those of teasers.
        if (marked is null && document.QuerySelectorAll("time[datetime]") is { Length: 1 } times)
            marked = times[0];
        return PageTime.Read(marked?.GetAttribute("content") ?? marked?.GetAttribute("datetime"));
    }

    private static IEnumerable<string> Bylines(IHtmlDocument document, Dictionary<string, string> meta)
    {
        string? named = meta.GetValueOrDefault("author") ?? meta.GetValueOrDefault("article:author") ?? meta.GetValueOrDefault("parsely-author");
        return named is not null && Address(named) is null
            ? named.Split([", ", " and ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : document.QuerySelectorAll("[itemprop=author] [itemprop=name], a[rel=author]").Select(e => Clean(e.TextContent)).OfType<string>().Distinct();
    }

    private static ImmutableArray<string> Names(IEnumerable<string> names, string? outlet) =>
        [.. names.Where(n => n.Length is > 3 and < 60 && n.Contains(' ', StringComparison.Ordinal) && !n.Contains('@', StringComparison.Ordinal)
            && Address(n) is null && !string.Equals(n, outlet, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];

    internal static string? Address(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
