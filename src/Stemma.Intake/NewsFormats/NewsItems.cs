using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Stemma.Intake.Carriers;
using Stemma.Intake.Feeds;
using Stemma.Intake.Files;
using Stemma.Intake.Markup;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.NewsFormats;

/// <summary>From NewsML-G2's news items, and NITF documents, to reports.</summary>
internal sealed class NewsItems(IntakeSink sink, PageReader pages, string input, Carrier carrier)
{
    public int Count { get; private set; }

    public void Add(XElement item)
    {
        Count++;
        string? guid = FeedText.Line(item.Attribute("guid")?.Value);
        string name = Name(guid);
        try
        {
            XElement? meta = Child(item, "itemMeta"), content = Child(item, "contentMeta");
            PublicationStatus status = PublicationStatuses.Of(Code(Child(meta, "pubStatus")));
            if (status is PublicationStatus.Withheld)
                throw new InputRejectedException("withheld by its publisher (pubStatus withheld)");
            if (Code(Child(meta, "itemClass")) is { } kind && !kind.EndsWith("text", StringComparison.OrdinalIgnoreCase) && !kind.EndsWith("composite", StringComparison.OrdinalIgnoreCase))
                throw new InputRejectedException($"a news item of the class {Shown.Of(kind)}: no text");
            ReportTime? first = Time(name, meta, "firstCreated") ?? Time(name, content, "contentCreated"), version = Time(name, meta, "versionCreated");
            string? provider = NameOf(Child(meta, "provider")) ?? NameOf(Child(Child(item, "rightsInfo"), "copyrightHolder"));
            RawReport report = carrier.Part(name) with
            {
                Id = guid,
                ItemId = ItemName.Of("item", guid, null, provider, input),
                Version = long.TryParse(item.Attribute("version")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null,
                Status = status is PublicationStatus.Cancelled ? ReportStatus.Withdrawn : ReportStatus.Standing,
                Outlet = provider,
                Agencies = [.. All(content, "infoSource").Select(NameOf).OfType<string>()],
                Authors = Authors(content),
                Published = first ?? version,
                Updated = first is not null && version is not null && version != first ? version : null,
                Headline = FeedText.Plain(Child(content, "headline")) ?? FeedText.Plain(Child(meta, "title")),
                Language = FeedText.Line(Child(content, "language")?.Attribute("tag")?.Value ?? item.Attribute(XNamespace.Xml + "lang")?.Value),
                Located = NameOf(Child(content, "located")),
                Urgency = int.TryParse(Child(content, "urgency")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int urgency) && urgency is >= 1 and <= 9 ? urgency : null,
                Notes = EditorialNotes.Of(FeedText.Plain(Child(meta, "edNote")), [.. All(meta, "signal").Select(Code).OfType<string>()], status is PublicationStatus.Cancelled),
                Links = [.. All(meta, "link").Select(Link).OfType<RelatedLink>()],
            };
            if (FeedText.Line(Child(meta, "embargoed")?.Value) is { } embargo)
                sink.Remark(name, $"under an embargo ({Shown.Of(embargo)}), which is not judged: read all the same");
            sink.AddVersion(WithText(report, item, content));
        }
        catch (InputRejectedException e)
        {
            sink.Reject(name, e.Message);
        }
    }

    public void AddNitf(XElement nitf)
    {
        Count++;
        string? id = FeedText.Line(nitf.Descendants().FirstOrDefault(e => e.Name.LocalName == "doc-id")?.Attribute("id-string")?.Value);
        string name = Name(id);
        XElement? Part(string local) => nitf.Descendants().FirstOrDefault(e => e.Name.LocalName == local);
        string? day = Part("date.issue")?.Attribute("norm")?.Value ?? Part("story.date")?.Attribute("norm")?.Value;
        sink.Add(carrier.Part(name) with
        {
            Id = id,
            Published = CarrierTime.Read(day, zero => sink.Remark(name, zero)),
            Headline = FeedText.Plain(Part("hl1")) ?? FeedText.Plain(Part("title")),
            Outlet = FeedText.Line(Part("doc.copyright")?.Attribute("holder")?.Value) ?? FeedText.Plain(Part("distributor")),
            Authors = FeedText.Plain(Part("byline")) is { } by ? [by] : [],
            Located = FeedText.Plain(Part("dateline")?.Elements().FirstOrDefault(e => e.Name.LocalName == "location")),
            Notes = EditorialNotes.Of(FeedText.Line(Part("ed-msg")?.Attribute("info")?.Value), [], cancelled: false),
            Text = Part("body.content") is { } body ? MarkupText.Of(body) : "",
            FromPage = true,
        });
    }

    private string Name(string? id) => input + "#" + (id ?? Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The article: XML in place before plain text in place; what lies elsewhere is not fetched. Without either, the summary.</summary>
    private RawReport WithText(RawReport report, XElement item, XElement? content)
    {
        XElement? set = Child(item, "contentSet");
        foreach (XElement xml in All(set, "inlineXML"))
        {
            string text = MarkupText.Of(xml.Descendants().FirstOrDefault(e => e.Name.LocalName == "body.content") ?? xml);
            if (SentenceTest.HasSentence(text))
                return report with { Text = text, FromPage = true };
        }

        foreach (XElement data in All(set, "inlineData"))
        {
            string text = Data(data);
            if (SentenceTest.HasSentence(text))
                return FeedText.IsHtml(text) ? pages.Read(text, report) with { Url = report.Url } : report with { Text = text };
        }

        if (All(set, "remoteContent").Any() && report.Status is ReportStatus.Standing && Child(content, "description") is null)
            throw new InputRejectedException("a news item whose text lies elsewhere (remoteContent), and nothing is fetched");
        return report with { Text = Child(content, "description") is { } summary ? MarkupText.Of(summary) : "" };
    }

    private static string Data(XElement data)
    {
        if (data.Attribute("encoding")?.Value.EndsWith("base64", StringComparison.OrdinalIgnoreCase) != true)
            return data.Value;
        byte[] bytes = new byte[data.Value.Length];
        return Convert.TryFromBase64String(data.Value, bytes, out int count) ? TextDecoder.Decode(bytes.AsSpan(0, count)) : "";
    }

    private static ImmutableArray<string> Authors(XElement? content)
    {
        if (FeedText.Plain(Child(content, "by")) is { } by)
            return [by];
        return [.. All(content, "creator").Concat(All(content, "contributor")).Where(c => c.Attribute("qcode") is null || NameOf(c)?.Contains(' ', StringComparison.Ordinal) == true).Select(NameOf).OfType<string>()];
    }

    private static RelatedLink? Link(XElement link)
    {
        // A version's link to the one before it is no further reading.
        string? title = NameOf(link) ?? FeedText.Line(link.Attribute("title")?.Value);
        bool related = link.Attribute("rel")?.Value is null || link.Attribute("rel")!.Value.Contains("seeAlso", StringComparison.OrdinalIgnoreCase);
        string? address = link.Attribute("href")?.Value;
        return title is null || !related ? null : new RelatedLink(title, address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null);
    }

    private ReportTime? Time(string name, XElement? parent, string field) => CarrierTime.Read(Child(parent, field)?.Value, zero => sink.Remark(name, zero));

    /// <summary>A name in words; NewsML-G2 allows one a language, the first counts. Failing that the literal, or the code behind the alias.</summary>
    private static string? NameOf(XElement? element)
    {
        if (element is null)
            return null;
        if (FeedText.Plain(element.Elements().FirstOrDefault(e => e.Name.LocalName == "name")) is { } name)
            return name;
        if (FeedText.Line(element.Attribute("literal")?.Value) is { } literal)
            return literal;
        return element.Attribute("qcode")?.Value is { } code && code.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon ? FeedText.Line(code[(colon + 1)..]) : null;
    }

    /// <summary>A code with its alias ("stat:usable"), or the end of its address ("http://cv.iptc.org/newscodes/pubstatusg2/usable").</summary>
    private static string? Code(XElement? element) =>
        element?.Attribute("qcode")?.Value is { } code ? code : element?.Attribute("uri")?.Value is { } uri ? uri[(uri.LastIndexOf('/') + 1)..] : null;

    private static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static IEnumerable<XElement> All(XElement? parent, string name) => parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];
}
