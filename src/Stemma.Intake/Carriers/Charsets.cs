using System.Text;

namespace Stemma.Intake.Carriers;

/// <summary>Encodings by the names that carriers give them.</summary>
internal static class Charsets
{
    /// <summary>Null: none named, or none that is known.</summary>
    public static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 40)
            return null;
        name = name.Trim(' ', '"', '\'').ToLowerInvariant();
        // As the Encoding Standard has it, Latin-1 on the web means Windows-1252.
        if (name is "iso-8859-1" or "latin1" or "iso8859-1" or "us-ascii" or "ascii")
            name = "windows-1252";
        // Wide encodings show in the bytes: what names one in plain ASCII lies.
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal) || name is "unicode" or "ucs-2")
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException) // UTF-7 is known, and not supported
        {
            return null;
        }
    }
}
