using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace Stemma.Intake.Feeds;

/// <summary>What a feed says of itself before its items, and so of each of them.</summary>
internal sealed class FeedHead
{
    /// <summary>What stands between an outlet's name and that of one of its feeds: "Coast Daily - World", "Coast Daily &gt; Top stories".</summary>
    private static readonly string[] Dividers = [" - ", " – ", " — ", " | ", " > ", " » ", " :: ", ": ", " / "];

    /// <summary>Words that name a feed or a section, and no outlet.</summary>
    private static readonly FrozenSet<string> FeedWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "rss", "feed", "feeds", "rss feed", "atom", "latest", "news", "latest news", "top news", "top stories", "breaking news", "home", "front page", "homepage", "all", "headlines", "stories", "articles", "posts",
        "world", "world news", "international", "national", "local", "local news", "uk news", "us news", "europe", "asia", "africa", "americas", "middle east", "politics", "business", "economy", "markets", "money", "finance",
        "sport", "sports", "football", "opinion", "comment", "editorial", "technology", "tech", "science", "health", "environment", "climate", "education", "culture", "arts", "entertainment", "lifestyle", "travel", "weather", "video", "media");

    private string? title;
    private string? publisher;

    public string? Language { get; private set; }

    /// <summary>Where the addresses of its items are relative to.</summary>
    public Uri? Base { get; private set; }

    /// <summary>The outlet that the feed's head names; null where it names none.</summary>
    public string? Outlet => publisher ?? OutletOf(title, Base?.AbsoluteUri);

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
            case "publisher" when element.Name.NamespaceName == FeedNames.DublinCore && FeedText.Line(element.Value) is { } named:
                publisher = named;
                break;
            default:
                break;
        }
    }

    /// <summary>Of "Coast Daily - World" and "World | Coast Daily" it is Coast Daily: the part that is also in the site's name, else the first that is no word for feeds or sections.</summary>
    /// <param name="site">An address of the feed's site; null: not known.</param>
    internal static string? OutletOf(string? title, string? site)
    {
        if (title is null)
            return null;
        string[] parts = [.. title.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => !FeedWords.Contains(p) && p is not ['"' or '“', ..])];
        string host = Uri.TryCreate(site, UriKind.Absolute, out Uri? address) ? Letters(address.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        return Array.Find(parts, p => Letters(p) is { Length: >= 3 } letters && host.Contains(letters, StringComparison.Ordinal)) ?? (parts.Length == 0 ? null : parts[0]);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
