using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>JSON Lines: a claim a line, complete in itself, with everyone's words for it and where they stand.</summary>
/// <remarks>Names of fields are those of the picture; offsets count UTF-16 code units of the report's body, as there.</remarks>
internal static class ClaimsExport
{
    public static string Write(ImmutableArray<Story> stories)
    {
        StringBuilder lines = new();
        JsonSerializerOptions options = Options(indented: false);
        foreach (Story story in stories)
        {
            StoryParts parts = new(story);
            foreach (Claim claim in story.Claims)
                lines.Append(LineOf(claim, parts).ToJsonString(options)).Append('\n');
        }

        return lines.ToString();
    }

    private static JsonObject LineOf(Claim claim, StoryParts parts)
    {
        JsonObject line = Object(
            ("story", parts.Story.Id), ("title", parts.Story.Title), ("id", claim.Id), ("statement", claim.Statement), ("kind", Word(claim.Kind)), ("status", Word(claim.Status)));
        line["support"] = Object(
            ("reports", claim.Support.Reports), ("outlets", claim.Support.Outlets), ("originsAtLeast", claim.Support.OriginsAtLeast),
            ("originsAtMost", claim.Support.OriginsAtMost), ("anonymousOnly", claim.Support.AnonymousOnly));
        line["firstReported"] = new JsonObject { ["report"] = claim.FirstReported.Report, ["time"] = claim.FirstReported.Time?.ToString() };
        line["history"] = new JsonArray([.. claim.History.Select(h => new JsonObject { ["time"] = h.Time?.ToString(), ["report"] = h.Report, ["status"] = Word(h.Status) })]);
        line["origins"] = new JsonArray([.. parts.Origins(claim).Select(o => Object(("id", o.Id), ("name", o.Name), ("kind", Word(o.Kind)), ("basis", Word(o.Basis)), ("anonymous", o.Anonymous)))]);
        line["evidence"] = new JsonArray([.. parts.Assertions(claim).Select(a => Evidence(a, parts))]);
        return line;
    }

    private static JsonObject Evidence(Assertion assertion, StoryParts parts)
    {
        Report? report = parts.Report(assertion.Report);
        return new JsonObject
        {
            ["assertion"] = assertion.Id,
            ["report"] = assertion.Report,
            ["outlet"] = report?.Outlet,
            ["published"] = report?.Published?.ToString(),
            ["url"] = Url(report?.Url),
            ["start"] = assertion.At.Start,
            ["end"] = assertion.At.End,
            ["quote"] = assertion.At.Quote,
            ["sources"] = new JsonArray([.. assertion.Attribution.Select(s => new JsonObject { ["name"] = s.Name, ["kind"] = Word(s.Kind), ["anonymous"] = s.Anonymous, ["origin"] = s.Origin })]),
            ["stance"] = Word(assertion.Stance),
            ["certainty"] = Word(assertion.Certainty),
            ["polarity"] = Word(assertion.Polarity),
        };
    }
}
