using Stemma.Text;

namespace Stemma.Exports;

/// <summary>The names (IRIs) by which exports call things: the same thing by the same name in every form.</summary>
/// <param name="start">See <see cref="ExportOptions.Base"/>.</param>
internal sealed class ExportNames(string start)
{
    private readonly char divider = start[^1];

    public string Story(string story) => Name("story", story);

    public string Report(string report) => Name("report", report);

    /// <summary>The cleaned text of a report, which positions count in.</summary>
    public string Body(string report) => Name("report", report, "body");

    /// <summary>Ids of claims and origins are given anew with each weighing and unique in a story only.</summary>
    public string Claim(string story, string claim) => Name("story", story, "claim", claim);

    public string Origin(string story, string origin) => Name("story", story, "origin", origin);

    public string Assertion(string assertion) => Name("assertion", assertion);

    public string Quote(string quote) => Name("quote", quote);

    /// <summary>By name: an outlet has no id of its own.</summary>
    public string Outlet(string outlet) => Name("outlet", Slug(outlet));

    public string Person(string name) => Name("person", Slug(name));

    public string Correction(string id) => Name("correction", id);

    public string Weighing(string story) => Name("story", story, "weighing");

    public string Program => Name("program", "stemma");

    /// <summary>Our own words, where a standard has none.</summary>
    public string Words => ExportOptions.DefaultBase + "words:";

    /// <summary>Readable, and different for different names: whatever is folded away stands in the digest.</summary>
    private static string Slug(string name)
    {
        string slug = string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (slug.Length > 40 ? slug[..40] : slug) + "-" + StableHash.Digest(name, 8);
    }

    private string Name(params ReadOnlySpan<string> parts)
    {
        System.Text.StringBuilder name = new(start);
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                name.Append(divider);
            name.Append(Uri.EscapeDataString(parts[i]));
        }

        return name.ToString();
    }
}
