using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>schema.org in JSON-LD: what was reported, where first, where else, and on whose word.</summary>
/// <remarks>
/// A <c>ClaimReview</c> is written only where a person accepted the claim, in that person's name; the engine rates nothing. What schema.org has no word for (the
/// interval of origins, the kind of a claim) stands under a prefix of our own.
/// </remarks>
internal static class JsonLdExport
{
    public static string Write(ImmutableArray<Story> stories, ExportNames names)
    {
        JsonArray graph = [];
        HashSet<string> known = [];
        foreach (Story story in stories)
        {
            StoryParts parts = new(story);
            Add(Whole(parts, names));
            foreach (Report report in story.Reports)
            {
                if (report.Outlet is { Length: > 0 } outlet)
                    Add(Object(("@id", names.Outlet(outlet)), ("@type", "NewsMediaOrganization"), ("name", outlet)));
                Add(Article(report, parts, names));
            }

            foreach (Origin origin in story.Origins)
                Add(Object(("@id", names.Origin(story.Id, origin.Id)), ("@type", TypeOf(origin.Kind)), ("name", origin.Name), ("stemma:basis", Word(origin.Basis)), ("stemma:anonymous", origin.Anonymous)));
            foreach (Claim claim in story.Claims)
                Add(ClaimOf(claim, parts, names));
            foreach ((Correction verdict, Claim claim) in parts.Verdicts())
                Add(Review(verdict, claim, story, names));
        }

        JsonArray context = ["https://schema.org", Object(("stemma", names.Words))];
        return ExportJson.Write(Object(("@context", context), ("@graph", graph)));

        void Add(JsonObject node)
        {
            if (known.Add((string)node["@id"]!))
                graph.Add((JsonNode)node);
        }
    }

    private static JsonObject Whole(StoryParts parts, ExportNames names) => Object(
        ("@id", names.Story(parts.Story.Id)),
        ("@type", "CreativeWork"),
        ("name", parts.Story.Title),
        ("temporalCoverage", parts.Story.From is { } from ? Day(from) + "/" + (parts.Story.To is { } to ? Day(to) : "..") : null),
        ("hasPart", References([.. parts.Story.Reports.Select(r => names.Report(r.Id)), .. parts.Story.Claims.Select(c => names.Claim(parts.Story.Id, c.Id))])));

    private static JsonObject Article(Report report, StoryParts parts, ExportNames names)
    {
        ILookup<bool, Derivation> rests = parts.Story.Lineage.Where(d => d.From == report.Id).ToLookup(d => d.Kind is DerivationKind.Cites);
        return Object(
            ("@id", names.Report(report.Id)),
            ("@type", "NewsArticle"),
            ("headline", report.Headline),
            ("alternativeHeadline", report.Deck),
            ("url", Url(report.Url)),
            ("datePublished", report.Published?.ToString()),
            ("dateModified", report.Updated?.ToString()),
            ("inLanguage", report.Language == "und" ? null : report.Language),
            ("dateline", report.Dateline?.Text),
            ("author", List(report.Authors.Select(a => Object(("@type", "Person"), ("name", a))))),
            ("publisher", report.Outlet is { Length: > 0 } outlet ? Reference(names.Outlet(outlet)) : null),
            ("creditText", report.Agencies.IsEmpty ? null : string.Join(", ", report.Agencies)),
            ("correction", List(report.Notes.Where(n => n.Kind is not EditorNoteKind.Update).Select(n => Object(("@type", "CorrectionComment"), ("text", n.Text))))),
            ("creativeWorkStatus", report.Status is ReportStatus.Withdrawn ? "withdrawn" : null),
            ("isBasedOn", References(rests[false].Select(d => Target(d, parts, names)))),
            ("citation", References(rests[true].Select(d => Target(d, parts, names)))),
            ("isPartOf", Reference(names.Story(parts.Story.Id))));
    }

    private static JsonObject ClaimOf(Claim claim, StoryParts parts, ExportNames names)
    {
        ILookup<bool, Origin> origins = parts.Origins(claim).ToLookup(o => o.Kind is SourceKind.Document);
        string story = parts.Story.Id;
        return Object(
            ("@id", names.Claim(story, claim.Id)),
            ("@type", "Claim"),
            ("name", claim.Statement),
            ("text", claim.Statement),
            ("datePublished", claim.FirstReported.Time?.ToString()),
            ("author", References(origins[false].Select(o => names.Origin(story, o.Id)))),
            ("citation", References(origins[true].Select(o => names.Origin(story, o.Id)))),
            ("firstAppearance", Reference(names.Report(claim.FirstReported.Report))),
            ("appearance", References(parts.Reports(claim).Select(r => names.Report(r.Id)))),
            ("creativeWorkStatus", Word(claim.Status)),
            ("stemma:kind", Word(claim.Kind)),
            ("stemma:outlets", claim.Support.Outlets),
            ("stemma:originsAtLeast", claim.Support.OriginsAtLeast),
            ("stemma:originsAtMost", claim.Support.OriginsAtMost),
            ("isPartOf", Reference(names.Story(story))));
    }

    private static JsonObject Review(Correction verdict, Claim claim, Story story, ExportNames names) => Object(
        ("@id", names.Correction(verdict.Id)),
        ("@type", "ClaimReview"),
        ("url", names.Correction(verdict.Id)),
        ("claimReviewed", claim.Statement),
        ("itemReviewed", Reference(names.Claim(story.Id, claim.Id))),
        ("author", Object(("@type", "Person"), ("name", verdict.Who))),
        ("datePublished", new ReportTime(verdict.When.ToUniversalTime()).ToString()),
        ("reviewBody", verdict.Why),
        ("reviewRating", Object(
            ("@type", "Rating"),
            ("alternateName", verdict.To is { Length: > 0 } words ? words : "accepted"),
            // Without words of his own the person has only said that the claim is read rightly from the reports.
            ("reviewAspect", verdict.To is { Length: > 0 } ? null : "that the reports say this"))));

    private static string Target(Derivation derivation, StoryParts parts, ExportNames names) =>
        parts.Report(derivation.To) is null ? names.Origin(parts.Story.Id, derivation.To) : names.Report(derivation.To);

    private static string TypeOf(SourceKind kind) => kind switch
    {
        SourceKind.Person => "Person",
        SourceKind.Outlet or SourceKind.Agency => "NewsMediaOrganization",
        SourceKind.Document => "CreativeWork",
        _ => "Organization",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
