using System.Collections.Immutable;
using System.Text;
using Stemma.Intake.Archives;
using Stemma.Intake.Carriers;
using Stemma.Intake.Conllu;
using Stemma.Intake.Csv;
using Stemma.Intake.Feeds;
using Stemma.Intake.JsonLines;
using Stemma.Intake.Markup;
using Stemma.Intake.NewsFormats;
using Stemma.Intake.Packing;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Files;

/// <summary>Unpacks a stream, tells what it is, and hands it to the reader of that form.</summary>
internal sealed class FormReader(IntakeSink sink, PageReader pages, CancellationToken cancellation)
{
    /// <param name="open">Gives the bytes, from <paramref name="start"/> on.</param>
    /// <param name="start">Where an archive is to be read on; null: all of it, whatever it is.</param>
    /// <exception cref="InputRejectedException">It cannot be read at all.</exception>
    public void Read(string input, Func<Stream> open, Carrier carrier, ArchiveOffset? start)
    {
        using Stream stream = open();
        PrefixedStream bytes = new(stream, IntakeLimits.SniffBytes, FormSniffer.Enough);
        InflatingStream? packed = null;
        if (bytes.Head.IsEmpty && start is not null)
        {
            sink.Remark(input, "nothing behind this offset");
            return;
        }

        if (bytes.Head.IsEmpty)
            throw new InputRejectedException("an empty file");
        if (bytes.Head is [0x1F, 0x8B, ..])
        {
            packed = new InflatingStream(bytes, start?.Byte ?? 0);
            bytes = new PrefixedStream(packed, IntakeLimits.SniffBytes, FormSniffer.Enough);
            if (bytes.Head is [0x1F, 0x8B, ..])
                throw new InputRejectedException("packed with gzip twice");
            if (bytes.Head.IsEmpty)
                throw new InputRejectedException("an empty file");
        }

        if (bytes.Head.StartsWith("WARC/"u8) || start is not null)
        {
            ReadArchive(input, bytes, packed, start ?? default);
            return;
        }

        packed?.TracksMembers = false;
        if (TextDecoder.SniffWide(bytes.Head, out int mark) is { } wide)
            bytes = ToUtf8(bytes, wide, mark);
        if (BinaryTest.Describe(bytes.Head) is { } binary)
            throw new InputRejectedException(binary);
        if (bytes.IsWhole && bytes.Head.TrimEnd(" \t\r\n\f"u8).IsEmpty)
            throw new InputRejectedException("nothing but white space");

        switch (FormSniffer.Sniff(bytes.Head))
        {
            case Form.JsonLines:
                new JsonLinesReader(sink, pages, carrier, cancellation).Read(input, bytes);
                break;
            case Form.JsonArray:
                new JsonDocumentReader(sink, pages, carrier).Read(input, BoundedBytes.ReadAll(bytes, cancellation, IntakeLimits.MaxListBytes).Span);
                break;
            case Form.Csv:
                new CsvReader(sink, pages, cancellation).Read(input, bytes, CsvColumns.Delimiter(Encoding.Latin1.GetString(bytes.Head).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n', '\f')), carrier);
                break;
            case Form.Conllu:
                sink.Add(ConlluReader.Read(input, bytes, cancellation));
                break;
            case Form form and (Form.Feed or Form.NewsMl or Form.LinkList):
                ReadMarkup(form, input, BoundedBytes.ReadAll(bytes, cancellation, IntakeLimits.MaxListBytes), carrier);
                break;
            case Form.Page:
                ReadPage(input, BoundedBytes.ReadAll(bytes, cancellation), carrier);
                break;
            default:
                ReadText(input, BoundedBytes.ReadAll(bytes, cancellation), carrier);
                break;
        }
    }

    private void ReadArchive(string input, PrefixedStream bytes, InflatingStream? packed, ArchiveOffset start)
    {
        RecordSource source = new(bytes, cancellation);
        source.Skip(start.Within);
        if (packed is null && start.Within != 0)
            throw new InputRejectedException("the offset is one of a packed file, and this is none");
        new WarcReader(sink, input, source, Where, ReadPart).Read(goesOn: start != default);

        ArchiveOffset Where(long position)
        {
            if (packed is null)
                return new ArchiveOffset(start.Byte + position, 0);
            (long member, long within) = packed.MemberOf(position);
            return new ArchiveOffset(member, within);
        }
    }

    /// <summary>A payload out of an archive.</summary>
    private void ReadPart(string name, ReadOnlyMemory<byte> bytes, Carrier carrier, bool plain)
    {
        cancellation.ThrowIfCancellationRequested();
        if (bytes.Span.TrimStart(" \t\r\n\f"u8).IsEmpty)
            throw new InputRejectedException("an empty body");
        if (plain)
        {
            ReadText(name, bytes, carrier);
            return;
        }

        ReadOnlySpan<byte> head = bytes.Span[..Math.Min(bytes.Length, IntakeLimits.SniffBytes)];
        if (TextDecoder.SniffWide(head, out int mark) is { } wide)
        {
            bytes = ToUtf8(bytes[mark..], wide);
            head = bytes.Span[..Math.Min(bytes.Length, IntakeLimits.SniffBytes)];
        }

        if (BinaryTest.Describe(head) is { } binary)
            throw new InputRejectedException(binary);
        Form form = FormSniffer.Sniff(head);
        if (form is Form.Feed or Form.NewsMl or Form.LinkList)
            ReadMarkup(form, name, bytes, carrier);
        else if (form is Form.JsonLines or Form.JsonArray)
            new JsonDocumentReader(sink, pages, carrier).Read(name, bytes.Span);
        else
            ReadPage(name, bytes, carrier);
    }

    private void ReadMarkup(Form form, string input, ReadOnlyMemory<byte> bytes, Carrier carrier)
    {
        string text = SafeXml.Decode(bytes.Span, carrier);
        if (form is Form.Feed)
            new FeedReader(sink, pages, cancellation).Read(input, text, carrier);
        else if (form is Form.NewsMl)
            new NewsMlReader(sink, pages, cancellation).Read(input, text, carrier);
        else
            sink.Add(new LinkListReader(cancellation).Read(input, text));
    }

    private void ReadPage(string input, ReadOnlyMemory<byte> bytes, Carrier carrier)
    {
        ImmutableArray<RawReport> reports = pages.ReadAll(PageEncoding.Decode(bytes.Span, carrier.Charset), carrier.Page(input));
        // Several reports of one page are no versions of each other.
        foreach (RawReport report in reports)
            sink.Add(report with { Url = PageAddress.Choose(report.Url, carrier.Url), ItemId = reports.Length == 1 ? report.ItemId : null }, bytes);
    }

    private void ReadText(string input, ReadOnlyMemory<byte> bytes, Carrier carrier) =>
        sink.Add(carrier.Page(input) with { Url = carrier.Url, Text = TextDecoder.Decode(bytes.Span, Charsets.Named(carrier.Charset)) }, bytes);

    private static byte[] ToUtf8(ReadOnlyMemory<byte> bytes, Encoding wide)
    {
        try
        {
            return Encoding.Convert(wide, Encoding.UTF8, bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw new InputRejectedException("broken UTF-16");
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
