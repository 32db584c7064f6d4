using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Intake.Tests.Archives;
using Stemma.Intake.Web;

namespace Stemma.Intake.Tests.Fuzzing;

/// <summary>Each reader is given valid input with random damage, always the same: nothing but a named rejection may come of it.</summary>
public sealed class ReaderFuzzTests
{
    /// <summary>A few seconds in all; STEMMA_FUZZ_RUNS and STEMMA_FUZZ_SEED ask for more and others.</summary>
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("STEMMA_FUZZ_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int runs) ? runs : 2000;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("STEMMA_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 20260310;

    private const string Text = "The harbour bridge was closed to lorries on Tuesday, the mayor’s office said. “Nobody was hurt,” a spokesman added.";

    public static TheoryData<string> Forms => [.. Samples.Keys];

    private static readonly Dictionary<string, byte[]> Samples = new()
    {
        ["text"] = Bytes($"Bridge closed\nBy Jane Roe\n\nKARSK, March 9 (CW) - {Text}\n\n{Text}\n"),
        ["page"] = Bytes($$"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title><meta property="og:site_name" content="Coast"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","datePublished":"2026-03-10T09:30:00Z","author":[{"name":"Jane Roe"}]}</script></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Bridge</h1><p>{{Text}}</p><blockquote>x</blockquote><ul><li>a</li></ul><table><tr><td>1</td></tr></table><p>{{Text}}</p></article></body></html>"""),
        ["json lines"] = Bytes($$"""{"id":"a","url":"https://coast.example/1","outlet":"Coast","published":"2026-03-10T09:30:00Z","title":"T","text":"{{Text}}","authors":["J"]}""" + "\n" + $$"""{"id":2,"html":"<p>{{Text}}</p>"}""" + "\n"),
        ["csv"] = Bytes($"id,title,published,text\r\n1,\"A \"\"b\"\"\",2026-03-10,\"{Text}\n\n{Text}\"\r\n2,B,,{Text.Replace(",", "", StringComparison.Ordinal)}\r\n"),
        ["conllu"] = Bytes("# sent_id = 1\n# text = The bridge closed.\n1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tbridge\tbridge\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n3-4\tclosed.\t_\t_\t_\t_\t_\t_\t_\t_\n3\tclosed\tclose\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"),
        ["rss"] = Bytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Coast - World</title><link>https://coast.example/</link><item><title>A &amp; B</title><link>/1</link><guid isPermaLink=\"false\">g1</guid><pubDate>Tue, 10 Mar 2026 09:30:00 +0100</pubDate><dc:creator>Jane Roe</dc:creator><source url=\"https://x.example/\">X</source><media:group><media:description>m</media:description></media:group><description>{Text}</description><content:encoded><![CDATA[<p>{Text}</p><p>The post A appeared first on B.</p>]]></content:encoded></item><item><title>B</title><description>{Text}</description></item></channel></rss>"),
        ["atom"] = Bytes($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://coast.example/\"><title>Coast</title><entry><id>a</id><title type=\"html\">A &lt;b&gt;c&lt;/b&gt;</title><link href=\"1\"/><updated>2026-03-10T09:30:00Z</updated><author><name>J</name></author><source><title>S</title></source><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Text}</p></div></content></entry></feed>"),
        ["json feed"] = Bytes($$"""{ "version": "https://jsonfeed.org/version/1.1", "title": "Coast", "items": [ { "id": "1", "url": "https://coast.example/1", "content_html": "<p>{{Text}}</p>", "date_published": "2026-03-10T09:30:00Z", "authors": [ { "name": "J" } ] } ] }"""),
        ["json feed, spread"] = Bytes("{\n \"version\": \"https://jsonfeed.org/version/1.1\",\n \"items\": [\n  { \"id\": \"1\", \"content_text\": \"" + Text + "\" }\n ]\n}\n"),
        ["sitemap"] = Bytes("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://coast.example/1</loc><news:news><news:publication><news:name>Coast</news:name></news:publication><news:publication_date>2026-03-10</news:publication_date><news:title>T</news:title></news:news></url></urlset>"),
        ["opml"] = Bytes("<opml version=\"2.0\"><body><outline text=\"A\"><outline type=\"rss\" text=\"Coast\" xmlUrl=\"https://coast.example/rss\"/></outline></body></opml>"),
        ["ninjs"] = Bytes($$"""{ "uri": "urn:a:1", "version": "2", "pubstatus": "usable", "urgency": 3, "versioncreated": "2026-03-10T09:30:00Z", "headline": "T", "byline": "J", "located": "K", "ednote": "CORRECTS x", "infosource": [ { "name": "A" } ], "body_xhtml": "<p>{{Text}}</p>", "associations": { "a": { "uri": "http://x.example/", "headline": "h" } } }"""),
        ["ninjs 3"] = Bytes($$"""[{ "uri": "urn:a:1", "standard": { "name": "ninjs" }, "pubStatus": "canceled", "versionCreated": "2026-03-10T09:30:00Z", "headlines": [ { "role": "main", "value": "T" } ], "bodies": [ { "contentType": "text/plain", "value": "{{Text}}" } ] }]"""),
        ["newsml"] = Bytes($"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><newsItem guid=\"urn:a:1\" version=\"2\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"CW\"/><versionCreated>2026-03-10T09:30:00Z</versionCreated><pubStatus qcode=\"stat:usable\"/><edNote>UPDATES</edNote></itemMeta><contentMeta><urgency>3</urgency><located><name>K</name></located><headline>H</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>{Text}</p></body.content></body></nitf></inlineXML><inlineData encoding=\"base64\">VGhl</inlineData></contentSet></newsItem></itemSet></newsMessage>"),
        ["nitf"] = Bytes($"<nitf><head><docdata><doc-id id-string=\"a\"/><date.issue norm=\"20260310T093000Z\"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>{Text}</p></body.content></body></nitf>"),
        ["warc"] = Archive(packed: false),
        ["warc.gz"] = Archive(packed: true),
        ["page.gz"] = WarcFile.Packed(Bytes($"<html><body><p>{Text}</p></body></html>")),
        ["utf-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<rss version=\"2.0\"><channel><item><title>a</title><description>{Text}</description></item></channel></rss>")],
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Damaged_input_gives_reports_or_reasons_and_never_an_exception(string form)
    {
        byte[] valid = Samples[form];
        Assert.Empty(Inputs.Read(valid).Rejected.Where(r => !r.Reason.Contains("no report in it", StringComparison.Ordinal)));
        Random random = new(Seed);
        int rejected = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int run = 0; run < Runs; run++)
        {
            byte[] damaged = Mutator.Damage(valid, random);
            try
            {
                IntakeResult result = Inputs.Read(damaged);
                rejected += result.Rejected.Length;
                Assert.True(result.Reports.Length + result.Rejected.Length + result.Conllu.Length > 0, "an input without a word about it");
                Assert.All(result.Rejected, r => Assert.True(r.Reason.Length is > 0 and < 300 && !r.Reason.Contains('\n', StringComparison.Ordinal), r.Reason));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"run {run}: {e}\n{Encoding.Latin1.GetString(damaged)}");
            }
        }

        Assert.True(form is "text" or "page" or "opml" or "sitemap" || rejected > Runs / 100, "damage that no reader minds is no test");
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2 + Runs / 1000), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_damaged_robots_txt_gives_rules_and_never_an_exception()
    {
        byte[] valid = Bytes("User-agent: *\nDisallow: /a*b$\nAllow: /%C3%A9\nCrawl-delay: 2\n\nUser-agent: stemma\nDisallow: /x\n");
        Random random = new(Seed);
        for (int run = 0; run < Runs; run++)
            RobotsFile.Parse(Mutator.Damage(valid, random), "stemma").Allows("/a/é%zz%C3b?*$");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Archive(bool packed)
    {
        byte[] page = Bytes($"<html><head><title>T</title></head><body><article><p>{Text}</p></article></body></html>");
        MemoryStream brotli = new(), zlib = new();
        using (BrotliStream stream = new(brotli, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(page);
        using (ZLibStream stream = new(zlib, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(page);
        return new WarcFile(packed)
            .Add("warcinfo", null, "a: b\r\n"u8.ToArray(), "application/warc-fields")
            .Add("response", "https://coast.example/1", WarcFile.Answer(WarcFile.Packed(page), "text/html", "Content-Encoding: gzip\r\n"))
            .Add("response", "https://coast.example/2", WarcFile.Answer(brotli.ToArray(), "text/html", "Content-Encoding: br\r\n"))
            .Add("response", "https://coast.example/3", WarcFile.Answer(zlib.ToArray(), "text/html", "Content-Encoding: deflate\r\n"))
            .Add("response", "https://coast.example/4", WarcFile.Answer([.. Bytes($"{page.Length:x}\r\n"), .. page, .. "\r\n0\r\n\r\n"u8], "text/html", "Transfer-Encoding: chunked\r\n"))
            .Add("conversion", "https://coast.example/5", Bytes(Text), "text/plain")
            .Bytes;
    }
}
