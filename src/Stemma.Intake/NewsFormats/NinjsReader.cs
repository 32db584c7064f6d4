using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using Stemma.Intake.Carriers;
using Stemma.Intake.JsonLines;
using Stemma.Intake.Markup;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.NewsFormats;

/// <summary>Reads ninjs 1.0 to 3.x (IPTC, News in JSON): one item, in either spelling of its names (<c>pubstatus</c>, <c>pubStatus</c>).</summary>
internal sealed class NinjsReader(IntakeSink sink, PageReader pages)
{
    /// <summary>Names that only ninjs has, or has together with <c>uri</c>.</summary>
    private static readonly ImmutableArray<string> Marks =
        ["pubstatus", "versioncreated", "headlines", "bodies", "body_text", "body_xhtml", "body_html", "representationtype", "copyrightholder", "usageterms", "ednote"];

    /// <summary>Whether an object is a ninjs item: it says so, or has an <c>uri</c> and a field of ninjs, and neither <c>text</c> nor <c>html</c>.</summary>
    public static bool IsItem(JsonElement json)
    {
        // Asked of every line of JSON Lines: most are told by what they lack.
        if (json.ValueKind != JsonValueKind.Object || !(json.TryGetProperty("uri", out _) || json.TryGetProperty("guid", out _) || json.TryGetProperty("standard", out _)))
            return false;
        JsonFields item = new(json);
        if (item.Objects("standard").Any(s => string.Equals(s.Text("name"), "ninjs", StringComparison.OrdinalIgnoreCase)))
            return true;
        return item.Text("uri", "guid") is not null && Marks.Any(item.Has) && !item.Has("text") && !item.Has("html");
    }

    /// <exception cref="InputRejectedException">It is no text, is withheld, or holds none.</exception>
    public void Read(string input, JsonElement json, Carrier carrier)
    {
        JsonFields item = new(json);
        PublicationStatus status = PublicationStatuses.Of(item.Text("pubstatus"));
        if (status is PublicationStatus.Withheld)
            throw new InputRejectedException("withheld by its publisher (pubstatus withheld)");
        if (item.Text("type") is { } type && type is not ("text" or "composite"))
            throw new InputRejectedException($"a ninjs item of type {Shown.Of(type)}: no text");
        string? uri = item.Text("uri", "guid");
        ReportTime? first = Time("firstcreated") ?? Time("contentcreated"), version = Time("versioncreated");
        ImmutableArray<string> signals = [.. item.Texts("signal"), .. item.Texts("signals"), .. item.Objects("signal", "signals").Select(s => s.Text("name", "uri", "literal")).OfType<string>()];
        string? outlet = item.Text("copyrightholder", "provider") ?? item.Objects("copyrightholder", "provider").Select(o => o.Text("name")).FirstOrDefault();
        RawReport report = carrier.Part(input) with
        {
            Id = uri,
            ItemId = ItemName.Of("item", uri, null, outlet, input),
            Url = Uri.TryCreate(uri, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? uri : null,
            Version = item.Number("version"),
            Status = status is PublicationStatus.Cancelled ? ReportStatus.Withdrawn : ReportStatus.Standing,
            Outlet = outlet,
            Agencies = [.. item.Objects("infosource", "infosources").Select(o => o.Text("name", "literal")).OfType<string>()],
            Authors = item.Text("byline", "by") is { } by ? [by] : [],
            Published = first ?? version,
            Updated = first is not null && version is not null && version != first ? version : null,
            Headline = Role(item.Objects("headlines"))?.Text("value") ?? item.Text("headline") ?? item.Text("headline_main") ?? item.Text("title") ?? Role(item.Objects("titles"))?.Text("value"),
            Language = item.Text("language"),
            Located = item.Text("located") ?? item.Objects("located").Select(o => o.Text("name")).FirstOrDefault(),
            Urgency = item.Number("urgency") is >= 1 and <= 9 and long urgency ? (int)urgency : null,
            Notes = EditorialNotes.Of(item.Text("ednote"), signals, status is PublicationStatus.Cancelled),
            Links = [.. item.Objects("associations").Select(Link).OfType<RelatedLink>()],
        };
        if (item.Text("embargoed") is { } embargo)
            sink.Remark(input, $"under an embargo ({Shown.Of(embargo)}), which is not judged: read all the same");
        sink.AddVersion(WithText(report, item));

        ReportTime? Time(string name) => CarrierTime.Read(item.Text(name), zero => sink.Remark(input, zero));
    }

    private RawReport WithText(RawReport report, JsonFields item)
    {
        List<(string Type, string Value)> bodies =
        [
            .. item.Objects("bodies").Select(b => (Type: b.Text("contenttype") ?? "", Value: b.Text("value") ?? "")),
            ("application/xhtml+xml", item.Text("body_xhtml") ?? ""),
            ("text/html", item.Text("body_html") ?? ""),
            ("text/plain", item.Text("body_text") ?? ""),
            .. item.Names.Where(n => n.StartsWith("body_", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase).Select(n => ("", item.Text(n) ?? "")),
        ];
        bodies.RemoveAll(b => string.IsNullOrWhiteSpace(b.Value));
        // Marked-up bodies keep the paragraphs that plain ones often lose; the longest is the article, the others are summaries of it.
        foreach ((string _, string value) in bodies.OrderByDescending(b => Feeds.FeedText.IsHtml(b.Value)).ThenByDescending(b => b.Value.Length))
        {
            RawReport read = Feeds.FeedText.IsHtml(value) ? Marked(report, value) : report with { Text = value };
            if (SentenceTest.HasSentence(read.Text))
                return read;
        }

        string? summary = item.Text("description_text", "description_usage", "description") ?? Role(item.Objects("descriptions"))?.Text("value");
        return report with { Text = summary ?? "" };
    }

    /// <summary>As XML where it is that, all of which is then the article; else as a page.</summary>
    private RawReport Marked(RawReport report, string html)
    {
        try
        {
            using XmlReader reader = SafeXml.Read(SafeXml.Mend("<body>" + html + "</body>"));
            reader.MoveToContent();
            return report with { Text = MarkupText.Of(SafeXml.Element(reader)), FromPage = true };
        }
        catch (Exception e) when (e is XmlException or InputRejectedException)
        {
            return pages.Read(html, report) with { Url = report.Url };
        }
    }

    /// <summary>The main one of several, or else the first.</summary>
    private static JsonFields? Role(IEnumerable<JsonFields> values)
    {
        List<JsonFields> all = [.. values.Where(v => v.Text("value") is not null)];
        return all.Find(v => string.Equals(v.Text("role"), "main", StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
    }

    private static RelatedLink? Link(JsonFields item)
    {
        string? title = item.Text("headline") ?? Role(item.Objects("headlines"))?.Text("value");
        return title is null || item.Text("type") is not (null or "text" or "composite")
            ? null
            : new RelatedLink(title.Trim(), item.Text("uri") is { } uri && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? uri : null);
    }
}
