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
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
