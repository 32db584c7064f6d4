using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Stemma.Intake.Carriers;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Feeds;

/// <summary>From items and entries to reports.</summary>
internal sealed class FeedItems(IntakeSink sink, PageReader pages, string input, Carrier carrier)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>How many items were met.</summary>
    public int Count { get; private set; }

    public void Add(XElement item, FeedHead head)
    {
        Count++;
        string? link = Link(item, head), guid = FeedText.Line((Child(item, "guid") ?? Child(item, "id"))?.Value);
        string number = Count.ToString(CultureInfo.InvariantCulture);
        string name = guid ?? link ?? number;
        name = input + "#" + (names.Add(name) ? name : number);
        RawReport report = carrier.Part(name) with
        {
            Id = guid ?? link,
            Url = link,
            Address = link ?? carrier.Url,
            Published = Time(name, item, "pubDate", "published", "issued", "date", "created"),
            Updated = Time(name, item, "updated", "modified"),
            Authors = Authors(item),
            Language = FeedText.Line(item.Attribute(XNamespace.Xml + "lang")?.Value ?? Child(item, "language", FeedNames.DublinCore)?.Value) ?? head.Language,
        };
        // Atom's "updated" is never missing, so that it often is the only time there is.
        if (report.Published is null)
            report = report with { Published = report.Updated, Updated = null };
        else if (report.Updated == report.Published)
            report = report with { Updated = null };
        string? source = Source(item);
        report = report with
        {
            ItemId = ItemName.Of("feed", guid, link, head.Base?.Host, head.Outlet, input),
            Outlet = source ?? head.Outlet,
            Headline = Headline(item, source),
        };
        try
        {
            sink.Add(WithText(report, item));
        }
        catch (InputRejectedException e)
        {
            sink.Reject(name, e.Message);
        }
    }

    private RawReport WithText(RawReport report, XElement item)
    {
        XElement? body = Child(item, "encoded", FeedNames.Content) ?? Content(item) ?? Child(item, "description") ?? Child(item, "summary") ?? Child(item, "tagline")
            ?? Child(item, "description", FeedNames.DublinCore) ?? item.Descendants(XName.Get("description", FeedNames.Media)).FirstOrDefault();
        string text = body is null ? "" : FeedText.Html(body);
        if (text.Length > IntakeLimits.MaxReportBytes)
            throw new InputRejectedException("an item longer than 16 MB, the most that is read as one report");
        RawReport read = FeedText.IsHtml(text) ? pages.Read(text, report) with { Url = report.Url } : report with { Text = WebUtility.HtmlDecode(text) };
        return read with { Text = Footer.Remove(read.Text) };
    }

    /// <summary>Atom's content where it is text; what lies elsewhere is not fetched.</summary>
    private static XElement? Content(XElement item) =>
        Child(item, "content") is { } content && content.Attribute("src") is null && FeedText.Line(content.Value) is not null ? content : null;

    /// <summary>The true outlet of an item in a feed of many: RSS's and Atom's <c>source</c>, or what Dublin Core says.</summary>
    private static string? Source(XElement item)
    {
        if (Child(item, "source") is { } source)
        {
            string? named = source.HasElements ? FeedText.Plain(source.Elements().FirstOrDefault(e => e.Name.LocalName == "title")) : FeedText.Plain(source);
            // Atom's source is a feed with a feed's title, RSS's is an outlet's name or a feed's.
            if (FeedHead.OutletOf(named, source.Attribute("url")?.Value) is { } outlet)
                return outlet;
        }

        string? name = FeedText.Plain(Child(item, "publisher", FeedNames.DublinCore)) ?? FeedText.Plain(Child(item, "source", FeedNames.DublinCore));
        return name is not null && !name.Contains("://", StringComparison.Ordinal) ? name : null;
    }

    /// <summary>Aggregators put the outlet behind the headline: "Bridge closed - Coast Daily".</summary>
    private static string? Headline(XElement item, string? source)
    {
        string? title = FeedText.Plain(Child(item, "title")) ?? FeedText.Plain(Child(item, "title", FeedNames.DublinCore));
        foreach (string divider in (ReadOnlySpan<string>)[" - ", " | ", " – ", " — "])
        {
            if (source is not null && title is not null && title.EndsWith(divider + source, StringComparison.OrdinalIgnoreCase) && title.Length > source.Length + divider.Length)
                return title[..^(source.Length + divider.Length)];
        }

        return title;
    }

    private static string? Link(XElement item, FeedHead head)
    {
        string?[] links =
        [
            Child(item, "origLink", FeedNames.FeedBurner)?.Value,
            .. item.Elements().Where(e => e.Name.LocalName == "link" && e.Attribute("href") is not null && e.Attribute("rel")?.Value is null or "alternate").Select(e => e.Attribute("href")?.Value),
            .. item.Elements().Where(e => e.Name.LocalName == "link" && e.Attribute("href") is null).Select(e => e.Value),
            Child(item, "guid") is { } guid && guid.Attribute("isPermaLink")?.Value is null or "true" ? Child(item, "guid")?.Value : null,
            Child(item, "id")?.Value,
        ];
        foreach (string? link in links)
        {
            if (FeedText.Line(link) is { } text && (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || (head.Base is { } from && !text.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(from, text, out address)))
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
                return address.AbsoluteUri;
        }

        return null;
    }

    private static ImmutableArray<string> Authors(XElement item)
    {
        List<string> authors = [];
        foreach (XElement element in item.Elements())
        {
            string? name = (element.Name.LocalName, element.Name.NamespaceName) switch
            {
                ("creator", _) => FeedText.Plain(element),
                ("author", _) when element.Elements().FirstOrDefault(e => e.Name.LocalName == "name") is { } person => FeedText.Plain(person),
                ("author", _) when !element.HasElements => Mailbox(FeedText.Plain(element)),
                _ => null,
            };
            if (name is not null && !authors.Contains(name, StringComparer.OrdinalIgnoreCase))
                authors.Add(name);
        }

        return [.. authors];
    }

    /// <summary>RSS wants an e-mail address: "jane@coast.example (Jane Roe)"; many write the name alone.</summary>
    private static string? Mailbox(string? author)
    {
        if (author is null || !author.Contains('@', StringComparison.Ordinal))
            return author;
        int open = author.IndexOf('(', StringComparison.Ordinal), close = author.LastIndexOf(')');
        if (open >= 0 && close > open + 1)
            return FeedText.Line(author[(open + 1)..close]);
        int angle = author.IndexOf('<', StringComparison.Ordinal);
        return angle > 0 ? FeedText.Line(author[..angle].Trim('"', ' ')) : null;
    }

    private ReportTime? Time(string name, XElement item, params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
        {
            foreach (XElement element in item.Elements().Where(e => e.Name.LocalName == field))
            {
                if (CarrierTime.Read(element.Value, zero => sink.Remark(name, zero)) is { } time)
                    return time;
            }
        }

        return null;
    }

    /// <summary>A child of the feed's own vocabulary, whatever version of it, or of a module.</summary>
    private static XElement? Child(XElement item, string name, string? module = null) => module is null
        ? item.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Name.Namespace == item.Name.Namespace && FeedText.Line(e.Value) is not null)
        : item.Elements(XName.Get(name, module)).FirstOrDefault(e => FeedText.Line(e.Value) is not null);
}
