using System.Xml;
using System.Xml.Linq;
using Stemma.Intake.Carriers;
using Stemma.Intake.Markup;

namespace Stemma.Intake.Feeds;

/// <summary>Reads lists of addresses: OPML, sitemaps with or without their news part, lists of sitemaps.</summary>
internal sealed class LinkListReader(CancellationToken cancellation)
{
    /// <summary>Most addresses of one list; the sitemap protocol allows as many.</summary>
    private const int MaxLinks = 50_000;

    private readonly Dictionary<string, ListedLink> links = new(StringComparer.Ordinal);

    /// <exception cref="InputRejectedException">It cannot be read, or names no address.</exception>
    public LinkList Read(string input, string text)
    {
        string kind = "";
        try
        {
            using XmlReader reader = SafeXml.Read(text);
            reader.MoveToContent();
            kind = reader.LocalName switch
            {
                "opml" => "a list of feeds (OPML)",
                "sitemapindex" => "a list of sitemaps",
                _ => "a sitemap",
            };
            while (!reader.EOF && links.Count < MaxLinks)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "url" or "sitemap" && reader.Depth > 0)
                    AddPage(SafeXml.Element(reader));
                else
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "outline")
                        AddFeed(reader);
                    reader.Read();
                }
            }
        }
        catch (XmlException e)
        {
            throw SafeXml.Broken(e);
        }

        return links.Count > 0 ? new LinkList(input, kind, [.. links.Values]) : throw new InputRejectedException(kind + " that names no address");
    }

    private void AddFeed(XmlReader outline)
    {
        string? title = outline.GetAttribute("title") ?? outline.GetAttribute("text");
        Add(outline.GetAttribute("xmlUrl"), title, title, null);
    }

    private void AddPage(XElement url)
    {
        XElement? news = url.Element(XName.Get("news", FeedNames.SitemapNews));
        string? day = Text(news, "publication_date") ?? url.Elements().FirstOrDefault(e => e.Name.LocalName == "lastmod")?.Value;
        Add(
            url.Elements().FirstOrDefault(e => e.Name.LocalName == "loc")?.Value,
            Text(news, "title"),
            FeedText.Line(news?.Descendants(XName.Get("name", FeedNames.SitemapNews)).FirstOrDefault()?.Value),
            day);
    }

    private void Add(string? url, string? title, string? outlet, string? day)
    {
        if (FeedText.Line(url) is { } text && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            links.TryAdd(address.AbsoluteUri, new ListedLink(address.AbsoluteUri, FeedText.Line(title), FeedText.Line(outlet), CarrierTime.Read(day)));
    }

    private static string? Text(XElement? news, string name) => FeedText.Line(news?.Element(XName.Get(name, FeedNames.SitemapNews))?.Value);
}
