using System.Text.Json;

namespace Stemma.Intake.JsonLines;

/// <summary>The fields of one JSON object by name, small and capital letters alike; where a name stands twice, the last counts, as in JavaScript.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InputRejectedException">A name holds half a character.</exception>
    public JsonFields(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty field in json.EnumerateObject())
            fields[Checked(() => field.Name)] = field.Value;
    }

    public IEnumerable<string> Names => fields.Keys;

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The first of the fields that is text or a number and not blank.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (fields.TryGetValue(name, out JsonElement value) && TextOf(value) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The objects of a field that is a list, an object of objects (each with its name), or one object.</summary>
    public IEnumerable<JsonFields> Objects(params ReadOnlySpan<string> names)
    {
        List<JsonFields> objects = [];
        foreach (string name in names)
        {
            if (!fields.TryGetValue(name, out JsonElement value))
                continue;
            if (value.ValueKind == JsonValueKind.Array)
                objects.AddRange(value.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.Object).Select(o => new JsonFields(o)));
            else if (value.ValueKind == JsonValueKind.Object)
            {
                bool many = value.EnumerateObject().Any() && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Object);
                objects.AddRange(many ? value.EnumerateObject().Select(p => new JsonFields(p.Value)) : [new JsonFields(value)]);
            }
        }

        return objects;
    }

    /// <summary>The texts of a field that is a list of texts, or one text.</summary>
    public IEnumerable<string> Texts(string name)
    {
        if (!fields.TryGetValue(name, out JsonElement value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(TextOf).OfType<string>()] : TextOf(value) is { } text ? [text] : [];
    }

    /// <summary>The whole number of a field, written as number or text; null where there is none.</summary>
    public long? Number(string name) =>
        long.TryParse(Text(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string? TextOf(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => Checked(value.GetString),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new InputRejectedException("a JSON value with a broken character in a string");
        }
    }
}
