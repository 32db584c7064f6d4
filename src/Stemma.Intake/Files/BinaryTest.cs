using System.Text;

namespace Stemma.Intake.Files;

/// <summary>Tells text from what is none, by the first bytes.</summary>
internal static class BinaryTest
{
    /// <summary>What the bytes are if they are no text, or null.</summary>
    public static string? Describe(ReadOnlySpan<byte> head)
    {
        string start = Encoding.Latin1.GetString(head[..Math.Min(16, head.Length)]);
        string? known = start switch
        {
            _ when start.StartsWith("%PDF", StringComparison.Ordinal) => "a PDF file",
            _ when start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) => "a ZIP archive or office document",
            _ when start.StartsWith("\u0089PNG", StringComparison.Ordinal) || start.StartsWith("GIF8", StringComparison.Ordinal) || start.StartsWith("ÿØÿ", StringComparison.Ordinal) => "a picture",
            _ when start.StartsWith("SQLite format 3", StringComparison.Ordinal) => "an SQLite database",
            _ => null,
        };
        if (known is not null)
            return known + ", not text";

        int odd = 0;
        foreach (byte b in head)
        {
            if (b == 0)
                return "binary data, not text";
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1b))
                odd++;
        }

        // A stray control character is a typing error; one byte in twenty is a program or a picture.
        return odd * 20 > head.Length ? "binary data, not text" : null;
    }
}
