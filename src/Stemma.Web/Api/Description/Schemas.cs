using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>The schemas of all that is sent and read, drawn from the types themselves.</summary>
internal static class Schemas
{
    private const string TimePattern = @"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?$";

    /// <summary>The contract's shapes under the contract's names, then the API's own.</summary>
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(Picture)] = "Picture",
        [typeof(Story)] = "Story",
        [typeof(Rejection)] = "Rejection",
        [typeof(Report)] = "Report",
        [typeof(ReportSpan)] = "Span",
        [typeof(Assertion)] = "Assertion",
        [typeof(Source)] = "Source",
        [typeof(Claim)] = "Claim",
        [typeof(Support)] = "Support",
        [typeof(StoryQuote)] = "Quote",
        [typeof(StoryTime)] = "Time",
        [typeof(StoryQuantity)] = "Quantity",
        [typeof(StoryEntity)] = "Entity",
        [typeof(Origin)] = "Origin",
        [typeof(Derivation)] = "Derivation",
        [typeof(Difference)] = "Difference",
        [typeof(TimelineEntry)] = "Entry",
        [typeof(Brief)] = "Brief",
        [typeof(Point)] = "Point",
        [typeof(Change)] = "Change",
        [typeof(Correction)] = "Correction",
        [typeof(CorrectionAnchor)] = "CorrectionAnchor",
        [typeof(CorrectionBody)] = "NewCorrection",
    };

    private static readonly Type[] Own =
    [
        typeof(StoryPage), typeof(StoryLine), typeof(ClaimList), typeof(ClaimView), typeof(ReportReference), typeof(StoryReports), typeof(DifferenceList), typeof(Timeline), typeof(QuoteList), typeof(EntityList),
        typeof(OriginList), typeof(StoryBrief), typeof(ReportPage), typeof(ReportLine), typeof(ReportView), typeof(ReportVersion), typeof(ReceiptView), typeof(NamePage), typeof(NameCount), typeof(CorrectionPage),
        typeof(UndoBody), typeof(WatchList), typeof(WatchView), typeof(AlertPage), typeof(AlertView), typeof(StoreCounts),
    ];

    /// <summary>Read rather than written: what may be left out is not required. Or written without what is null.</summary>
    private static readonly HashSet<Type> Partial = [typeof(Correction), typeof(CorrectionAnchor), typeof(CorrectionBody), typeof(UndoBody)];

    static Schemas()
    {
        foreach (Type type in Own)
            Names.Add(type, type.Name);
    }

    /// <summary>By name, in order.</summary>
    public static JsonObject All()
    {
        JsonObject schemas = [];
        foreach ((Type type, string name) in Names)
            schemas[name] = Of(type);
        schemas["Lineage"] = JsonNode.Parse("""
            {
              "type": "object", "required": ["stemma", "stories", "rejected"],
              "properties": {
                "stemma": { "type": "string" },
                "stories": { "type": "array", "items": {
                  "type": "object", "required": ["id", "title", "reports", "origins", "lineage"],
                  "properties": {
                    "id": { "type": "string" }, "title": { "type": "string" },
                    "reports": { "type": "array", "items": { "type": "object", "required": ["id", "input", "outlet", "published", "headline"], "properties": {
                      "id": { "type": "string" }, "input": { "type": "string" }, "outlet": { "type": ["string", "null"] }, "published": { "type": ["string", "null"] }, "headline": { "type": ["string", "null"] } } } },
                    "origins": { "type": "array", "items": { "$ref": "#/components/schemas/Origin" } },
                    "lineage": { "type": "array", "items": { "$ref": "#/components/schemas/Derivation" } } } } },
                "rejected": { "type": "array", "items": { "$ref": "#/components/schemas/Rejection" } }
              }
            }
            """);
        schemas["PostedReports"] = JsonNode.Parse("""
            {
              "description": "Reports; all but one of text and html may be left out.",
              "type": "array",
              "items": { "type": "object", "properties": {
                "id": { "type": "string" }, "url": { "type": "string" }, "outlet": { "type": "string" }, "published": { "type": "string" }, "title": { "type": "string" }, "text": { "type": "string" }, "html": { "type": "string" } } }
            }
            """);
        schemas["Problem"] = JsonNode.Parse("""
            {
              "description": "RFC 9457. The type is stable; the detail is for people.",
              "type": "object", "required": ["type", "title", "status", "detail"],
              "properties": { "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" } }
            }
            """);
        schemas["Text"] = new JsonObject { ["type"] = "string" };
        schemas["Document"] = new JsonObject { ["type"] = "object", ["description"] = "Of the form that its standard describes." };
        schemas["Bytes"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" };
        return schemas;
    }

    /// <summary>The schema of one type; others stand in it by reference.</summary>
    private static JsonNode Of(Type type) => ApiJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node, type),
    });

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Type root)
    {
        Type type = context.TypeInfo.Type;
        if (type == typeof(ReportTime) || type == typeof(ReportTime?))
            return new JsonObject { ["type"] = type == typeof(ReportTime?) ? new JsonArray("string", "null") : "string", ["pattern"] = TimePattern };
        if (!context.Path.IsEmpty && type != root && Names.TryGetValue(type, out string? name))
        {
            JsonObject reference = new() { ["$ref"] = "#/components/schemas/" + name };
            return node is JsonObject inner && inner["type"] is JsonArray ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
        }

        if (node is not JsonObject schema)
            return node.GetValueKind() is System.Text.Json.JsonValueKind.True ? new JsonObject() : node;
        if (schema["properties"] is JsonObject properties && !Partial.Contains(type))
            schema["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]);
        if (context.Path.IsEmpty)
            schema["type"] = "object";
        return schema;
    }
}
