using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stemma.Intake.Tests.Archives;

/// <summary>Builds a web archive in memory, record by record.</summary>
internal sealed class WarcFile(bool packed)
{
    private readonly List<byte> file = [];

    /// <summary>Where each record begins.</summary>
    public List<long> Offsets { get; } = [];

    public byte[] Bytes => [.. file];

    public static byte[] Answer(string body, string type = "text/html; charset=utf-8", string more = "", string status = "200 OK") =>
        Answer(Encoding.UTF8.GetBytes(body), type, more, status);

    public static byte[] Answer(byte[] body, string type, string more, string status = "200 OK") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{more}\r\n"), .. body];

    public static byte[] Packed(byte[] bytes)
    {
        MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    public WarcFile Add(string type, string? target, byte[] block, string contentType = "application/http; msgtype=response", string more = "", string version = "1.1")
    {
        string head = $"WARC/{version}\r\nWARC-Type: {type}\r\n{(target is null ? "" : $"WARC-Target-URI: {target}\r\n")}WARC-Date: 2026-03-11T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            + $"Content-Type: {contentType}\r\nContent-Length: {block.Length.ToString(CultureInfo.InvariantCulture)}\r\n{more}\r\n";
        byte[] record = [.. Encoding.ASCII.GetBytes(head), .. block, .. "\r\n\r\n"u8];
        Offsets.Add(file.Count);
        file.AddRange(packed ? Packed(record) : record);
        return this;
    }
}
