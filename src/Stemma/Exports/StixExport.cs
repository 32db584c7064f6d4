using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Stemma.Attributions;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Weighing;
using static Stemma.Exports.ExportJson;

namespace Stemma.Exports;

/// <summary>An OASIS STIX 2.1 bundle: a report object for the story and for each report, a note for each claim, identities for outlets and origins, relationships for who rests on whom.</summary>
/// <remarks>
/// <c>confidence</c> is on the Admiralty credibility scale of the specification's appendix A (1 to 5 are 90, 70, 50, 30, 10; 6 is left out), worked out by
/// <see cref="Grading.Information"/>: how well these reports bear a claim out, not whether it is true. Ids are version 5 UUIDs of our own names. What STIX has no property for
/// stands in an extension that the bundle itself defines.
/// </remarks>
internal static class StixExport
{
    public static string Write(ImmutableArray<Story> stories, ExportNames names)
    {
        JsonArray objects = [];
        HashSet<string> known = [];
        string us = Id("identity", names.Program), extension = Id("extension-definition", names.Words + "claim");
        // The program and the extension do not change with the stories, and neither may their times.
        string always = Time(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Add(Head("identity", us, always, always, null, ("name", "Stemma"), ("identity_class", "system"), ("description", "Reads news reports and counts the independent origins behind each claim.")));
        Add(Head("extension-definition", extension, always, always, us, ("name", "Stemma claim"),
            ("description", "On notes: claim_status, claim_kind, reports, outlets, origins_at_least, origins_at_most, and confidence_scale, the name of the scale that confidence is on."),
            ("schema", "urn:stemma:words:claim"), ("version", "1.0.0"), ("extension_types", new JsonArray("property-extension"))));
        foreach (Story story in stories)
            new StixStory(new StoryParts(story), names, us, extension, Add).Write();
        return ExportJson.Write(Object(("type", "bundle"), ("id", Id("bundle", string.Join(' ', stories.Select(s => names.Story(s.Id))))), ("objects", objects)));

        void Add(JsonObject node)
        {
            if (known.Add((string)node["id"]!))
                objects.Add((JsonNode)node);
        }
    }

    public static string Id(string type, string name) => type + "--" + NameBasedUuid.Of(NameBasedUuid.Stemma, type + " " + name).ToString("D");

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An object with the properties that all have.</summary>
    public static JsonObject Head(string type, string id, string created, string modified, string? by, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        JsonObject head = Object(("type", type), ("spec_version", "2.1"), ("id", id), ("created_by_ref", by), ("created", created), ("modified", modified));
        foreach ((string name, JsonNode? value) in fields)
        {
            if (value is not null)
                head[name] = value;
        }

        return head;
    }

    /// <summary>Admiralty credibility to confidence; null for 6, which cannot be judged.</summary>
    public static int? Confidence(Claim claim) => Grading.Information(claim.Status, claim.Support) switch
    {
        1 => 90,
        2 => 70,
        3 => 50,
        4 => 30,
        5 => 10,
        _ => null,
    };

    public static string ClassOf(SourceKind kind) => kind switch
    {
        SourceKind.Person => "individual",
        SourceKind.Group => "group",
        SourceKind.Document => "unspecified",
        _ => "organization",
    };
}
