using System.IO.Compression;
using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests;

public sealed class InputReaderTests
{
    private const string Sentence = "The harbour bridge was closed on Tuesday.";
    private static readonly string Page = $"<html><head><title>Bridge closed</title></head><body><p>{Sentence}</p></body></html>";

    [Fact]
    public void Folders_are_walked_in_ordinal_order_and_their_files_told_apart_by_content()
    {
        using TemporaryFolder folder = new();
        folder.Write("b/one.html", "Plain text although the name says page. " + Sentence);
        folder.Write("a.txt", Page);
        folder.Write("c.jsonl.gz", Packed($$"""{"id":"7","title":"T","text":"{{Sentence}}"}"""));
        folder.Write(".hidden/x.txt", Sentence);
        IntakeResult result = Read(folder.Path);
        Assert.Empty(result.Rejected);
        Assert.Equal([folder.At("a.txt"), folder.At("b/one.html"), folder.At("c.jsonl.gz") + "#7"], result.Reports.Select(r => r.Input));
        Assert.Equal([true, false, false], result.Reports.Select(r => r.FromPage));
    }

    [Fact]
    public void A_file_that_several_paths_lead_to_is_read_once()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a/x.txt", Sentence);
        File.CreateSymbolicLink(folder.At("a/link.txt"), file);
        Directory.CreateSymbolicLink(folder.At("a/loop"), folder.Path);
        Assert.Single(Read(folder.Path, file, folder.At("a/*.txt")).Reports);
    }

    [Fact]
    public void Globs_spread_within_names_and_over_folders()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/x1.txt", Sentence);
        folder.Write("b/c/x2.txt", Sentence + " Again.");
        folder.Write("b/y.md", Sentence);
        Assert.Equal([folder.At("a/x1.txt"), folder.At("b/c/x2.txt")], Read(folder.At("**/x?.txt")).Reports.Select(r => r.Input));
        Assert.Equal("no file matches", Assert.Single(Read(folder.At("*.nothing")).Rejected).Reason);
    }

    [Fact]
    public void Standard_input_is_read_as_any_file_is()
    {
        IntakeResult result = new InputReader(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"id":"a","text":"{{Sentence}}"}"""))).Read(["-"], default);
        Assert.Equal("-#a", Assert.Single(result.Reports).Input);
    }

    [Fact]
    public void Every_bad_input_has_one_clear_reason_and_the_rest_is_read()
    {
        using TemporaryFolder folder = new();
        folder.Write("01-empty.txt", "");
        folder.Write("02-blank.txt", " \n\t\n");
        folder.Write("03-binary.txt", [1, 2, 0, 4, 5, 0, 0, 200, 201, 0]);
        folder.Write("04-picture.txt", [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0]);
        folder.Write("05-numbers.txt", "12345 67 ... 8");
        folder.Write("06-settings.json", "{\n  \"name\": \"x\",\n  \"quotes\": [\n   {\"file\": \"a\", \"text\": \"one two three four\"}\n ]\n}\n");
        folder.Write("07-array.json", "[{\"text\": \"" + Sentence + "\"}]");
        folder.Write("08-feed.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>");
        folder.Write("09-cyrillic-1251.txt", [.. Enumerable.Range(0, 200).Select(i => i % 6 == 5 ? (byte)' ' : (byte)(0xE0 + i % 32))]);
        folder.Write("10-broken.gz", [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        folder.Write("11-good.txt", Sentence);
        Directory.CreateDirectory(folder.At("12-void"));
        IntakeResult result = Read(folder.Path, folder.At("nowhere.txt"), folder.At("12-void"), "https://x.example/");
        Assert.Equal(folder.At("11-good.txt"), Assert.Single(result.Reports).Input);
        string[] reasons =
        [
            "an empty file", "nothing but white space", "binary data, not text", "a picture, not text", "no sentence in it",
            "JSON, but not JSON Lines: no line is an object by itself", "a JSON array: reports come as JSON Lines, one object a line", "a feed without items",
            "neither valid UTF-8 nor plausible Windows-1252 text", "a broken gzip file, damaged or cut short", "no such file or folder", "an address, and this call reads files only",
        ];
        Assert.Equal(reasons, result.Rejected.Select(r => r.Reason));
    }

    [Fact]
    public void A_folder_without_files_is_rejected_by_name()
    {
        using TemporaryFolder folder = new();
        Assert.Equal("a folder without reports", Assert.Single(Read(folder.Path).Rejected).Reason);
    }

    [Fact]
    public void Bad_lines_are_rejected_one_by_one()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("r.jsonl", string.Join('\n',
            $$"""{"id":"a","url":"https://x.example/1","outlet":"Coast Daily","published":"2031-03-09T10:00:00+01:00","title":"T","text":"{{Sentence}}"}""",
            """{"id":"b","text":"broken""",
            """{"id":"c","title":"no text"}""",
            "",
            $$"""{"id":"a","text":"{{Sentence}}"}""",
            "[1,2]",
            """{"id":"d","text":"\ud800 half a character"}""",
            $$"""{"text":"{{Sentence}} No id."}""",
            $$"""{"id":9,"html":"<p>{{Sentence}} As a page.</p>"}"""));
        IntakeResult result = Read(path);
        Assert.Equal([path + "#a", path + "#8", path + "#9"], result.Reports.Select(r => r.Input));
        Assert.Equal(
            [
                (path + "#2", "a broken JSON line"), (path + "#c", "line 3: neither text nor html in it"), (path + "#a", "line 5: a second report with the id a; the first stands in line 1"),
                (path + "#6", "a JSON line that is no object"), (path + "#7", "a JSON line with a broken character in a string"),
            ],
            result.Rejected.Select(r => (r.Input, r.Reason)));
        RawReport first = result.Reports[0];
        Assert.Equal(("Coast Daily", "2031-03-09T10:00:00+01:00", "T", "https://x.example/1"), (first.Outlet, first.Published.ToString(), first.Headline, first.Url));
    }

    [Fact]
    public void A_whole_page_in_the_field_for_text_is_read_as_a_page()
    {
        using TemporaryFolder folder = new();
        string page = $"<!DOCTYPE html><html><head><title>Bridge closed</title></head><body><nav><a href='/'>Home</a></nav><p>{Sentence}</p></body></html>";
        string path = folder.Write("p.jsonl", $$"""{"id":"a","text":"\n{{page}}"}""" + "\n" + $$"""{"id":"b","text":"{{Sentence}} It was marked <b>urgent</b>."}""");
        string table = folder.Write("p.csv", $"id,text\nc,\"{page}\"\nd,\"{Sentence}\"\n");
        Assert.Equal([Sentence, Sentence + " It was marked <b>urgent</b>."], Read(path).Reports.Select(r => r.Text.Trim()));
        Assert.Equal([Sentence, Sentence], Read(table).Reports.Select(r => r.Text.Trim()));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Encodings_are_read_right(string name, bool mark)
    {
        const string Text = "The café’s owner said “no” to the harbour bridge plan — and meant it.";
        Encoding encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        using TemporaryFolder folder = new();
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Assert.Equal(Text, Assert.Single(Read(folder.Write("x.txt", bytes)).Reports).Text);
    }

    [Fact]
    public void Json_lines_in_utf_16_are_read_too()
    {
        using TemporaryFolder folder = new();
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($$"""{"id":"é","text":"{{Sentence}}"}""")];
        Assert.EndsWith("#é", Assert.Single(Read(folder.Write("x.jsonl", bytes)).Reports).Input, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_a_declared_encoding_is_read_right()
    {
        using TemporaryFolder folder = new();
        Encoding cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        string path = folder.Write("x", cyrillic.GetBytes("<html><head><meta charset=\"windows-1251\"></head><body><p>Мост закрыт для грузовиков.</p></body></html>"));
        Assert.Equal("Мост закрыт для грузовиков.", Assert.Single(Read(path).Reports).Text);
    }

    [Fact]
    public void A_line_of_100_MB_is_refused_in_bounded_memory()
    {
        using TemporaryFolder folder = new();
        string path = folder.At("long.jsonl");
        using (FileStream file = File.Create(path))
        {
            file.Write(Encoding.UTF8.GetBytes($$"""{"id":"a","text":"{{Sentence}}"}""" + "\n{\"id\":\"b\",\"text\":\""));
            byte[] block = new byte[1 << 20];
            Array.Fill(block, (byte)'x');
            for (int i = 0; i < 100; i++)
                file.Write(block);
            file.Write(Encoding.UTF8.GetBytes("\"}\n" + $$"""{"id":"c","text":"{{Sentence}} Again."}"""));
        }

        long before = GC.GetTotalAllocatedBytes();
        IntakeResult result = Read(path);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000, "allocated more than the growth of one 16 MB buffer");
        Assert.Equal(["a", "c"], result.Reports.Select(r => r.Id));
        Assert.Equal(path + "#2", Assert.Single(result.Rejected).Input);

        string plain = folder.At("long.txt");
        File.WriteAllBytes(plain, new byte[17 << 20].Select(_ => (byte)'x').ToArray());
        Assert.StartsWith("longer than 16 MB", Assert.Single(Read(plain).Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_bomb_is_refused()
    {
        using TemporaryFolder folder = new();
        string path = folder.At("bomb.gz");
        using (GZipStream zip = new(File.Create(path), CompressionLevel.Optimal))
        {
            byte[] line = Encoding.UTF8.GetBytes($$"""{"text":"{{Sentence}}"}""" + new string(' ', 1_000_000) + "\n");
            for (int i = 0; i < 150; i++)
                zip.Write(line);
        }

        Assert.Contains("bomb", Assert.Single(Read(path).Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_rejected_by_name()
    {
        if (OperatingSystem.IsWindows())
            return; // has no such modes
        using TemporaryFolder folder = new();
        string path = folder.Write("closed.txt", Sentence);
        File.SetUnixFileMode(path, UnixFileMode.None);
        IntakeResult result = Read(path);
        if (result.Reports.IsEmpty) // the super-user may read everything
            Assert.Equal("may not be read: permission denied", Assert.Single(result.Rejected).Reason);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(20_000)]
    public void A_gzip_file_that_was_cut_short_is_told_and_its_whole_lines_are_read(int count)
    {
        using TemporaryFolder folder = new();
        string lines = string.Concat(Enumerable.Range(0, count).Select(i => $$"""{"id":"{{i}}","text":"{{Sentence}} {{i * 2654435769L % 1_000_003}}"}""" + "\n"));
        string path = folder.Write("cut.jsonl.gz", Packed(lines)[..^200]);
        IntakeResult result = Read(path);
        Assert.Equal((path, "a broken gzip file, damaged or cut short"), (result.Rejected[^1].Input, result.Rejected[^1].Reason));
        Assert.InRange(result.Reports.Length, count / 2, count - 1);
    }

    [Fact]
    public void A_cancelled_call_stops()
    {
        using TemporaryFolder folder = new();
        folder.Write("x.txt", Sentence);
        Assert.Throws<OperationCanceledException>(() => new InputReader().Read([folder.Path], new CancellationToken(canceled: true)));
    }

    private static IntakeResult Read(params string[] paths) => new InputReader(Stream.Null).Read(paths, default);

    private static byte[] Packed(string text)
    {
        using MemoryStream bytes = new();
        using (GZipStream zip = new(bytes, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
