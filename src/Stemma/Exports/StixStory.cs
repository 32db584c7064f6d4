using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>The objects of one story in a STIX bundle.</summary>
/// <param name="us">Id of the identity that made them.</param>
/// <param name="extension">Id of the definition of what notes carry beyond STIX.</param>
internal sealed class StixStory(StoryParts parts, ExportNames names, string us, string extension, Action<JsonObject> add)
{
    private readonly string created = StixExport.Time(parts.Span().First);
    private readonly string modified = StixExport.Time(parts.Span().Last);
    private readonly List<string> all = [];

    public void Write()
    {
        Story story = parts.Story;
        foreach (string outlet in story.Reports.Select(r => r.Outlet).OfType<string>().Where(o => o.Length > 0).Distinct(StringComparer.Ordinal))
            Put("identity", names.Outlet(outlet), ("name", outlet), ("identity_class", "organization"), ("sectors", new JsonArray("communications")));
        foreach (Origin origin in story.Origins)
        {
            Put("identity", names.Origin(story.Id, origin.Id), ("name", origin.Name), ("identity_class", StixExport.ClassOf(origin.Kind)),
                ("description", $"Origin: {Word(origin.Kind)}, basis {Word(origin.Basis)}{(origin.Anonymous ? ", unnamed" : "")}."));
        }

        foreach (Claim claim in story.Claims)
            Note(claim);
        foreach (Report report in story.Reports)
            ReportOf(report);
        foreach (Derivation derivation in story.Lineage)
            Rests(derivation);
        if (all.Count == 0)
            all.Add(us);
        Put("report", names.Story(story.Id), ("name", story.Title.Length > 0 ? story.Title : "A story without a title"),
            ("description", $"A story of {story.Reports.Length} reports and {story.Claims.Length} claims. Confidence of its notes is on the Admiralty credibility scale: how well these reports bear a claim out."),
            ("report_types", new JsonArray("news-story")), ("published", modified), ("object_refs", Strings(all)));
    }

    private void Note(Claim claim)
    {
        IEnumerable<string> words = parts.Assertions(claim).Select(a => $"{parts.Report(a.Report)?.Outlet ?? "Unknown outlet"}: \"{a.At.Quote}\"");
        ImmutableArray<string> about =
        [
            .. parts.Origins(claim).Select(o => StixExport.Id("identity", names.Origin(parts.Story.Id, o.Id))),
            .. parts.Reports(claim).Select(r => StixExport.Id("report", names.Report(r.Id))),
        ];
        int? confidence = StixExport.Confidence(claim);
        Put("note", names.Claim(parts.Story.Id, claim.Id),
            ("abstract", claim.Statement),
            ("content", $"{claim.Statement}\nStatus: {Word(claim.Status)}. Origins: {claim.Support.OriginsAtLeast} to {claim.Support.OriginsAtMost}.\n{string.Join('\n', words)}"),
            ("object_refs", Strings(about)),
            ("confidence", confidence is { } c ? c : null),
            ("extensions", new JsonObject
            {
                [extension] = Object(
                    ("extension_type", "property-extension"), ("claim_status", Word(claim.Status)), ("claim_kind", Word(claim.Kind)), ("reports", claim.Support.Reports), ("outlets", claim.Support.Outlets),
                    ("origins_at_least", claim.Support.OriginsAtLeast), ("origins_at_most", claim.Support.OriginsAtMost), ("confidence_scale", "admiralty-credibility")),
            }));
    }

    private void ReportOf(Report report)
    {
        ImmutableArray<string> notes =
        [
            .. report.Outlet is { Length: > 0 } outlet ? [StixExport.Id("identity", names.Outlet(outlet))] : Array.Empty<string>(),
            .. parts.Story.Assertions.Where(a => a.Report == report.Id && parts.Claim(a.Claim) is not null).Select(a => a.Claim).Distinct(StringComparer.Ordinal)
                .Select(c => StixExport.Id("note", names.Claim(parts.Story.Id, c))),
        ];
        string published = report.Published is { } time ? StixExport.Time(time.SortKey) : created;
        Put("report", names.Report(report.Id),
            ("name", report.Headline is { Length: > 0 } headline ? headline : report.Input),
            ("report_types", new JsonArray("news-report")),
            ("published", published),
            ("revoked", report.Status is ReportStatus.Withdrawn ? true : null),
            ("external_references", Url(report.Url) is { } url ? new JsonArray(Object(("source_name", report.Outlet ?? "unknown outlet"), ("url", url))) : null),
            ("object_refs", Strings(notes.IsEmpty ? [us] : notes)));
    }

    private void Rests(Derivation derivation)
    {
        string from = StixExport.Id("report", names.Report(derivation.From));
        bool atHand = parts.Report(derivation.To) is not null;
        if (!atHand && parts.Origin(derivation.To) is null)
            return;
        string to = atHand ? StixExport.Id("report", names.Report(derivation.To)) : StixExport.Id("identity", names.Origin(parts.Story.Id, derivation.To));
        // "derived-from" holds between objects of one type; an item that is not at hand is an identity.
        string type = atHand ? "derived-from" : "related-to";
        Put("relationship", $"{derivation.From} {Word(derivation.Kind)} {derivation.To}", ("relationship_type", type), ("description", Word(derivation.Kind)), ("source_ref", from), ("target_ref", to));
    }

    private void Put(string type, string name, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        string id = StixExport.Id(type, name);
        add(StixExport.Head(type, id, created, modified, us, fields));
        all.Add(id);
    }

    private static JsonArray Strings(IEnumerable<string> items) => [.. items.Distinct(StringComparer.Ordinal).Select(i => (JsonNode)i)];
}
