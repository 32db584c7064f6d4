using System.Buffers;
using System.Text;
using Stemma.Intake.Files;

namespace Stemma.Intake.Pages;

/// <summary>The encoding of a page: what its bytes show goes before what the server names, and that before what the page declares, since both lie.</summary>
internal static class PageEncoding
{
    /// <summary>How far into a page the declaration may stand; the HTML standard says 1024 bytes, pages say more.</summary>
    private const int Reach = 8192;

    /// <summary>Of a thousand bytes above ASCII, this many may be broken in a page that else is UTF-8: cut by a length limit, or pasted in.</summary>
    private const int MaxBroken = 20;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"'>; /\t\r\n");

    /// <param name="header">The encoding that the server named, or null.</param>
    /// <exception cref="InputRejectedException">The bytes are no text in any encoding that was named or is likely.</exception>
    public static string Decode(ReadOnlySpan<byte> page, string? header)
    {
        if (TextDecoder.SniffWide(page[..Math.Min(Reach, page.Length)], out int mark) is { } wide)
            return wide.GetString(page[mark..]);
        Encoding? named = header is null ? null : Named(header);
        Encoding? declared = named ?? Declared(page);
        try
        {
            return TextDecoder.Decode(page, declared);
        }
        catch (InputRejectedException)
        {
            // Meant as UTF-8, and all but a few bytes are.
            string loose = Encoding.UTF8.GetString(page);
            int broken = loose.AsSpan().Count('\ufffd'), high = page.Length - Encoding.UTF8.GetCharCount(page) + broken;
            if (declared is null or UTF8Encoding && broken * 1000L <= (long)MaxBroken * Math.Max(50, high))
                return loose;
            throw;
        }
    }

    /// <summary>Null: none declared, or none that is known.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        string head = Encoding.Latin1.GetString(page[..Math.Min(Reach, page.Length)]);
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        int xml = head.StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("encoding", StringComparison.Ordinal) : -1;
        if (xml >= 0 && xml < head.IndexOf('>', StringComparison.Ordinal))
            at = xml + 1; // "encoding" is a letter longer than "charset"
        if (at < 0)
            return null;
        ReadOnlySpan<char> rest = head.AsSpan(at + "charset".Length).TrimStart().TrimStart('=').TrimStart(" \"'");
        int end = rest.IndexOfAny(NameEnds);
        return Named(rest[..Math.Max(0, end)].ToString());
    }

    private static Encoding? Named(string name)
    {
        name = name.Trim().Trim('"', '\'').ToLowerInvariant();
        // As the Encoding Standard has it, Latin-1 on the web means Windows-1252.
        if (name is "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii")
            name = "windows-1252";
        if (name is "utf-8" or "utf8")
            return new UTF8Encoding(false, throwOnInvalidBytes: true);
        try
        {
            // Wide encodings show in the bytes; a page that names one in ASCII lies.
            return name.StartsWith("utf", StringComparison.Ordinal) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
