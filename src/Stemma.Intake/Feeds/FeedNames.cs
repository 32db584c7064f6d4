namespace Stemma.Intake.Feeds;

/// <summary>The namespaces of feeds and their modules.</summary>
internal static class FeedNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string DublinCoreTerms = "http://purl.org/dc/terms/";
    public const string Media = "http://search.yahoo.com/mrss/";
    public const string ITunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public const string FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
    public const string SitemapNews = "http://www.google.com/schemas/sitemap-news/0.9";
}
