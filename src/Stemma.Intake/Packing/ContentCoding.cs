using System.IO.Compression;
using System.Runtime.InteropServices;
using Stemma.Intake.Files;

namespace Stemma.Intake.Packing;

/// <summary>Takes the codings off a body (RFC 9110, 8.4: gzip, deflate, br), within the bounds of one report.</summary>
internal static class ContentCoding
{
    /// <param name="coding">The field <c>Content-Encoding</c>; null: none.</param>
    /// <param name="limit">Most bytes that may come out.</param>
    /// <exception cref="InputRejectedException">Broken, longer than the limit, a bomb, or a coding that is not known.</exception>
    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> body, string? coding, int limit = IntakeLimits.MaxReportBytes)
    {
        string[] codings = (coding ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codings.Length > 4)
            throw new InputRejectedException("packed over and over");
        foreach (string name in codings.Reverse())
        {
            body = name.ToLowerInvariant() switch
            {
                "identity" or "none" or "utf-8" => body,
                // The words may be left from a coding that the archiver has taken off already.
                "gzip" or "x-gzip" => body.Span is [0x1F, 0x8B, ..] ? Unpack(new InflatingStream(Open(body)) { TracksMembers = false }, limit) : body,
                "deflate" => IsZlib(body.Span) ? Unpack(new ZLibStream(Open(body), CompressionMode.Decompress), limit) : IsText(body.Span) ? body : Unpack(new DeflateStream(Open(body), CompressionMode.Decompress), limit),
                "br" => IsText(body.Span) ? body : Unpack(new BrotliStream(Open(body), CompressionMode.Decompress), limit),
                _ => throw new InputRejectedException($"packed in a way that is not read ({NewsFormats.Shown.Of(name)})"),
            };
        }

        return body;
    }

    private static ReadOnlyMemory<byte> Unpack(Stream stream, int limit)
    {
        try
        {
            using (stream)
                return BoundedBytes.ReadAll(stream, CancellationToken.None, limit);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new InputRejectedException("a packed body that is damaged or cut short");
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(body.ToArray());

    private static bool IsZlib(ReadOnlySpan<byte> body) => body.Length > 2 && (body[0] & 0x0F) == 8 && (body[0] * 256 + body[1]) % 31 == 0;

    private static bool IsText(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] or [(byte)'{', ..] or [];
}
