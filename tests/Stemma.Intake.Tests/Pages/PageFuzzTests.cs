using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Pages;

/// <summary>Pages changed at random, with a fixed seed: whatever comes out is a report or a named refusal, never another exception.</summary>
public sealed class PageFuzzTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge closed | Coast Daily</title><link rel="canonical" href="https://coast.example/bridge">
        <meta property="og:title" content="Bridge closed"><meta property="article:published_time" content="2031-03-09T10:00:00Z">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"LiveBlogPosting","headline":"Bridge closed","datePublished":"2031-03-09","author":[{"name":"Mara Quill"}],
        "liveBlogUpdate":[{"@type":"BlogPosting","articleBody":"The bridge is shut to all traffic, the city said in a note on its site.","datePublished":"2031-03-09T10:00:00Z"}]}]}</script></head>
        <body class="post single"><nav><ul><li><a href="/">Home</a><li><a href="/s">Sport</a></ul></nav><main><article itemscope><h1>Bridge closed</h1><time datetime="2031-03-09">9 March 2031</time>
        <figure><img src="x.jpg"><figcaption>The bridge. (Photo: staff)</figcaption></figure><div itemprop="articleBody"><p>The harbour bridge was <b>closed</b> to lorries on Tuesday after inspectors found cracks &amp; rust in two
        of its pillars, the city said.<p>Drivers were sent through the <a href="https://coast.example/t">old tunnel</a>, where the queue reached four kilometres by noon.</p><table><tr><td>A</td><td>1</td></tr></table>
        <blockquote class="tweet">Shut again&hellip;<br><br>So it goes</blockquote></div></article><aside class="related"><h3>Read more</h3><ol><li><a href="/a">Ten walks along the harbour</a></ol></aside></main>
        <div id="comments" hidden><p>I have always said so.</p></div><svg><path d="M0"/></svg><noscript><p>No script</p></noscript><footer>&copy; 2031</footer></body></html>
        """;

    private static readonly string[] Pieces =
        ["<", ">", "</", "<div", "<p>", "</p>", "<!--", "-->", "<script>", "</script>", "\"", "'", "=", "&", "&#", ";", "\0", "<table>", "<td>", "<li>", "<a href=", "{", "}", "[", "\\", "\ud800", "<time>", "<h1>", " style=display:none ", "<body>", "<svg>", "<title>"];

    [Fact]
    public void Changed_pages_give_reports_or_named_refusals()
    {
        PageReader reader = new();
        ReportReader cleaner = new();
        Random random = new(20310309);
        int read = 0;
        for (int run = 0; run < 600; run++)
        {
            string page = Mutate(random, 1 + (run % 40));
            try
            {
                foreach (RawReport raw in run % 2 == 0 ? [reader.Read(page, Carrier)] : reader.ReadAll(page, Carrier))
                    cleaner.Read(raw);
                read++;
            }
            catch (InputRejectedException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }

        Assert.True(read > 300, $"only {read} of 600 were read");
    }

    [Fact]
    public void Random_bytes_give_text_or_a_named_refusal()
    {
        PageReader reader = new();
        Random random = new(9);
        for (int run = 0; run < 200; run++)
        {
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Page);
            for (int m = 0; m < run; m++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                reader.Read(bytes, run % 3 == 0 ? "utf-8" : run % 3 == 1 ? "no-such" : null, Carrier);
            }
            catch (InputRejectedException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    [Theory]
    [InlineData("<div class='comment ", 50_000)]
    [InlineData("<span><a href=x>word word", 20_000)]
    [InlineData("<time datetime=2031-03-09>", 50_000)]
    [InlineData("<meta name=date content=2031-03-09>", 100_000)]
    [InlineData("<h1>Bridge closed</h1>", 50_000)]
    [InlineData("<p>Nov 1 Nov 2 Nov 3 ", 50_000)]
    [InlineData("<script type=application/ld+json>[[[[[[", 20_000)]
    [InlineData("&amp;&#38;&copy", 300_000)]
    [InlineData("<custom-tag>text ", 400)]
    public void Much_of_one_thing_takes_bounded_time(string piece, int count)
    {
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        string page = "<html><body><h1>Bridge closed</h1><p>The harbour bridge was closed to lorries on Tuesday, the city said.</p>" + new System.Text.StringBuilder().Insert(0, piece, count);
        try
        {
            new PageReader().Read(page, Carrier);
        }
        catch (InputRejectedException e)
        {
            Assert.NotEmpty(e.Message);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    private static RawReport Carrier => new() { Input = "page", Text = "" };

    private static string Mutate(Random random, int changes)
    {
        System.Text.StringBuilder page = new(Page);
        for (int i = 0; i < changes; i++)
        {
            int at = random.Next(page.Length);
            switch (random.Next(5))
            {
                case 0:
                    page[at] = Pieces[random.Next(Pieces.Length)][0];
                    break;
                case 1:
                    page.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    page.Remove(at, Math.Min(random.Next(1, 30), page.Length - at));
                    break;
                case 3:
                    page.Insert(at, Page.AsSpan(random.Next(Page.Length / 2), random.Next(200)));
                    break;
                default:
                    page.Length = Math.Max(200, at);
                    break;
            }
        }

        return page.ToString();
    }
}
