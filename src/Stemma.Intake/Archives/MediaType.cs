namespace Stemma.Intake.Archives;

/// <summary>The field <c>Content-Type</c>: what a body is, and in which encoding its text is.</summary>
/// <param name="Name">"text/html", in small letters; empty where nothing is said.</param>
internal readonly record struct MediaType(string Name, string? Charset)
{
    public static MediaType Parse(string? field)
    {
        string[] parts = (field ?? "").Split(';', 16, StringSplitOptions.TrimEntries);
        string? charset = parts.Skip(1).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"', '\'', ' ');
        return new MediaType(parts[0].ToLowerInvariant(), string.IsNullOrEmpty(charset) ? null : charset);
    }

    /// <summary>Whether reports come as this: pages, feeds and wire items. Unnamed bodies may be anything, and are looked at.</summary>
    public bool MayHoldReports => Name is "" or "application/octet-stream" || IsMarkup || Name is "application/feed+json";

    public bool IsMarkup => Name is "text/html" or "application/xhtml+xml" or "text/xml" or "application/xml" || (Name.StartsWith("application/", StringComparison.Ordinal) && Name.EndsWith("+xml", StringComparison.Ordinal));
}
