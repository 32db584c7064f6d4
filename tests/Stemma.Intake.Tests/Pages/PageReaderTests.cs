using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Pages;

public sealed class PageReaderTests
{
    private const string One = "The harbour bridge was closed to lorries on Tuesday after inspectors found cracks in two of its pillars, the city said.";
    private const string Two = "Drivers were sent through the old tunnel, where the queue reached four kilometres by noon, and two schools closed early.";

    private const string Three = "The bridge will stay closed until the pillars have been mended, which may take until the autumn, according to the harbour office.";
    private const string ListOne = "Line 4 is cut short at the market, and passengers have to walk from there.";
    private const string ListTwo = "Line 9 runs as far as the station, where buses wait for those who go on.";

    [Fact]
    public void Menus_boxes_captions_and_comments_are_left_out()
    {
        RawReport report = Read($"""
            <html lang="en-GB"><head><title>Bridge closed | Coast Daily</title>
            <meta property="article:published_time" content="2031-03-09T10:00:00+01:00"></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
            <div id="cookie-banner"><p>We use cookies to make this site better for you and for our many partners, as you know.</p></div>
            <main><article><h1>Bridge closed</h1><figure><img src="x.jpg"><figcaption>The bridge. Photo: staff</figcaption></figure>
            <p>{One}</p><div class="ad-slot">Buy a boat today, the offer ends tonight and will never come back, so hurry.</div>
            <p class="promo"><a href="https://coastdaily.example/t">READ MORE: How the tunnel was built</a></p>
            <h2>The queue</h2><p>{Two}</p><ul><li>{ListOne}</li><li>{ListTwo}</li></ul>
            <p>{Three}</p>
            <div class="share"><a href="#">Share</a></div></article>
            <aside><h3>Most read</h3><ol><li><a href="/a">Ten walks</a></li></ol></aside></main>
            <div class="comments"><p>I have always said that this bridge would fall down one day, mark my words, everyone.</p></div>
            <footer>Contact us</footer></body></html>
            """);
        Assert.Equal(string.Join("\n\n", One, "The queue", Two, ListOne, ListTwo, Three), report.Text);
        Assert.Equal(("Bridge closed", "Coast Daily", "2031-03-09T10:00:00+01:00", "en-GB"), (report.Headline, report.Outlet, report.Published.ToString(), report.Language));
        Assert.Contains(report.Links, l => l.Text.Contains("How the tunnel was built", StringComparison.Ordinal));
        Assert.True(report.FromPage);
    }

    [Fact]
    public void Linked_data_names_outlet_authors_and_times()
    {
        RawReport report = Read($$$"""
            <html><head><link rel="canonical" href="https://coast.example/bridge">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Bridge closed",
            "datePublished":"2031-03-09T10:00:00Z","dateModified":"2031-03-09T12:00:00Z","author":[{"@type":"Person","name":"Mara Quill"}],"publisher":{"name":"Coast Daily"}}]}</script>
            <script type="application/ld+json">{ broken </script></head><body><div><p>{{{One}}}</p><p>{{{Two}}}</p></div></body></html>
            """);
        Assert.Equal(("Bridge closed", "Coast Daily", "2031-03-09T10:00:00Z", "2031-03-09T12:00:00Z"), (report.Headline, report.Outlet, report.Published.ToString(), report.Updated.ToString()));
        Assert.Equal("Mara Quill", Assert.Single(report.Authors));
        Assert.Equal("https://coast.example/bridge", report.Url);
    }

    [Fact]
    public void A_page_without_paragraph_tags_is_read_by_its_breaks()
    {
        RawReport report = Read($"<html><body><div id=menu><a href=/>Home</a> <a href=/b>More</a></div><div>{One}<br><br>{Two}</div></body></html>");
        Assert.Equal(One + "\n\n" + Two, report.Text);
    }

    [Fact]
    public void A_class_that_sounds_like_furniture_does_not_lose_the_article() =>
        Assert.Contains(Two, Read($"<html><body><div class=\"content sidebar-right\"><p>{One}</p><p>{Two}</p></div></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_page_that_hides_its_article_in_linked_data_is_read_from_there() =>
        Assert.Equal(One + "\n\n" + Two, Read($$$"""
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed","articleBody":"{{{One}}}\n\n{{{Two}}}"}</script></head>
            <body><div id="root"><p>Please enable JavaScript to read this page.</p></div></body></html>
            """).Text);

    [Fact]
    public void The_posts_of_a_live_page_are_read_together()
    {
        string text = Read($"<html><body><h1>LIVE: Bridge closed</h1><section><article class=post><h2>Queue grows</h2><p>{Two}</p></article><article class=post><h2>Shut</h2><p>{One} {One}</p></article></section></body></html>").Text;
        Assert.Contains(One, text, StringComparison.Ordinal);
        Assert.Contains(Two, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_of_markup_that_a_carrier_gives_as_the_article_is_read_whole()
    {
        const string Piece = "<h2>What happened</h2><p>A tram left the rails.</p><ul><li>Line 4 is closed.</li><li>Buses run.</li></ul><blockquote>“It was loud.”</blockquote><p><a href='https://coast.example/more'>Read more of this</a></p>";
        Assert.Equal("What happened\n\nA tram left the rails.\n\nLine 4 is closed.\n\nBuses run.\n\n“It was loud.”", new Stemma.Intake.Pages.PageReader().Read(Piece, new RawReport { Input = "x", Text = "" }).Text);
    }

    [Fact]
    public void Scripts_are_text_to_nobody() =>
        Assert.DoesNotContain("alert", Read($"<html><body><article><p>{One}</p><script>alert(1)</script><p onclick=\"alert(2)\">{Two}</p></article></body></html>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>", 1_000_000)]
    [InlineData("<b a=1>", 200_000)]
    [InlineData("<table><td>", 100_000)]
    [InlineData("<ul><li>", 100_000)]
    [InlineData("<svg><g>", 100_000)]
    public void A_page_of_a_million_nested_tags_is_refused(string tag, int count)
    {
        string page = "<html><body>" + new StringBuilder().Insert(0, tag, count) + One;
        using TemporaryFolder folder = new();
        string reason = Assert.Single(new InputReader(Stream.Null).Read([folder.Write("x.html", page)], default).Rejected).Reason;
        Assert.Equal("a page whose tags are nested deeper than 512", reason);
    }

    [Theory]
    [InlineData("<p>", 100_000)]
    [InlineData("<br>", 300_000)]
    [InlineData("<a href=x>", 20_000)]
    [InlineData("<div class=", 100_000)]
    [InlineData("<!-- ", 200_000)]
    [InlineData("<script>", 100_000)]
    [InlineData("&lt;", 300_000)]
    [InlineData("</p>", 100_000)]
    public void A_page_of_many_open_tags_is_read_in_bounded_time(string tag, int count)
    {
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        string page = $"<html><body><p>{One}</p>" + new StringBuilder().Insert(0, tag, count) + "</body></html>";
        using TemporaryFolder folder = new();
        IntakeResult result = new InputReader(Stream.Null).Read([folder.Write("x.html", page)], default);
        Assert.Equal(1, result.Reports.Length + result.Rejected.Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Cut_and_shuffled_pages_never_throw()
    {
        string page = $"<html><head><title>Bridge closed | Coast</title><meta charset=utf-8></head><body><main><article class='post-body'><h1>Bridge closed</h1><p>{One}</p><aside>x</aside><table><tr><td>{Two}</td></tr></table></article></main></body></html>";
        const string Marks = "<>/\"'=& x\u0000!-";
        Random random = new(20310309);
        using TemporaryFolder folder = new();
        for (int run = 0; run < 150; run++)
        {
            char[] mutated = page.ToCharArray();
            for (int m = 0; m < 1 + run % 20; m++)
                mutated[random.Next(mutated.Length)] = Marks[random.Next(Marks.Length)];
            string cut = new string(mutated)[..random.Next(1, mutated.Length)];
            IntakeResult result = new InputReader(Stream.Null).Read([folder.Write("x", cut)], default);
            Assert.Equal(1, result.Reports.Length + result.Rejected.Length);
        }
    }

    private static RawReport Read(string page)
    {
        using TemporaryFolder folder = new();
        IntakeResult result = new InputReader(Stream.Null).Read([folder.Write("page", page)], default);
        Assert.Empty(result.Rejected);
        return Assert.Single(result.Reports);
    }
}
