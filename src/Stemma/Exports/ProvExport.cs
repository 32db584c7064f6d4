using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>W3C PROV-O (2013) in JSON-LD with its context inside, so that it is read without the network.</summary>
/// <remarks>
/// Reports, quotes, claims and documents are entities; outlets, people and bodies are agents. An origin that is a person or a body is both, because PROV lets only an
/// entity be a primary source, and an agent may be one. No times of our own are written: the weighing has none.
/// </remarks>
internal static class ProvExport
{
    public static string Write(ImmutableArray<Story> stories, ExportNames names)
    {
        JsonArray graph = [Object(("@id", names.Program), ("@type", "prov:SoftwareAgent"), ("schema:name", "Stemma"))];
        HashSet<string> known = [];
        foreach (Story story in stories)
        {
            StoryParts parts = new(story);
            Add(Object(
                ("@id", names.Weighing(story.Id)),
                ("@type", "prov:Activity"),
                ("prov:used", References(story.Reports.Select(r => names.Report(r.Id)))),
                ("prov:wasAssociatedWith", Reference(names.Program))));
            foreach (string outlet in story.Reports.Select(r => r.Outlet).OfType<string>().Distinct(StringComparer.Ordinal))
                Add(Object(("@id", names.Outlet(outlet)), ("@type", "prov:Organization"), ("schema:name", outlet)));
            foreach (Origin origin in story.Origins)
                Add(OriginOf(origin, story, names));
            foreach (Report report in story.Reports)
                Add(ReportOf(report, parts, names));
            foreach (StoryQuote quote in story.Quotes)
                Add(QuoteOf(quote, Add, names));
            foreach (Claim claim in story.Claims)
                Add(ClaimOf(claim, parts, names));
            foreach (Correction correction in story.Corrections ?? [])
            {
                Add(Object(("@id", names.Person(correction.Who)), ("@type", "prov:Person"), ("schema:name", correction.Who)));
                Add(Object(
                    ("@id", names.Correction(correction.Id)),
                    ("@type", "prov:Activity"),
                    ("prov:wasAssociatedWith", Reference(names.Person(correction.Who))),
                    ("prov:endedAtTime", Time(new ReportTime(correction.When.ToUniversalTime()))),
                    ("stemma:did", Word(correction.Kind) + " " + Word(correction.Target)),
                    ("stemma:why", correction.Why)));
            }
        }

        JsonObject context = Object(
            ("prov", "http://www.w3.org/ns/prov#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"), ("schema", "https://schema.org/"), ("stemma", names.Words));
        return ExportJson.Write(Object(("@context", context), ("@graph", graph)));

        void Add(JsonObject node)
        {
            if (known.Add((string)node["@id"]!))
                graph.Add((JsonNode)node);
        }
    }

    private static JsonObject OriginOf(Origin origin, Story story, ExportNames names)
    {
        JsonArray types = origin.Kind switch
        {
            SourceKind.Person => ["prov:Person", "prov:Entity"],
            SourceKind.Document => ["prov:Entity"],
            _ => ["prov:Organization", "prov:Entity"],
        };
        return Object(
            ("@id", names.Origin(story.Id, origin.Id)),
            ("@type", types),
            ("schema:name", origin.Name),
            ("stemma:basis", Word(origin.Basis)),
            ("stemma:anonymous", origin.Anonymous),
            // One of these may be the same: no sameAs, which would say that it is.
            ("stemma:mayBe", References(origin.MayBe.Select(o => names.Origin(story.Id, o)))));
    }

    private static JsonObject ReportOf(Report report, StoryParts parts, ExportNames names)
    {
        ImmutableArray<Derivation> rests = [.. parts.Story.Lineage.Where(d => d.From == report.Id)];
        ILookup<bool, Derivation> atHand = rests.ToLookup(d => parts.Report(d.To) is not null);
        JsonArray types = ["prov:Entity", "schema:NewsArticle"];
        return Object(
            ("@id", names.Report(report.Id)),
            ("@type", types),
            ("schema:headline", report.Headline),
            ("schema:url", Url(report.Url)),
            ("prov:generatedAtTime", report.Published is { } published ? Time(published) : null),
            ("prov:invalidatedAtTime", report.Status is ReportStatus.Withdrawn && report.Updated is { } withdrawn ? Time(withdrawn) : null),
            ("prov:wasAttributedTo", report.Outlet is { Length: > 0 } outlet ? Reference(names.Outlet(outlet)) : null),
            ("prov:wasDerivedFrom", References(atHand[true].Select(d => names.Report(d.To)))),
            ("prov:hadPrimarySource", References(atHand[false].Where(d => parts.Origin(d.To) is not null).Select(d => names.Origin(parts.Story.Id, d.To)))),
            ("prov:qualifiedDerivation", List(atHand[true].Select(d => Object(
                ("@type", "prov:Derivation"), ("prov:entity", Reference(names.Report(d.To))), ("stemma:kind", Word(d.Kind)), ("stemma:share", Math.Round(d.Share, 4)))))));
    }

    private static JsonObject QuoteOf(StoryQuote quote, Action<JsonObject> add, ExportNames names)
    {
        if (quote.Speaker is { Length: > 0 } speaker)
            add(Object(("@id", names.Person(speaker)), ("@type", "prov:Agent"), ("schema:name", speaker)));
        return Object(
            ("@id", names.Quote(quote.Id)),
            ("@type", "prov:Entity"),
            ("prov:value", quote.Text),
            ("prov:wasQuotedFrom", Reference(names.Report(quote.At.Report))),
            ("prov:wasAttributedTo", quote.Speaker is { Length: > 0 } s ? Reference(names.Person(s)) : null),
            ("prov:alternateOf", References(quote.SameAs.Select(names.Quote))));
    }

    private static JsonObject ClaimOf(Claim claim, StoryParts parts, ExportNames names)
    {
        ImmutableArray<Origin> origins = parts.Origins(claim);
        string story = parts.Story.Id;
        JsonArray types = ["prov:Entity", "schema:Claim"];
        return Object(
            ("@id", names.Claim(story, claim.Id)),
            ("@type", types),
            ("prov:value", claim.Statement),
            ("prov:wasGeneratedBy", Reference(names.Weighing(story))),
            ("prov:wasDerivedFrom", References(parts.Reports(claim).Select(r => names.Report(r.Id)))),
            ("prov:wasAttributedTo", References(origins.Where(o => o.Kind is not SourceKind.Document).Select(o => names.Origin(story, o.Id)))),
            ("prov:hadPrimarySource", References(origins.Select(o => names.Origin(story, o.Id)))),
            ("stemma:status", Word(claim.Status)),
            ("stemma:originsAtLeast", claim.Support.OriginsAtLeast),
            ("stemma:originsAtMost", claim.Support.OriginsAtMost));
    }

    /// <summary>PROV asks for a moment; of a day only the day is written, as what it is.</summary>
    private static JsonObject Time(ReportTime time) =>
        Object(("@value", time.ToString()), ("@type", time.Moment is null && time.LocalTime is null ? "xsd:date" : "xsd:dateTime"));
}
