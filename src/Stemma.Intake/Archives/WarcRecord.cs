using System.Globalization;

namespace Stemma.Intake.Archives;

/// <summary>The head of one record of a web archive (ISO 28500: WARC 1.0 and 1.1).</summary>
internal sealed class WarcRecord(HeaderFields fields)
{
    /// <summary>In small letters: "response", "resource", "conversion", "revisit", "request", ...</summary>
    public string Type => fields["WARC-Type"]?.ToLowerInvariant() ?? "";

    /// <summary>Bytes of the block behind the head; null where it is not told, and where the record ends with it.</summary>
    public long? Length => long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    public string? ContentType => fields["Content-Type"];

    /// <summary>The address that was asked for; WARC 1.0 was often written with angle brackets around it.</summary>
    public string? Target => fields["WARC-Target-URI"]?.Trim('<', '>', ' ');

    /// <summary>When it was received.</summary>
    public DateTimeOffset? Date => DateTimeOffset.TryParse(fields["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    /// <summary>Why the archiver cut the block short, or null: "length", "time", "disconnect".</summary>
    public string? Truncated => fields["WARC-Truncated"];

    /// <summary>Of a record cut into several: its place among them, from 1; null for a whole one.</summary>
    public string? Segment => fields["WARC-Segment-Number"];

    /// <summary>Digest of the payload as the archiver wrote it: "sha1:" and base 32, "sha256:" and hexadecimal digits.</summary>
    public string? PayloadDigest => fields["WARC-Payload-Digest"];
}
