using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Reads the fields of a picture or a gold file; a missing field and a null one read alike unless said.</summary>
internal static class JsonReading
{
    public static bool Has(this JsonElement node, string name) => node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out _);

    public static JsonElement? Field(this JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The text of a field; null if it is missing, null or no text.</summary>
    public static string? Text(this JsonElement node, string name) =>
        node.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static double? Number(this JsonElement node, string name) =>
        node.Field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public static int Count(this JsonElement node, string name, int missing = 0) => (int)(node.Number(name) ?? missing);

    /// <summary>The elements of a list; none if the field is missing, null or no list.</summary>
    public static JsonElement[] Items(this JsonElement node, string name) =>
        node.Field(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    public static string[] Texts(this JsonElement node, string name) =>
        [.. node.Items(name).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];

    /// <summary>A field as the reference scorer prints it into a text: <c>None</c> where it is null, <paramref name="missing"/> where it is not there.</summary>
    public static string Printed(this JsonElement node, string name, string missing = "None") =>
        !node.Has(name) ? missing
        : node.Field(name) is not { } value ? "None"
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>JSON on one line with a space after each comma and colon, letters beyond ASCII as they are: patterns of the gold may see it.</summary>
    public static string Dumped(JsonElement? node)
    {
        if (node is not { } value)
            return "null";
        return value.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(", ", value.EnumerateObject().Select(p => $"{Quoted(p.Name)}: {Dumped(p.Value)}")) + "}",
            JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(i => Dumped(i))) + "]",
            JsonValueKind.String => Quoted(value.GetString()!),
            _ => value.GetRawText(),
        };
    }

    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
