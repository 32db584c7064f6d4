using System.Buffers;
using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>The encoding that a page declares of itself.</summary>
internal static class PageEncoding
{
    /// <summary>How far into a page the declaration may stand; the HTML standard says 1024 bytes, pages say more.</summary>
    private const int Reach = 8192;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"'>; /\t\r\n");

    /// <summary>Null: none declared, or none that is known. Told only where the bytes are no UTF-8, since pages lie.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        string head = Encoding.Latin1.GetString(page[..Math.Min(Reach, page.Length)]);
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        ReadOnlySpan<char> rest = head.AsSpan(at + "charset".Length).TrimStart().TrimStart('=').TrimStart(" \"'");
        int end = rest.IndexOfAny(NameEnds);
        string name = rest[..Math.Max(0, end)].ToString().ToLowerInvariant();
        // As the Encoding Standard has it, Latin-1 on the web means Windows-1252.
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
            name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
