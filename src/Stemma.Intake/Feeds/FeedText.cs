using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Stemma.Intake.Markup;

namespace Stemma.Intake.Feeds;

/// <summary>Texts as feeds hold them: plain, escaped HTML, or XHTML in place.</summary>
internal static partial class FeedText
{
    /// <summary>On one line; null where there is nothing.</summary>
    public static string? Line(string? text)
    {
        string line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>A title or name, whatever way it is written: tags go, HTML's references become their characters.</summary>
    public static string? Plain(XElement? element)
    {
        if (element is null)
            return null;
        string text = element.HasElements ? MarkupText.Of(element) : element.Value;
        // Titles are escaped once or, by mistake, twice: "AT&amp;amp;T".
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return Line(Tag().Replace(text, " "));
    }

    /// <summary>Whether a text is HTML rather than words with a stray sign.</summary>
    public static bool IsHtml(string text) => Tag().IsMatch(text);

    /// <summary>The HTML of an element: its own text, or the elements in it as they stand.</summary>
    public static string Html(XElement element) =>
        element.HasElements ? string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))) : element.Value;

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]*)?/?>|<!--", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
