using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Stemma.Briefs.Rendering;

namespace Stemma.Exports;

/// <summary>What the JSON forms have in common.</summary>
internal static class ExportJson
{
    /// <summary>Letters stand as they are; the characters that HTML reads are escaped, so that a document may stand inside a page's script element.</summary>
    public static JsonSerializerOptions Options(bool indented) => new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>An object without the fields that are null.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        JsonObject made = [];
        foreach ((string name, JsonNode? value) in fields)
        {
            if (value is not null)
                made[name] = value;
        }

        return made;
    }

    /// <returns>Null where there is nothing, so that the field is left out.</returns>
    public static JsonArray? List(IEnumerable<JsonNode?> items)
    {
        JsonArray made = [.. items];
        return made.Count == 0 ? null : made;
    }

    public static JsonObject Reference(string name) => Object(("@id", name));

    public static JsonArray? References(IEnumerable<string> names) => List(names.Distinct(StringComparer.Ordinal).Select(Reference));

    /// <summary>An address that may be followed, or null.</summary>
    public static string? Url(string? url) => SafeUrl.Of(url);

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Write(JsonNode node) => node.ToJsonString(Options(indented: true)) + "\n";
}
