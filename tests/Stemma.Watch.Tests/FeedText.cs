using System.Net;

namespace Stemma.Watch.Tests;

/// <summary>Feeds as a server writes them.</summary>
internal static class FeedText
{
    public static string Rss(string head, params IEnumerable<string> items) =>
        $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Coast Daily</title><link>https://coast.example/</link>{head}{string.Concat(items)}</channel></rss>""";

    public static string Item(string guid, string title, string? text = null, string? description = null, string? link = null, string? source = null, string? published = null) =>
        $"<item><title>{WebUtility.HtmlEncode(title)}</title><guid isPermaLink=\"false\">{guid}</guid>"
        + (link is null ? "" : $"<link>{link}</link>")
        + (source is null ? "" : $"<source url=\"https://{guid}.example/\">{WebUtility.HtmlEncode(source)}</source>")
        + (published is null ? "" : $"<pubDate>{published}</pubDate>")
        + (description is null ? "" : $"<description>{WebUtility.HtmlEncode(description)}</description>")
        + (text is null ? "" : $"<content:encoded>{WebUtility.HtmlEncode(text)}</content:encoded>")
        + "</item>";

    /// <summary>A text long enough to be taken for a whole report.</summary>
    public static string Long(string about) =>
        string.Concat(Enumerable.Range(1, 16).Select(i => $"<p>The ferry {about} left the harbour at dawn on crossing {i}, the port office said on Monday.</p>"));
}
