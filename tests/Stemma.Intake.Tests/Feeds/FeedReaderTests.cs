using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Feeds;

public sealed class FeedReaderTests
{
    private const string Sentence = Inputs.Sentence;

    [Fact]
    public void An_rss_item_becomes_a_report_with_its_full_text_its_times_and_its_true_outlet()
    {
        RawReport report = Inputs.One($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Gatherer - Top stories</title><link>https://gatherer.example/</link><language>en-gb</language>
            <item><title>Bridge closed &amp;amp; guarded - Coast Daily</title><link>https://coast.example/bridge</link><guid isPermaLink="false">c-17</guid>
              <pubDate>Tue, 10 Mar 2026 09:30:00 EST</pubDate><dc:creator>Jane Roe</dc:creator><source url="https://coast.example/rss">Coast Daily</source>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>{Sentence}</p><p>Nobody was hurt, said the mayor.</p><p>The post <a href="x">Bridge</a> appeared first on <a href="y">Coast Daily</a>.</p>]]></content:encoded></item>
            </channel></rss>
            """);
        Assert.Equal(("-#c-17", "c-17", "https://coast.example/bridge", "Coast Daily"), (report.Input, report.Id, report.Url, report.Outlet));
        Assert.Equal(("Bridge closed & guarded", "2026-03-10T09:30:00-05:00", "en-gb"), (report.Headline, report.Published.ToString(), report.Language));
        Assert.Equal("Jane Roe", Assert.Single(report.Authors));
        Assert.Equal([Sentence, "Nobody was hurt, said the mayor."], report.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void An_atom_entry_keeps_both_times_its_authors_and_the_feed_that_it_comes_from()
    {
        RawReport report = Inputs.One($"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Planet Coast</title><id>tag:planet</id><updated>2026-03-11T00:00:00Z</updated>
            <entry><title type="html">Bridge &lt;b&gt;closed&lt;/b&gt;</title><id>tag:coast.example,2026:17</id>
              <link rel="self" href="https://coast.example/17.atom"/><link href="https://coast.example/17"/>
              <published>2026-03-10T09:30:00+01:00</published><updated>2026-03-10T12:00:00+01:00</updated>
              <author><name>Jane Roe</name></author><author><name>Joe Bloggs</name></author>
              <source><title>Coast Daily</title><id>tag:coast</id></source>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Sentence}</p></div></content></entry></feed>
            """);
        Assert.Equal(("https://coast.example/17", "Coast Daily", "Bridge closed"), (report.Url, report.Outlet, report.Headline));
        Assert.Equal(("2026-03-10T09:30:00+01:00", "2026-03-10T12:00:00+01:00"), (report.Published.ToString(), report.Updated.ToString()));
        Assert.Equal("Jane Roe, Joe Bloggs", string.Join(", ", report.Authors));
        Assert.Equal(Sentence, report.Text);
    }

    [Fact]
    public void Rss_1_and_0_91_are_read_too()
    {
        RawReport rdf = Inputs.One($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://coast.example/"><title>Coast Daily</title><link>https://coast.example/</link></channel>
            <item rdf:about="https://coast.example/17"><title>Bridge closed</title><link>https://coast.example/17</link><dc:date>2026-03-10</dc:date><description>{Sentence}</description></item></rdf:RDF>
            """);
        Assert.Equal(("Coast Daily", "2026-03-10", Sentence), (rdf.Outlet, rdf.Published.ToString(), rdf.Text));
        RawReport old = Inputs.One($"<rss version=\"0.91\"><channel><title>Coast Daily: World</title><item><title>Bridge closed</title><link>/17</link><description>{Sentence}</description></item></channel></rss>");
        Assert.Equal(("Coast Daily", Sentence), (old.Outlet, old.Text));
    }

    [Theory]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-16", "utf-8")]
    public void A_feed_that_lies_about_its_encoding_is_read_all_the_same(string says, string real)
    {
        string word = real == "windows-1251" ? "Мост закрыт для грузовиков" : "The owner of the café said it’s closed";
        Encoding encoding = real == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(real)!;
        byte[] bytes = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{says}\"?><rss version=\"2.0\"><channel><title>Coast Daily</title><item><title>x</title><description>{word}.</description></item></channel></rss>");
        Assert.Equal(word + ".", Assert.Single(Inputs.Read(bytes).Reports).Text);
    }

    [Fact]
    public void Common_faults_of_hand_made_feeds_are_mended()
    {
        RawReport report = Inputs.One($"\n <rss version=\"2.0\"><channel><title>Coast & Sea</title><item><title>Smith & Sons&nbsp;win\u0001</title><description>{Sentence} &copy; R&D &bogus; &#0; &#x92;</description></item></channel></rss>");
        Assert.Equal(("Coast & Sea", "Smith & Sons win"), (report.Outlet, report.Headline));
        Assert.StartsWith(Sentence + " © R&D &bogus;", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_xml_breaks_off_the_items_before_stand_and_the_break_is_told()
    {
        IntakeResult result = Inputs.Read($"<rss version=\"2.0\"><channel><title>Coast</title><item><title>A</title><description>{Sentence}</description></item><item><title>B</item>");
        Assert.Single(result.Reports);
        Assert.Contains("broken XML in line 1", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
        Assert.Contains("behind item 1", result.Rejected[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zero_date_and_a_date_far_ahead_are_left_out_and_told()
    {
        IntakeResult result = Inputs.Read($"""
            <rss version="2.0"><channel><title>Coast</title>
            <item><guid>a</guid><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><description>{Sentence}</description></item>
            <item><guid>b</guid><pubDate>Fri, 01 Jan 9999 00:00:00 GMT</pubDate><description>{Sentence} Again.</description></item></channel></rss>
            """);
        Assert.All(result.Reports, r => Assert.Null(r.Published));
        Assert.Equal(["-#a", "-#b"], result.Remarks.Select(r => r.Input));
        Assert.Contains("a date of 1970", result.Remarks[0].Text, StringComparison.Ordinal);
        Assert.Contains("in the future", result.Remarks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Declarations_of_document_types_and_entities_are_refused()
    {
        const string Refused = "XML with a document type declaration, which may hold entity bombs and calls to other files: refused";
        Assert.Equal(Refused, Inputs.Reason("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>"));
        Assert.Equal(Refused, Inputs.Reason("<!DOCTYPE feed SYSTEM \"file:///etc/passwd\"><feed><entry/></feed>"));
        Assert.Equal(Refused, Inputs.Reason("<!-- x --><!DOCTYPE newsItem [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]><newsItem guid=\"a\">&x;</newsItem>"));
    }

    [Fact]
    public void Nesting_and_attributes_by_the_million_are_refused_at_once()
    {
        Assert.Equal("XML nested deeper than 512", Inputs.Reason("<rss>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000))));
        Assert.Equal("XML with an element of more than 512 attributes", Inputs.Reason("<rss " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=\"\" ")) + "/>"));
        Assert.Equal("longer than 64 MB, the most that is read as one list or message", Inputs.Reason("<rss>" + new string(' ', 70_000_000)));
        IntakeResult many = Inputs.Read("<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a/>", 1_000_000)) + "</item></channel></rss>");
        Assert.Equal("XML with an item of more than 200000 elements", Assert.Single(many.Rejected).Reason);
        Assert.Empty(many.Reports);
    }

    [Fact]
    public void A_feed_without_items_says_so()
    {
        Assert.Equal("a feed without items", Inputs.Reason("<rss version=\"2.0\"><channel><title>x</title></channel></rss>"));
    }

    [Theory]
    [InlineData("Coast Daily - World", "https://coast.example/", "Coast Daily")]
    [InlineData("World news | Coast Daily", "https://coast.example/", "Coast Daily")]
    [InlineData("Harbour life | The Coast Daily", "https://www.thecoastdaily.example/life", "The Coast Daily")]
    [InlineData("NYC: Hill Post", "https://hillpost.example/", "Hill Post")]
    [InlineData("Latest news", "https://coast.example/", null)]
    [InlineData("\"bridge\" - Gatherer", null, "Gatherer")]
    public void The_outlet_is_told_from_the_title_of_the_feed(string title, string? site, string? outlet) => Assert.Equal(outlet, Intake.Feeds.FeedHead.OutletOf(title, site));

    [Fact]
    public void Items_of_two_houses_that_both_count_from_one_are_two_reports()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.xml", $"<rss version=\"2.0\"><channel><title>Coast</title><link>https://coast.example/</link><item><guid isPermaLink=\"false\">1</guid><description>{Sentence}</description></item></channel></rss>");
        folder.Write("b.xml", $"<rss version=\"2.0\"><channel><title>Hill</title><link>https://hill.example/</link><item><guid isPermaLink=\"false\">1</guid><description>{Sentence} Elsewhere.</description></item></channel></rss>");
        Assert.Equal(2, new InputReader().Read([folder.Path], default).Reports.Length);
    }

    [Fact]
    public void Items_of_one_name_in_several_feeds_are_one_report()
    {
        using TemporaryFolder folder = new();
        string feed = $"<rss version=\"2.0\"><channel><title>Coast</title><item><guid>tag:coast.example,2026:g1</guid><pubDate>Tue, 10 Mar 2026 09:30:00 GMT</pubDate><description>{Sentence}</description></item></channel></rss>";
        folder.Write("a.xml", feed);
        folder.Write("b.xml", feed.Replace(".</desc", ". It stays closed.</desc", StringComparison.Ordinal));
        RawReport report = Assert.Single(new InputReader().Read([folder.Path], default).Reports);
        Assert.EndsWith("It stays closed.", report.Text, StringComparison.Ordinal);
    }
}
