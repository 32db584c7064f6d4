using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace Stemma.Weighing;

/// <summary>Writes and reads a <see cref="Picture"/> as JSON, and publishes the form as a JSON Schema.</summary>
public static class PictureJson
{
    /// <summary>Camel-case names and enumerations, ISO dates, nothing left out; indented by two.</summary>
    public static string Write(Picture picture) => JsonSerializer.Serialize(picture, PictureContext.Readable.Picture) + "\n";

    /// <exception cref="JsonException">The text is no picture of this form.</exception>
    public static Picture Read(string json) =>
        JsonSerializer.Deserialize(json, PictureContext.Readable.Picture) ?? throw new JsonException("Expected a picture, got null.");

    /// <summary>The JSON Schema (draft 2020-12) of the form, drawn from the types themselves.</summary>
    public static string Schema()
    {
        JsonSchemaExporterOptions options = new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        };
        JsonObject schema = (JsonObject)PictureContext.Readable.Picture.GetJsonSchemaAsNode(options);
        JsonObject headed = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Stemma picture",
            ["description"] = "What `stemma brief --format json` prints. A producer may add fields, never rename or re-type these.",
        };
        foreach ((string name, JsonNode? value) in schema)
            headed[name] = value?.DeepClone();
        return headed.ToJsonString(PictureContext.Readable.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        Type type = context.TypeInfo.Type;
        if (type == typeof(Reports.ReportTime) || type == typeof(Reports.ReportTime?))
        {
            return new JsonObject
            {
                ["type"] = type == typeof(Reports.ReportTime?) ? new JsonArray("string", "null") : "string",
                ["pattern"] = @"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$",
            };
        }

        // Every field of the contract is always there, also where it is null or empty.
        if (node is JsonObject schema && schema["properties"] is JsonObject properties)
            schema["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]);
        return node;
    }
}

/// <summary>The compiled shapes of the contract: no reflection, so a short call starts fast.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Picture))]
internal sealed partial class PictureContext : JsonSerializerContext
{
    /// <summary>Text stands as people read it; what embeds JSON in a page escapes it there.</summary>
    internal static PictureContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
