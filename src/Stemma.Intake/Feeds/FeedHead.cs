using System.Xml;
using System.Xml.Linq;

namespace Stemma.Intake.Feeds;

/// <summary>What a feed says of itself before its items, and so of each of them.</summary>
internal sealed class FeedHead
{
    /// <summary>What stands between an outlet's name and that of one of its feeds: "Coast Daily - World", "Coast Daily &gt; Top stories".</summary>
    private static readonly string[] Dividers = [" - ", " – ", " — ", " | ", " > ", " » ", " :: ", ": ", " / "];

    /// <summary>Words that name a feed and no outlet.</summary>
    private static readonly string[] FeedWords = ["rss", "feed", "feeds", "latest", "news", "top stories", "latest news", "home", "all", "headlines", "world", "rss feed", "breaking news"];

    private string? title;

    public string? Language { get; private set; }

    /// <summary>Where the addresses of its items are relative to.</summary>
    public Uri? Base { get; private set; }

    /// <summary>The outlet that the feed's title names; null where it names none.</summary>
    public string? Outlet { get; private set; }

    /// <summary>Takes the attributes of the root or channel.</summary>
    public void Start(XmlReader element)
    {
        Language ??= FeedText.Line(element.GetAttribute("xml:lang"));
        if (Uri.TryCreate(element.GetAttribute("xml:base"), UriKind.Absolute, out Uri? address))
            Base ??= address;
    }

    public void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "title" when title is null && element.Name.NamespaceName is not (FeedNames.Media or FeedNames.ITunes):
                title = FeedText.Line(FeedText.Plain(element));
                Outlet = OutletOf(title);
                break;
            case "language" when FeedText.Line(element.Value) is { } language:
                Language ??= language;
                break;
            case "link" when element.Name.NamespaceName != FeedNames.Atom && Uri.TryCreate(element.Value.Trim(), UriKind.Absolute, out Uri? site):
                Base ??= site;
                break;
            case "link" when element.Attribute("rel")?.Value is null or "alternate" && Uri.TryCreate(element.Attribute("href")?.Value, UriKind.Absolute, out Uri? page):
                Base ??= page;
                break;
            case "publisher" when element.Name.NamespaceName == FeedNames.DublinCore && FeedText.Line(element.Value) is { } publisher:
                Outlet = publisher;
                break;
            default:
                break;
        }
    }

    /// <summary>"Coast Daily - World" is Coast Daily; "World - Coast Daily" cannot be told from it, unless the first part is a word for feeds.</summary>
    internal static string? OutletOf(string? title)
    {
        if (title is null)
            return null;
        string[] parts = [.. title.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(p => !Array.Exists(FeedWords, w => string.Equals(w, p, StringComparison.OrdinalIgnoreCase)) && p is not ['"' or '“', ..])];
        return parts.Length == 0 ? null : parts[0];
    }
}
