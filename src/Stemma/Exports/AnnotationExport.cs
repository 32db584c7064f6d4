using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>W3C Web Annotation (2017): one annotation for each statement in each report, with where it stands, and where its source and its cue do.</summary>
/// <remarks>
/// Positions count Unicode code points of the cleaned text, as the model demands, not the UTF-16 units of our own form; the quotation with its surroundings finds the place
/// again in the page that the text came from, which <c>via</c> names.
/// </remarks>
internal static class AnnotationExport
{
    /// <summary>Characters before and behind a quotation; enough to tell it from others like it.</summary>
    private const int Around = 32;

    public static string Write(ImmutableArray<Story> stories, ExportNames names)
    {
        JsonArray items = [];
        foreach (Story story in stories)
        {
            StoryParts parts = new(story);
            Dictionary<string, CodePoints> points = story.Reports.ToDictionary(r => r.Id, r => new CodePoints(r.Body), StringComparer.Ordinal);
            foreach (Assertion assertion in story.Assertions)
            {
                if (parts.Report(assertion.Report) is not { } report || parts.Claim(assertion.Claim) is not { } claim)
                    continue;
                string name = names.Assertion(assertion.Id);
                items.Add((JsonNode)Statement(name, assertion, claim, story, report, points[report.Id], names));
                if (assertion.Cue is { } cue)
                    items.Add((JsonNode)Part(name, "cue", 0, cue, report, points[report.Id], names, "cue"));
                int number = 0;
                foreach (Source source in assertion.Attribution.Where(s => s.At is not null && s.At.Report == report.Id))
                    items.Add((JsonNode)Part(name, "source", ++number, source.At!, report, points[report.Id], names, source.Name));
            }
        }

        JsonObject page = Object(
            ("@context", "http://www.w3.org/ns/anno.jsonld"),
            ("id", stories.Length == 1 ? names.Story(stories[0].Id) + "#annotations" : null),
            ("type", "AnnotationPage"),
            ("startIndex", 0));
        page["items"] = items;
        return ExportJson.Write(page);
    }

    private static JsonObject Statement(string name, Assertion assertion, Claim claim, Story story, Report report, CodePoints points, ExportNames names)
    {
        string chain = string.Join(" ← ", assertion.Attribution.Select(s => s.Name));
        JsonArray body =
        [
            Object(("type", "SpecificResource"), ("source", names.Claim(story.Id, claim.Id)), ("purpose", "identifying")),
            Object(("type", "TextualBody"), ("value", claim.Statement), ("format", "text/plain"), ("purpose", "describing")),
            Object(("type", "TextualBody"), ("value", $"stance {Word(assertion.Stance)}, certainty {Word(assertion.Certainty)}, polarity {Word(assertion.Polarity)}"), ("format", "text/plain"), ("purpose", "classifying")),
        ];
        if (chain.Length > 0)
            body.Add((JsonNode)Object(("type", "TextualBody"), ("value", "on the word of: " + chain), ("format", "text/plain"), ("purpose", "commenting")));
        return Object(("id", name), ("type", "Annotation"), ("motivation", "identifying"), ("body", body), ("target", Target(assertion.At, report, points, names)));
    }

    private static JsonObject Part(string assertion, string kind, int number, ReportSpan at, Report report, CodePoints points, ExportNames names, string value) => Object(
        ("id", FormattableString.Invariant($"{assertion}#{kind}{(number == 0 ? "" : number)}")),
        ("type", "Annotation"),
        ("motivation", "tagging"),
        ("body", new JsonArray(
            Object(("type", "TextualBody"), ("value", kind), ("format", "text/plain"), ("purpose", "tagging")),
            Object(("type", "TextualBody"), ("value", value), ("format", "text/plain"), ("purpose", "identifying")),
            Object(("type", "SpecificResource"), ("source", assertion), ("purpose", "linking")))),
        ("target", Target(at, report, points, names)));

    private static JsonObject Target(ReportSpan at, Report report, CodePoints points, ExportNames names)
    {
        string body = report.Body;
        int before = Whole(body, Math.Max(0, at.Start - Around)), behind = Whole(body, Math.Min(body.Length, at.End + Around));
        return Object(
            ("source", Object(
                ("id", names.Body(report.Id)),
                ("type", "Text"),
                ("format", "text/plain"),
                ("language", report.Language == "und" ? null : report.Language),
                ("via", Url(report.Url)))),
            ("selector", new JsonArray(
                Object(("type", "TextQuoteSelector"), ("exact", at.Quote), ("prefix", body[before..at.Start]), ("suffix", body[at.End..behind])),
                Object(("type", "TextPositionSelector"), ("start", points.At(at.Start)), ("end", points.At(at.End))))));
    }

    /// <summary>An offset that does not part a pair of surrogates.</summary>
    private static int Whole(string body, int offset) =>
        offset > 0 && offset < body.Length && char.IsSurrogatePair(body[offset - 1], body[offset]) ? offset + 1 : offset;
}
