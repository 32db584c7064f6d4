using System.Globalization;
using Stemma.Intake.Carriers;
using Stemma.Intake.NewsFormats;
using Stemma.Text;

namespace Stemma.Intake.Archives;

/// <summary>Reads a web archive (WARC 1.0 and 1.1) as a stream: a report for each page, one record in memory at a time.</summary>
/// <remarks>
/// Records that are no pages are counted and told in one line. A damaged record is rejected by its offset, and reading goes on with the next that can be found.
/// </remarks>
/// <param name="where">From a position in the unpacked stream to an offset in the file.</param>
/// <param name="readPart">Reads one payload; its name, its bytes (valid until it returns), its carrier, whether it is plain text.</param>
internal sealed class WarcReader(IntakeSink sink, string input, RecordSource source, Func<long, ArchiveOffset> where, Action<string, ReadOnlyMemory<byte>, Carrier, bool> readPart)
{
    private const int MaxLine = 1024;

    /// <summary>How much of a block is looked at before the rest of it is read or passed over.</summary>
    private const int HeadBytes = 64 * 1024;

    /// <summary>Captures that are remembered to tell unchanged ones: 8 bytes each.</summary>
    private const int MaxCaptures = 1 << 20;

    private readonly HashSet<ulong> captures = [];
    private readonly LeftOut leftOut = new();
    private byte[] block = new byte[HeadBytes];
    private bool any;

    /// <param name="goesOn">Whether an earlier call has read what stands before: that nothing follows is then no fault.</param>
    /// <exception cref="InputRejectedException">There is no page in it at all, and nothing else to tell.</exception>
    public void Read(bool goesOn)
    {
        bool lost = false;
        while (true)
        {
            long start = source.Position;
            string? line = source.Line(MaxLine);
            if (line is null)
                break;
            if (line.Length == 0)
                continue;
            string name = input + "#" + where(start);
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                if (!lost)
                    Reject(name, "no record of an archive begins here: passed over to the next");
                lost = true;
                continue;
            }

            lost = false;
            HeaderFields? fields = HeaderFields.Read(source);
            WarcRecord? record = fields is null ? null : new WarcRecord(fields);
            if (record?.Length is not { } length)
            {
                Reject(name, fields is null ? "a record whose head is cut short" : "a record that does not tell its length");
                lost = true;
                continue;
            }

            if (!ReadRecord(name, record, length))
                break;
        }

        sink.Next = null;
        if (leftOut.Text() is { } text)
            sink.Remark(input, text);
        if (!any && !goesOn)
            throw new InputRejectedException("an archive without pages");
    }

    /// <returns>False where the file ends within the record.</returns>
    private bool ReadRecord(string name, WarcRecord record, long length)
    {
        int head = source.ReadAtLeast(block.AsSpan(0, (int)Math.Min(HeadBytes, length)), (int)Math.Min(HeadBytes, length), throwOnEndOfStream: false);
        string? unwanted = head < Math.Min(HeadBytes, length) ? null : Unwanted(record, block.AsMemory(0, head));
        bool tooLong = unwanted is null && length > IntakeLimits.MaxReportBytes + HeadBytes;
        long there = head;
        if (unwanted is not null || tooLong)
            there += source.Skip(length - head);
        else if (head == Math.Min(HeadBytes, length) && length > head)
        {
            if (block.Length < length)
                Array.Resize(ref block, (int)Math.Min(Math.Max(length, 2L * block.Length), IntakeLimits.MaxReportBytes + HeadBytes));
            there += source.ReadAtLeast(block.AsSpan(head, (int)length - head), (int)length - head, throwOnEndOfStream: false);
        }

        // What goes on behind it is told with each report, so that a later call can begin there.
        sink.Next = null;
        if (there < length)
        {
            Reject(name, string.Create(CultureInfo.InvariantCulture, $"a record that is cut short: it promises {length} bytes, and {there} are there"));
            return false;
        }

        source.Line(MaxLine);
        source.Line(MaxLine);
        source.HasMore();
        sink.Next = input + "#" + where(source.Position);
        if (unwanted is not null)
            leftOut.Add(unwanted);
        else if (tooLong)
            Reject(name, "longer than 16 MB, the most that is read as one report");
        else
            ReadPayload(name, record, block.AsMemory(0, (int)length));
        return true;
    }

    /// <summary>What the record is, where that is no report; null: it may be one.</summary>
    private static string? Unwanted(WarcRecord record, ReadOnlyMemory<byte> head)
    {
        if (record.Segment is not null)
            return "part of a record in segments";
        if (record.Type is "resource" or "conversion")
            return MediaType.Parse(record.ContentType) is { } type && (type.MayHoldReports || type.Name == "text/plain") ? null : Shown.Of(type.Name);
        if (record.Type != "response")
            return record.Type.Length == 0 ? "record without a type" : Shown.Of(record.Type);
        if (record.ContentType is { } content && !content.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
            return Shown.Of(MediaType.Parse(content).Name);
        int line = head.Span.IndexOf((byte)'\n');
        if (line < 0 || HeaderFields.Read(head.Span[(line + 1)..], out _) is not { } fields)
            return null; // broken, which is told when it is read
        ReadOnlySpan<byte> status = head.Span[..line];
        int space = status.IndexOf((byte)' ');
        if (space > 0 && status.Length > space + 3 && (status[space + 1] != (byte)'2' || status.Slice(space + 2, 2).SequenceEqual("04"u8) || status.Slice(space + 2, 2).SequenceEqual("06"u8)))
            return "answer " + Shown.Of(System.Text.Encoding.Latin1.GetString(status.Slice(space + 1, 3)));
        MediaType media = MediaType.Parse(fields["Content-Type"]);
        bool robots = record.Target?.EndsWith("/robots.txt", StringComparison.Ordinal) == true;
        return media.MayHoldReports || (media.Name == "text/plain" && !robots) ? null : robots ? "robots.txt" : Shown.Of(media.Name);
    }

    private void ReadPayload(string name, WarcRecord record, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            MediaType media = MediaType.Parse(record.ContentType);
            ReadOnlyMemory<byte> body = bytes;
            if (record.Type == "response")
            {
                HttpPayload answer = HttpPayload.Parse(bytes);
                (media, body) = (MediaType.Parse(answer.Header["Content-Type"]), answer.Body);
            }

            if (record is { Target: { } target, PayloadDigest: { } digest } && captures.Count < MaxCaptures && !captures.Add(StableHash.Of(target + "\n" + digest)))
            {
                leftOut.Add("capture of a page that had not changed");
                return;
            }

            if (record.Truncated is { } reason)
                sink.Remark(name, $"cut short by the archiver ({Shown.Of(reason)}): what is there is read");
            readPart(name, body, new Carrier { Url = record.Target, Charset = media.Charset, Received = record.Date }, media.Name == "text/plain");
            any = true;
        }
        catch (InputRejectedException e)
        {
            Reject(name, e.Message);
        }
    }

    private void Reject(string name, string reason)
    {
        any = true;
        sink.Reject(name, reason);
    }
}
