namespace Stemma.Intake.Tests.Feeds;

public sealed class LinkListReaderTests
{
    [Fact]
    public void An_opml_list_gives_its_feeds_and_no_report()
    {
        const string Opml = """
            <opml version="2.0"><head><title>Mine</title></head><body><outline text="Papers">
            <outline type="rss" text="Coast Daily" xmlUrl="https://coast.example/rss"/><outline type="rss" title="Hill Post" xmlUrl="https://hill.example/feed"/>
            <outline text="Twice" xmlUrl="https://coast.example/rss"/><outline text="Bad" xmlUrl="file:///etc/passwd"/></outline></body></opml>
            """;
        LinkList list = Lists(Opml);
        Assert.Equal(["https://coast.example/rss", "https://hill.example/feed"], list.Links.Select(l => l.Url));
        Assert.Equal(["Coast Daily", "Hill Post"], list.Links.Select(l => l.Title));
        Assert.Equal("a list of feeds (OPML) with 2 addresses and no report in it: read the addresses themselves", Inputs.Reason(Opml));
    }

    [Fact]
    public void A_news_sitemap_gives_title_outlet_and_day_of_each_page()
    {
        LinkList list = Lists("""
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://coast.example/17</loc><news:news><news:publication><news:name>Coast Daily</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-03-10T09:30:00+01:00</news:publication_date><news:title>Bridge closed</news:title></news:news></url>
            <url><loc>https://coast.example/18</loc><lastmod>2026-03-09</lastmod></url></urlset>
            """);
        Assert.Equal(
            [("https://coast.example/17", "Bridge closed", "Coast Daily", "2026-03-10T09:30:00+01:00"), ("https://coast.example/18", null, null, "2026-03-09")],
            list.Links.Select(l => (l.Url, l.Title, l.Outlet, l.Published.ToString())));
    }

    private static LinkList Lists(string text)
    {
        List<IntakeItem> items = [];
        new InputReader(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))).Read(["-"], items.Add, default);
        return Assert.Single(items).Links!;
    }
}
