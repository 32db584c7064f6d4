using System.Globalization;
using System.Text;
using Stemma.Intake.Packing;

namespace Stemma.Intake.Archives;

/// <summary>A server's answer as an archive keeps it: status, header and body with transfer and content codings taken off.</summary>
/// <param name="Status">0 where there is no status line.</param>
internal sealed record HttpPayload(int Status, HeaderFields Header, ReadOnlyMemory<byte> Body)
{
    /// <exception cref="InputRejectedException">The head is broken, or the body is packed in a way that cannot be undone.</exception>
    public static HttpPayload Parse(ReadOnlyMemory<byte> block)
    {
        int line = block.Span.IndexOf((byte)'\n');
        string status = line < 0 ? "" : Encoding.Latin1.GetString(block.Span[..Math.Min(line, 64)]);
        if (!status.StartsWith("HTTP/", StringComparison.Ordinal) || HeaderFields.Read(block.Span[(line + 1)..], out int length) is not { } header)
            throw new InputRejectedException("an answer whose head is broken");
        int space = status.IndexOf(' ', StringComparison.Ordinal);
        int code = space > 0 && status.Length >= space + 4 && int.TryParse(status.AsSpan(space + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        ReadOnlyMemory<byte> body = block[(line + 1 + length)..];
        // Some archivers take the codings off and leave the words: what does not look chunked or packed is taken as it is.
        if (header["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = Chunks.Join(body);
        return new HttpPayload(code, header, ContentCoding.Undo(body, header["Content-Encoding"]));
    }
}
