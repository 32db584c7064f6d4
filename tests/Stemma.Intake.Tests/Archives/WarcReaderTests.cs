using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Archives;

public sealed class WarcReaderTests
{
    private static string Page(string more) => $"<html><head><title>Bridge</title></head><body><article><p>{Inputs.Sentence} {more}</p></article></body></html>";

    private static WarcFile Sample(bool packed)
    {
        byte[] body = Encoding.UTF8.GetBytes(Page("Chunked."));
        byte[] chunked = [.. Encoding.ASCII.GetBytes(10.ToString("x", CultureInfo.InvariantCulture) + ";x=y\r\n"), .. body[..10], .. "\r\n"u8,
            .. Encoding.ASCII.GetBytes((body.Length - 10).ToString("X", CultureInfo.InvariantCulture) + "\r\n"), .. body[10..], .. "\r\n0\r\n\r\n"u8];
        MemoryStream brotli = new();
        using (BrotliStream stream = new(brotli, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(Page("Brotli.")));
        return new WarcFile(packed)
            .Add("warcinfo", null, "software: x\r\n"u8.ToArray(), "application/warc-fields")
            .Add("request", "https://coast.example/1", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), "application/http; msgtype=request")
            .Add("response", "<https://coast.example/1>", WarcFile.Answer(Page("Plain.")), version: "1.0")
            .Add("response", "https://coast.example/2", WarcFile.Answer(WarcFile.Packed(Encoding.UTF8.GetBytes(Page("Packed."))), "text/html", "Content-Encoding: gzip\r\n"))
            .Add("response", "https://coast.example/3", WarcFile.Answer(chunked, "text/html", "Transfer-Encoding: chunked\r\n"))
            .Add("response", "https://coast.example/4", WarcFile.Answer(brotli.ToArray(), "text/html", "content-encoding: br\r\n"))
            .Add("response", "https://coast.example/5", WarcFile.Answer("gone", status: "404 Not Found"))
            .Add("response", "https://coast.example/6.png", WarcFile.Answer([0x89, 1, 2, 0], "image/png", ""))
            .Add("revisit", "https://coast.example/1", [], more: "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n")
            .Add("resource", "https://coast.example/7", Encoding.UTF8.GetBytes(Page("Resource.")), "text/html")
            .Add("conversion", "https://coast.example/8", Encoding.UTF8.GetBytes(Inputs.Sentence + " Conversion."), "text/plain");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_of_all_kinds_of_records_and_codings_are_read_and_the_rest_is_told(bool packed)
    {
        WarcFile file = Sample(packed);
        IntakeResult result = Inputs.Read(file.Bytes);
        Assert.Empty(result.Rejected);
        Assert.Equal(["Plain.", "Packed.", "Chunked.", "Brotli.", "Resource.", "Conversion."], result.Reports.Select(r => r.Text.Split(' ')[^1]));
        Assert.Equal([1, 2, 3, 4, 7, 8], result.Reports.Select(r => int.Parse(r.Url!.Split('/')[^1], CultureInfo.InvariantCulture)));
        Assert.Equal(new[] { 2, 3, 4, 5, 9, 10 }.Select(i => $"-#{file.Offsets[i]}"), result.Reports.Select(r => r.Input));
        Assert.All(result.Reports, r => Assert.Equal(new DateTimeOffset(2026, 3, 11, 8, 0, 0, TimeSpan.Zero), r.Received));
        Assert.Equal("left out: 1 × answer 404, 1 × image/png, 1 × request, 1 × revisit, 1 × warcinfo", Assert.Single(result.Remarks).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reading_goes_on_at_any_offset_that_an_earlier_call_told(bool packed)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.warc", Sample(packed).Bytes);
        List<IntakeItem> all = Items(path);
        for (int i = 0; i < all.Count - 1; i++)
        {
            List<IntakeItem> rest = Items(all[i].Next!);
            Assert.Equal(all.Skip(i + 1).Where(x => x.Report is not null).Select(x => x.Report!.Input), rest.Where(x => x.Report is not null).Select(x => x.Report!.Input));
            Assert.Equal(all.Skip(i + 1).Where(x => x.Report is not null).Select(x => x.Report!.Text), rest.Where(x => x.Report is not null).Select(x => x.Report!.Text));
        }
    }

    [Fact]
    public void That_nothing_follows_the_last_record_is_no_fault()
    {
        using TemporaryFolder folder = new();
        IntakeItem last = Items(folder.Write("a.warc.gz", Sample(packed: true).Bytes))[^1];
        IntakeResult rest = new InputReader().Read([last.Next!], default);
        Assert.Empty(rest.Reports);
        Assert.Empty(rest.Rejected);
        Assert.Equal("nothing behind this offset", Assert.Single(rest.Remarks).Text);
    }

    [Fact]
    public void Reading_goes_on_within_one_gzip_member_that_holds_all_records()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.warc.gz", WarcFile.Packed(Sample(packed: false).Bytes));
        List<IntakeItem> all = Items(path);
        Assert.Contains("#0+", all[0].Next, StringComparison.Ordinal);
        Assert.Equal(all.Skip(1).Select(x => x.Report?.Text), Items(all[0].Next!).Select(x => x.Report?.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_cut_short_gives_what_is_whole_and_tells_where_it_ends(bool packed)
    {
        WarcFile file = Sample(packed);
        IntakeResult result = Inputs.Read(file.Bytes[..(int)(file.Offsets[4] + 100)]);
        Assert.Equal(["Plain.", "Packed."], result.Reports.Select(r => r.Text.Split(' ')[^1]));
        Assert.Contains(packed ? "a broken gzip file, damaged or cut short" : "cut short", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_record_is_passed_over_to_the_next()
    {
        WarcFile file = Sample(packed: false);
        byte[] bytes = file.Bytes;
        "XXXX"u8.CopyTo(bytes.AsSpan((int)file.Offsets[3])); // no record begins here
        Encoding.ASCII.GetBytes("Content-Lengxx").CopyTo(bytes.AsSpan(bytes.AsSpan((int)file.Offsets[4]).IndexOf("Content-Length"u8) + (int)file.Offsets[4]));
        IntakeResult result = Inputs.Read(bytes);
        Assert.Equal(["Plain.", "Brotli.", "Resource.", "Conversion."], result.Reports.Select(r => r.Text.Split(' ')[^1]));
        Assert.Equal(
            [($"-#{file.Offsets[3]}", "no record of an archive begins here: passed over to the next"), ($"-#{file.Offsets[4]}", "a record that does not tell its length")],
            result.Rejected.Where(r => !r.Reason.StartsWith("no record", StringComparison.Ordinal) || r.Input == $"-#{file.Offsets[3]}").Select(r => (r.Input, r.Reason)));
    }

    [Fact]
    public void A_later_capture_of_a_page_revises_the_report_and_an_unchanged_one_is_none()
    {
        const string Digest = "WARC-Payload-Digest: sha1:AAAA\r\n";
        WarcFile file = new WarcFile(packed: true)
            .Add("response", "https://coast.example/1", WarcFile.Answer(Page("First.")), more: Digest)
            .Add("response", "https://coast.example/1", WarcFile.Answer(Page("First.")), more: Digest)
            .Add("response", "https://coast.example/1", WarcFile.Answer(Page("Second.")), more: Digest.Replace("AAAA", "BBBB", StringComparison.Ordinal));
        IntakeResult result = Inputs.Read(file.Bytes);
        Assert.EndsWith("Second.", Assert.Single(result.Reports).Text, StringComparison.Ordinal);
        Assert.Equal("left out: 1 × capture of a page that had not changed", Assert.Single(result.Remarks).Text);
    }

    [Fact]
    public void A_record_that_promises_terabytes_or_unpacks_to_gigabytes_is_rejected_in_bounded_memory()
    {
        using MemoryStream bomb = new();
        using (GZipStream gzip = new(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++)
                gzip.Write(zeros);
        }

        WarcFile file = new WarcFile(packed: false)
            .Add("response", "https://coast.example/1", WarcFile.Answer(bomb.ToArray(), "text/html", "Content-Encoding: gzip\r\n"))
            .Add("response", "https://coast.example/2", WarcFile.Answer(Page("Good.")));
        byte[] bytes = [.. file.Bytes, .. "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 9000000000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"u8];
        IntakeResult result = Inputs.Read(bytes);
        Assert.EndsWith("Good.", Assert.Single(result.Reports).Text, StringComparison.Ordinal);
        Assert.Equal(["longer than 16 MB, the most that is read as one report", "a record that is cut short: it promises 9000000000000 bytes, and 19 are there"], result.Rejected.Select(r => r.Reason));
    }

    [Fact]
    public void A_body_in_broken_utf_16_is_rejected_by_itself()
    {
        byte[] broken = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page("x")), 0x00, 0xDC, 0x00, 0xDC];
        IntakeResult result = Inputs.Read(new WarcFile(packed: false).Add("response", "https://coast.example/1", WarcFile.Answer(broken, "text/html", "")).Add("response", "https://coast.example/2", WarcFile.Answer(Page("Good."), "text/html; charset=utf-7")).Bytes);
        Assert.Equal("broken UTF-16", Assert.Single(result.Rejected).Reason);
        Assert.EndsWith("Good.", Assert.Single(result.Reports).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_lies_behind_the_capture_is_left_out()
    {
        string page = Page("x").Replace("</head>", "<meta property=\"article:published_time\" content=\"2031-01-01T00:00:00Z\"></head>", StringComparison.Ordinal);
        IntakeResult result = Inputs.Read(new WarcFile(packed: false).Add("response", "https://coast.example/1", WarcFile.Answer(page)).Bytes);
        Assert.Null(Assert.Single(result.Reports).Published);
        Assert.Equal("a publication date in the future (2031-01-01T00:00:00Z, received 2026-03-11): left out", Assert.Single(result.Remarks).Text);
    }

    [Theory]
    [InlineData("https://coast.example/1?utm=x", "https://www.coast.example/1", "https://www.coast.example/1")]
    [InlineData("https://coast.example/1", "https://hill.example/1", "https://coast.example/1")]
    [InlineData("https://coast.example/1", "https://coast.example/", "https://coast.example/1")]
    public void A_page_may_name_its_own_address_but_not_another_houses(string fetched, string canonical, string url)
    {
        string page = Page("x").Replace("</head>", $"<link rel=\"canonical\" href=\"{canonical}\"></head>", StringComparison.Ordinal);
        RawReport report = Assert.Single(Inputs.Read(new WarcFile(packed: false).Add("response", fetched, WarcFile.Answer(page)).Bytes).Reports);
        Assert.Equal(url, report.Url);
    }

    [Fact]
    public void An_archive_without_pages_says_so()
    {
        IntakeResult result = Inputs.Read(new WarcFile(packed: true).Add("warcinfo", null, "x: y\r\n"u8.ToArray(), "application/warc-fields").Bytes);
        Assert.Equal("an archive without pages", Assert.Single(result.Rejected).Reason);
    }

    private static List<IntakeItem> Items(string path)
    {
        List<IntakeItem> items = [];
        new InputReader().Read([path], items.Add, default);
        Assert.DoesNotContain(items, i => i.Rejected is not null);
        return [.. items.Where(i => i.Report is not null)];
    }
}
