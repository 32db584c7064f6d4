using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stemma.Intake.Archives;

/// <summary>Puts a body together that was sent in chunks (RFC 9112, 7.1).</summary>
internal static class Chunks
{
    /// <returns>The bytes as they are where the first line is no length of a chunk; else what could be joined, if the last chunk is missing.</returns>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        ArrayBufferWriter<byte> joined = new(Math.Max(1, body.Length));
        ReadOnlyMemory<byte> rest = body;
        bool any = false;
        while (true)
        {
            int line = rest.Span.IndexOf((byte)'\n');
            if (line < 0 || line > 256 || Length(rest.Span[..line]) is not { } length)
                return any ? joined.WrittenMemory : body;
            any = true;
            rest = rest[(line + 1)..];
            if (length == 0)
                return joined.WrittenMemory;
            int taken = Math.Min(length, rest.Length);
            joined.Write(rest.Span[..taken]);
            rest = rest[taken..];
            if (rest.Span.StartsWith("\r\n"u8))
                rest = rest[2..];
            else if (rest.Span.StartsWith("\n"u8))
                rest = rest[1..];
        }
    }

    private static int? Length(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOf((byte)';'); // extensions of a chunk say nothing that is needed
        string digits = Encoding.Latin1.GetString(end < 0 ? line : line[..end]).Trim();
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) && length >= 0 ? length : null;
    }
}
