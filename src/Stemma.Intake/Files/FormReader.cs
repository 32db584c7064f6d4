using System.Text;
using Stemma.Intake.Conllu;
using Stemma.Intake.JsonLines;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Files;

/// <summary>Unpacks a stream, tells what it is, and hands it to the reader of that form.</summary>
internal sealed class FormReader(IntakeSink sink, CancellationToken cancellation)
{
    private readonly PageReader pages = new();

    /// <exception cref="InputRejectedException">It cannot be read at all.</exception>
    public void Read(string input, Stream stream)
    {
        PrefixedStream bytes = new(stream, IntakeLimits.SniffBytes, FormSniffer.Enough);
        if (bytes.Head.IsEmpty)
            throw new InputRejectedException("an empty file");
        if (bytes.Head is [0x1F, 0x8B, ..])
        {
            bytes = new PrefixedStream(new InflatingStream(bytes), IntakeLimits.SniffBytes, FormSniffer.Enough);
            if (bytes.Head is [0x1F, 0x8B, ..])
                throw new InputRejectedException("packed with gzip twice");
            if (bytes.Head.IsEmpty)
                throw new InputRejectedException("an empty file");
        }

        if (TextDecoder.SniffWide(bytes.Head, out int mark) is { } wide)
            bytes = ToUtf8(bytes, wide, mark);
        if (BinaryTest.Describe(bytes.Head) is { } binary)
            throw new InputRejectedException(binary);
        if (bytes.IsWhole && bytes.Head.TrimEnd(" \t\r\n\f"u8).IsEmpty)
            throw new InputRejectedException("nothing but white space");

        switch (FormSniffer.Sniff(bytes.Head))
        {
            case Form.JsonLines:
                new JsonLinesReader(sink, pages, cancellation).Read(input, bytes);
                break;
            case Form.Conllu:
                sink.Add(ConlluReader.Read(input, bytes, cancellation));
                break;
            case Form.Page:
                ReadOnlyMemory<byte> page = BoundedBytes.ReadAll(bytes, cancellation);
                sink.Add(pages.Read(TextDecoder.Decode(page.Span, PageEncoding.Declared(page.Span)), new RawReport { Input = input, Text = "" }), page);
                break;
            default:
                ReadOnlyMemory<byte> text = BoundedBytes.ReadAll(bytes, cancellation);
                sink.Add(new RawReport { Input = input, Text = TextDecoder.Decode(text.Span) }, text);
                break;
        }
    }

    private static PrefixedStream ToUtf8(PrefixedStream bytes, Encoding wide, int mark)
    {
        Span<byte> skipped = stackalloc byte[4];
        bytes.ReadExactly(skipped[..mark]);
        try
        {
            return new PrefixedStream(
                new StrictStream(Encoding.CreateTranscodingStream(bytes, wide, new UTF8Encoding(false, true))), IntakeLimits.SniffBytes, FormSniffer.Enough);
        }
        catch (DecoderFallbackException)
        {
            throw new InputRejectedException("broken UTF-16");
        }
    }
}
