using System.Text;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Pages;

public sealed class PageMetadataTests
{
    private const string Body = "<p>The harbour bridge was closed to lorries on Tuesday after inspectors found cracks in two of its pillars, the city said, and drivers were sent through the old tunnel.</p>";

    [Theory]
    [InlineData("<meta property='article:published_time' content='2031-03-09T10:00:00Z'>", "", "2031-03-09T10:00:00Z")]
    [InlineData("<meta name='date' content='20310309'>", "", "2031-03-09")]
    [InlineData("", "<time datetime='2031-03-09'>Sunday</time>", "2031-03-09")]
    [InlineData("", "<span itemprop='datePublished' content='2031-03-09'></span><time datetime='2031-01-01'>x</time><time datetime='2031-01-02'>x</time>", "2031-03-09")]
    [InlineData("", "<div class='stamp'>Published March 9th, 2031</div>", "2031-03-09")]
    [InlineData("", "<div>9 mars 2031</div>", "2031-03-09")]
    [InlineData("", "<div>Stand: 9. März 2031</div>", "2031-03-09")]
    [InlineData("", "<div>2031年3月9日</div>", "2031-03-09")]
    [InlineData("", "<div>21/03/2031</div>", "2031-03-21")]
    [InlineData("<link rel=canonical href='https://coast.example/2031/03/09/bridge'>", "", "2031-03-09")]
    [InlineData("<link rel=canonical href='https://coast.example/2031/mar/09/bridge'>", "", "2031-03-09")]
    [InlineData("<meta name='date' content='1970-01-01T00:00:00Z'>", "", "")]
    [InlineData("<meta name='date' content='0001-01-01'>", "", "")]
    [InlineData("<meta name='date' content='9999-12-31'>", "", "")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"9 Mar 2031 07:09 GMT\"}</script>", "", "2031-03-09")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"headline\": \"broken \" here\", \"datePublished\":\"2031-03-09\"}</script>", "", "2031-03-09")]
    public void The_day_of_publication_is_found_where_the_page_states_it(string head, string shown, string published) =>
        Assert.Equal(published, Read($"<html lang=en-GB><head>{head}</head><body><h1>Bridge closed to lorries</h1>{shown}{Body}</body></html>").Published?.ToString() ?? "");

    [Theory]
    [InlineData("Bridge closed to lorries | Coast Daily", "<h1>Coast Daily</h1><h2>Bridge closed to lorries</h2>", "Bridge closed to lorries")]
    [InlineData("Coast bridge: why is it shut? - Coast Daily", "<h1>Bridge closed to lorries after cracks</h1>", "Bridge closed to lorries after cracks")]
    [InlineData("Bridge closed to lorries - Coast Daily", "", "Bridge closed to lorries")]
    [InlineData("About us – Coast Daily", "<h1>About us</h1>", "About us")]
    public void The_headline_is_the_heading_that_says_what_the_titles_say(string title, string shown, string headline) =>
        Assert.Equal(headline, Read($"<html><head><title>{title}</title></head><body>{shown}{Body}</body></html>").Headline);

    [Theory]
    [InlineData("", "<p class='article__standfirst'>Drivers are sent through the old tunnel for a week.</p>", "Drivers are sent through the old tunnel for a week.")]
    [InlineData("<meta name=description content='Drivers are sent through the old tunnel for a week.'>", "<h2>Drivers are sent through the old tunnel for a week.</h2>", "Drivers are sent through the old tunnel for a week.")]
    [InlineData("<meta name=description content='Drivers are sent through the old tunnel for a week.'>", "", null)]
    public void The_deck_stands_between_headline_and_body(string head, string shown, string? deck)
    {
        RawReport report = Read($"<html><head><title>Bridge closed to lorries</title>{head}</head><body><article><h1>Bridge closed to lorries</h1>{shown}{Body}{Body.Replace("harbour", "river", StringComparison.Ordinal)}</article></body></html>");
        Assert.Equal(deck, report.Deck);
        if (deck is not null)
            Assert.DoesNotContain(deck, report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_canonical_address_may_be_relative_to_where_the_page_was_read()
    {
        RawReport report = new PageReader().Read($"<html amp><head><link rel=canonical href='/bridge'></head><body><h1>Bridge closed to lorries</h1>{Body}</body></html>", new RawReport { Input = "x", Text = "", Url = null });
        Assert.Null(report.Url);
        Assert.Equal("https://coast.example/bridge", PageMetadata.Of(MarkupReader.Read("<link rel=canonical href='/bridge'>"), "https://coast.example/amp/bridge").Url);
    }

    [Fact]
    public void A_correction_kept_in_linked_data_alone_becomes_a_note()
    {
        RawReport raw = Read($$$"""<html><head><script type="application/ld+json">{"@type":"NewsArticle","correction":{"@type":"CorrectionComment","text":"An earlier version misstated the number of pillars."}}</script></head><body><h1>Bridge closed to lorries</h1>{{{Body}}}</body></html>""");
        Assert.Contains(new ReportReader().Read(raw).Notes, n => n.Kind == EditorNoteKind.Correction);
    }

    [Theory]
    [InlineData("windows-1251", "Мост закрыт")]
    [InlineData("iso-8859-2", "Most zamknięty")]
    [InlineData("shift_jis", "橋が閉鎖された")]
    [InlineData("utf-8", "Brücke geschlossen – “ja”")]
    public void Pages_are_read_in_the_encoding_they_declare(string name, string headline)
    {
        Encoding encoding = name == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        byte[] page = encoding.GetBytes($"<html><head><meta http-equiv=content-type content='text/html; charset={name}'></head><body><h1>{headline}</h1>{Body}</body></html>");
        Assert.Contains(headline, PageEncoding.Decode(page, null), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_server_names_goes_before_what_the_page_declares_and_the_bytes_before_both()
    {
        byte[] cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<meta charset=iso-8859-1><h1>Мост закрыт</h1>");
        Assert.Contains("Мост", PageEncoding.Decode(cyrillic, "windows-1251"), StringComparison.Ordinal);
        Assert.Contains("Мост", PageEncoding.Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1><h1>Мост закрыт</h1>"), "latin1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_utf8_with_a_broken_byte_is_read_around_it()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes($"<meta charset=utf-8><h1>Brücke</h1>{string.Concat(Enumerable.Repeat("Größe über Öl ", 100))}"), 0xC3, .. "<p>end</p>"u8];
        Assert.Contains("Brücke", PageEncoding.Decode(page, null), StringComparison.Ordinal);
    }

    private static RawReport Read(string page) => new PageReader().Read(page, new RawReport { Input = "page", Text = "" });
}
