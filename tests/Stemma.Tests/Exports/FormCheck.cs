using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stemma.Tests.Design;

namespace Stemma.Tests.Exports;

/// <summary>Checks a document against one of the schemas beside this file, which say of each standard what its text demands of the parts that are written.</summary>
internal sealed class FormCheck
{
    private readonly JsonElement root;

    public FormCheck(string name) => root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Stemma.Tests", "Exports", "Schemas", name + ".schema.json"))).RootElement;

    /// <returns>One line a fault, with the path where it lies.</returns>
    public List<string> Faults(JsonElement document)
    {
        List<string> faults = [];
        Check(root, document, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            JsonElement rule = keyword.Value;
            string? fault = null;
            switch (keyword.Name)
            {
                case "$defs":
                    break;
                case "$ref":
                    Check(root.GetProperty("$defs").GetProperty(rule.GetString()!.Split('/')[^1]), value, path, faults);
                    break;
                case "type":
                    fault = Kind(value) == rule.GetString() || (rule.GetString() == "number" && Kind(value) == "integer") ? null : $"{Kind(value)} where {rule} is asked";
                    break;
                case "const":
                    fault = rule.GetRawText() == value.GetRawText() ? null : $"{value} is not {rule}";
                    break;
                case "enum":
                    fault = rule.EnumerateArray().Any(r => r.GetRawText() == value.GetRawText()) ? null : $"{value} is none of {rule}";
                    break;
                case "pattern":
                    fault = value.ValueKind == JsonValueKind.String && Regex.IsMatch(value.GetString()!, rule.GetString()!) ? null : $"{value} does not match {rule}";
                    break;
                case "format":
                    fault = Fits(rule.GetString()!, value.GetString()!) ? null : $"{value} is no {rule}";
                    break;
                case "minimum":
                    fault = value.GetDouble() >= rule.GetDouble() ? null : $"{value} is less than {rule}";
                    break;
                case "maximum":
                    fault = value.GetDouble() <= rule.GetDouble() ? null : $"{value} is more than {rule}";
                    break;
                case "minItems":
                    fault = value.GetArrayLength() >= rule.GetInt32() ? null : "too few items";
                    break;
                case "uniqueItems":
                    fault = value.EnumerateArray().DistinctBy(v => v.GetRawText()).Count() == value.GetArrayLength() ? null : "an item twice";
                    break;
                case "required":
                    foreach (JsonElement name in rule.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)))
                        faults.Add($"{path}: lacks {name}");
                    break;
                case "additionalProperties":
                    foreach (JsonProperty property in value.EnumerateObject().Where(p => !schema.GetProperty("properties").TryGetProperty(p.Name, out _)))
                        faults.Add($"{path}: {property.Name} is not known here");
                    break;
                case "properties":
                    foreach (JsonProperty property in rule.EnumerateObject())
                    {
                        if (value.TryGetProperty(property.Name, out JsonElement inner))
                            Check(property.Value, inner, path + "." + property.Name, faults);
                    }

                    break;
                case "items":
                    int i = 0;
                    foreach (JsonElement item in value.EnumerateArray())
                        Check(rule, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"), faults);
                    break;
                case "oneOf":
                    int fitting = rule.EnumerateArray().Count(one =>
                    {
                        List<string> inner = [];
                        Check(one, value, path, inner);
                        return inner.Count == 0;
                    });
                    fault = fitting == 1 ? null : $"fits {fitting} of the forms: {value}";
                    break;
                default:
                    throw new InvalidOperationException($"The schema uses '{keyword.Name}', which this check does not know.");
            }

            if (fault is not null)
                faults.Add($"{path}: {fault}");
            if (keyword.Name is "type" && fault is not null)
                return;
        }
    }

    private static bool Fits(string format, string text) => format switch
    {
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) && text.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or '"')),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$") && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => throw new InvalidOperationException(format),
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
