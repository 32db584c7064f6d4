using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>IPTC ninjs 3.1: the brief as one item of news, its reports as associations.</summary>
internal static class NinjsExport
{
    public static string Write(Story story, ExportNames names)
    {
        StoryParts parts = new(story);
        (DateTimeOffset first, DateTimeOffset last) = parts.Span();
        bool dated = story.Reports.Any(r => r.Published is not null);
        return ExportJson.Write(Object(
            ("uri", names.Story(story.Id)),
            ("standard", Object(("name", "ninjs"), ("version", "3.1"), ("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"))),
            ("type", "text"),
            ("representationType", "full"),
            ("profile", "stemma-brief"),
            ("pubStatus", "usable"),
            ("firstCreated", dated ? Moment(first) : null),
            ("versionCreated", dated ? Moment(last) : null),
            ("language", "en"),
            ("title", story.Title),
            ("headlines", new JsonArray(Object(("role", "main"), ("contentType", "text/plain"), ("value", story.Brief.Headline)))),
            ("bodies", new JsonArray(Body(Text(story.Brief)))),
            ("edNote", "Drawn by Stemma from the associated reports; all words are theirs."),
            ("people", Named(story, EntityKind.Person)),
            ("organisations", Named(story, EntityKind.Organisation)),
            ("places", Named(story, EntityKind.Place)),
            ("infoSources", List(story.Origins.Select(o => Object(("name", o.Name), ("role", "origin"), ("uri", names.Origin(story.Id, o.Id)))))),
            ("associations", List(story.Reports.Select(r => Association(r, names))))));
    }

    private static JsonObject Association(Report report, ExportNames names) => Object(
        ("name", "report " + report.Id),
        ("uri", names.Report(report.Id)),
        ("type", "text"),
        ("representationType", "partial"),
        ("pubStatus", report.Status is ReportStatus.Withdrawn ? "canceled" : "usable"),
        ("version", report.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("urgency", report.Urgency is >= 1 and <= 9 ? report.Urgency : null),
        ("firstCreated", report.Published?.Moment is { } published ? Moment(published) : null),
        ("versionCreated", (report.Updated ?? report.Published)?.Moment is { } version ? Moment(version) : null),
        ("language", report.Language == "und" ? null : report.Language),
        ("headlines", report.Headline is { } headline ? new JsonArray(Object(("role", "main"), ("contentType", "text/plain"), ("value", headline))) : null),
        ("by", report.Authors.IsEmpty ? null : string.Join(", ", report.Authors)),
        ("located", report.Dateline?.Place),
        ("infoSources", List(
        [
            .. report.Outlet is { Length: > 0 } outlet ? [Object(("name", outlet), ("role", "publisher"), ("uri", names.Outlet(outlet)))] : Array.Empty<JsonObject>(),
            .. report.Agencies.Select(a => Object(("name", a), ("role", "agency"))),
        ])),
        ("altIds", Url(report.Url) is { } url ? new JsonArray(Object(("role", "url"), ("value", url))) : null));

    private static JsonObject Body(string text) => Object(
        ("role", "main"),
        ("contentType", "text/plain"),
        ("charCount", text.Length),
        ("wordCount", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
        ("value", text));

    /// <summary>The sections of the brief under their names, a point a line, each with how many origins stand behind it.</summary>
    private static string Text(Brief brief)
    {
        StringBuilder text = new();
        Section("New", brief.NewsPeg);
        Section("Key facts", brief.KeyFacts);
        Section("Disputed", brief.Disputed);
        Section("Not known", brief.Unknown);
        Section("To watch", brief.Watch);
        Section("A number", brief.BigNumber is { } number ? [number] : []);
        return text.ToString();

        void Section(string name, ImmutableArray<Point> points)
        {
            if (points.IsEmpty)
                return;
            text.Append(text.Length > 0 ? "\n" : "").Append(name).Append('\n');
            foreach (Point point in points)
                text.Append("- ").Append(point.Text.ReplaceLineEndings(" ")).Append(point.Support is { } s ? Origins(s) : "").Append('\n');
        }
    }

    private static string Origins(Support support) =>
        support.OriginsAtLeast == support.OriginsAtMost
            ? FormattableString.Invariant($" [origins: {support.OriginsAtLeast}]")
            : FormattableString.Invariant($" [origins: {support.OriginsAtLeast} to {support.OriginsAtMost}]");

    private static JsonArray? Named(Story story, EntityKind kind) =>
        List(story.Entities.Where(e => e.Kind == kind).Select(e => Object(("name", e.Name), ("rel", "mentions"))));

    private static string Moment(DateTimeOffset moment) => new ReportTime(moment.ToUniversalTime()).ToString();
}
