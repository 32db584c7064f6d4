using System.Text;
using Stemma.Intake.Evidence;
using Stemma.Intake.Web;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Web;

public sealed class WebInputsTests
{
    private static readonly WebOptions Local = new() { AllowPrivate = true, Pause = TimeSpan.Zero };

    [Fact]
    public async Task An_address_is_an_input_like_a_file_and_its_bytes_are_kept()
    {
        byte[] page = Encoding.UTF8.GetBytes($"<html><head><title>Bridge</title></head><body><article><p>{Inputs.Sentence}</p></article></body></html>");
        await using LoopbackServer server = await LoopbackServer.StartAsync(async c =>
        {
            if (c.Request.Path == "/old")
                c.Response.Redirect("/new");
            else if (c.Request.Path == "/new")
                await c.Response.Body.WriteAsync(page);
            else
                c.Response.StatusCode = 404;
        });
        using TemporaryFolder folder = new();
        FolderEvidenceStore store = new(folder.At("evidence"));
        using WebFetcher fetcher = new(Local, TimeProvider.System);
        InputReader reader = new() { Web = new WebInputs(fetcher, store) };
        IntakeResult result = reader.Read([server.At("/old").AbsoluteUri, folder.Write("a.txt", Inputs.Sentence), server.At("/none?x=*").AbsoluteUri, "ftp://x.example/"], default);

        Assert.Equal(2, result.Reports.Length);
        RawReport report = result.Reports[0];
        Assert.Equal((server.At("/old").AbsoluteUri, server.At("/new").AbsoluteUri, Digests.Of(page)), (report.Input, report.Url, report.Evidence));
        Assert.Equal(["could not be fetched: the server answers 404 NotFound", "an address that is neither http nor https"], result.Rejected.Select(r => r.Reason));
        Receipt receipt = Assert.Single(store.Receipts());
        Assert.Equal((server.At("/old").AbsoluteUri, server.At("/new").AbsoluteUri, (long)page.Length, report.Received!.Value), (receipt.Asked, receipt.Url, receipt.Length, receipt.Received));
        using Stream bytes = store.Open(receipt.Digest)!;
        Assert.Equal(receipt.Digest, Digests.Of(bytes));
    }

    [Fact]
    public async Task A_feed_is_read_from_its_address_and_what_it_links_to_is_not_asked_for()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.ContentType = "application/rss+xml; charset=iso-8859-1";
            return c.Response.Body.WriteAsync(Encoding.Latin1.GetBytes($"<rss version=\"2.0\"><channel><title>Coast</title><item><link>{c.Request.Scheme}://{c.Request.Host}/1</link><description>{Inputs.Sentence} In the café of Aarhus, they said.</description></item></channel></rss>")).AsTask();
        });
        using WebFetcher fetcher = new(Local, TimeProvider.System);
        RawReport report = Assert.Single(new InputReader { Web = new WebInputs(fetcher) }.Read([server.At("/feed").AbsoluteUri], default).Reports);
        Assert.Contains("café", report.Text, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/feed"], server.Asked);
        Assert.NotNull(report.Evidence);
    }
}
