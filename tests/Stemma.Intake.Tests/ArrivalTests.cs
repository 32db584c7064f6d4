using System.IO.Compression;
using System.Text;

namespace Stemma.Intake.Tests;

/// <summary>Reports are handed on as they come, and what is found does not depend on how they come.</summary>
public sealed class ArrivalTests
{
    private const string Sentence = "The harbour bridge was closed on Tuesday.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_is_handed_on_before_the_next_is_asked_for(bool packed)
    {
        byte[][] lines = [.. Enumerable.Range(0, 3).Select(i => Encoding.UTF8.GetBytes($$"""{"id":"{{i}}","text":"{{Sentence}}"}""" + "\n")).Select(l => packed ? Pack(l) : l)];
        List<string> found = [];
        List<int> foundWhenAsked = [];
        PieceStream stream = new(lines, _ => foundWhenAsked.Add(found.Count));

        new InputReader(stream).Read(["-"], item => found.Add(item.Report!.Input), default);

        Assert.Equal(["-#0", "-#1", "-#2"], found);
        Assert.Equal([0, 1, 2, 3], foundWhenAsked.Take(4));
    }

    [Fact]
    public void Rejections_come_in_order_of_input_between_the_reports()
    {
        string lines = $$"""{"id":"a"}""" + "\n" + $$"""{"id":"b","text":"{{Sentence}}"}""" + "\n{\n" + $$"""{"id":"c","text":"{{Sentence}}"}""" + "\n";
        Assert.Equal(["rejected -#a", "-#b", "rejected -#3", "-#c"], Found(new MemoryStream(Encoding.UTF8.GetBytes(lines))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_found_does_not_depend_on_the_pieces_in_which_it_comes(string form, byte[] bytes)
    {
        string[] whole = Found(new MemoryStream(bytes));

        Assert.True(whole.Length > 0, form);
        foreach (int length in new[] { 1, 2, 7, 100, 4096 })
            Assert.Equal(whole, Found(PieceStream.Cut(bytes, length)));
    }

    public static TheoryData<string, byte[]> Forms()
    {
        byte[] lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $$"""{ "id": "{{i}}", "text": "{{Sentence}} For the {{i}}. time, the café’s owner said." }""" + "\n")));
        string spread = $$"""
            {
              "id": "a",
              "text": "{{Sentence}}"
            }
            """;
        return new TheoryData<string, byte[]>
        {
            { "lines", lines },
            { "lines with a mark", [0xEF, 0xBB, 0xBF, .. lines] },
            { "lines behind a blank one", [.. "\r\n "u8, .. lines] },
            { "packed lines", Pack(lines) },
            { "lines in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(lines))] },
            { "lines, then zeros", [.. lines, 0, 0, 0, 1, 2, (byte)'\n'] },
            { "one line without an end", lines[..^1] },
            { "one value over several lines", Encoding.UTF8.GetBytes(spread) },
            { "zeros behind a brace", [.. "{\""u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\n'] },
            { "a brace alone", "{ "u8.ToArray() },
            { "a text in braces", Encoding.UTF8.GetBytes("{Sports} " + Sentence + "\n") },
            { "a text", Encoding.UTF8.GetBytes(Sentence + "\n\n“Never,” she said.\n") },
            { "a page", Encoding.UTF8.GetBytes($"<html><head><title>Bridge closed</title></head><body><p>{Sentence}</p></body></html>") },
            { "an array", Encoding.UTF8.GetBytes($$"""[{"text":"{{Sentence}}"}]""") },
            { "blanks", "   \n\n"u8.ToArray() },
        };
    }

    private static string[] Found(Stream stream)
    {
        List<string> found = [];
        new InputReader(stream).Read(["-"], item => found.Add(item.Report is { } report ? report.Input : "rejected " + item.Rejected!.Input), default);
        return [.. found];
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest))
            zip.Write(bytes);
        return packed.ToArray();
    }
}
