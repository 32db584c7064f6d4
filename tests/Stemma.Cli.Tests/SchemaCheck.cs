using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.Cli.Tests;

/// <summary>Checks a document against the part of JSON Schema (2020-12) that the published form uses.</summary>
/// <remarks>A keyword that it does not know is an error of the schema, so nothing goes unchecked in silence.</remarks>
internal sealed class SchemaCheck(JsonElement schema)
{
    private readonly List<string> faults = [];

    /// <returns>One line a fault, with the path where it lies; empty where the document fits.</returns>
    public IReadOnlyList<string> Faults(JsonElement document)
    {
        Check(schema, document, "$");
        return faults;
    }

    private void Check(JsonElement rule, JsonElement value, string path)
    {
        if (rule.ValueKind is JsonValueKind.True)
            return;
        foreach (JsonProperty keyword in rule.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$schema" or "title" or "description" or "components" or "default" or "contentMediaType":
                    break;
                case "$ref":
                    Check(Resolve(keyword.Value.GetString()!), value, path);
                    break;
                case "anyOf":
                    if (!keyword.Value.EnumerateArray().Any(r => Fits(r, value)))
                        faults.Add($"{path}: fits none of the forms that it may have");
                    break;
                case "type":
                    if (!Types(keyword.Value).Any(t => Is(value, t)))
                        faults.Add($"{path}: {value.ValueKind} where {keyword.Value} is asked");
                    break;
                case "enum":
                    if (!keyword.Value.EnumerateArray().Any(e => e.GetRawText() == value.GetRawText()))
                        faults.Add($"{path}: {value.GetRawText()} is none of {keyword.Value}");
                    break;
                case "pattern":
                    if (value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!))
                        faults.Add($"{path}: '{value.GetString()}' does not match {keyword.Value}");
                    break;
                case "format":
                    if (keyword.Value.GetString() == "date" && value.ValueKind == JsonValueKind.String && !DateOnly.TryParse(value.GetString(), out _))
                        faults.Add($"{path}: '{value.GetString()}' is no date");
                    break;
                case "required":
                    foreach (JsonElement name in keyword.Value.EnumerateArray())
                    {
                        if (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _))
                            faults.Add($"{path}: lacks {name}");
                    }

                    break;
                case "properties":
                    foreach (JsonProperty property in keyword.Value.EnumerateObject())
                    {
                        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property.Name, out JsonElement inner))
                            Check(property.Value, inner, path + "." + property.Name);
                    }

                    break;
                case "items":
                    if (value.ValueKind == JsonValueKind.Array)
                    {
                        int i = 0;
                        foreach (JsonElement item in value.EnumerateArray())
                            Check(keyword.Value, item, $"{path}[{i++}]");
                    }

                    break;
                default:
                    faults.Add($"{path}: the schema uses '{keyword.Name}', which this check does not know");
                    break;
            }
        }
    }

    private bool Fits(JsonElement rule, JsonElement value)
    {
        int before = faults.Count;
        Check(rule, value, "");
        bool fits = faults.Count == before;
        faults.RemoveRange(before, faults.Count - before);
        return fits;
    }

    private JsonElement Resolve(string reference)
    {
        JsonElement at = schema;
        foreach (string step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at.GetProperty(step);
        return at;
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(t => t.GetString()!);

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
