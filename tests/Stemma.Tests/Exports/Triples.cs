using System.Text.Json;

namespace Stemma.Tests.Exports;

/// <summary>Reads JSON-LD as RDF: a small reader of its own, of the features that the exports use, which throws at any other.</summary>
internal static class Triples
{
    /// <summary>Subject, predicate, object; IRIs whole, literals in quotation marks, with their type behind where they have one.</summary>
    /// <param name="terms">Where words without a prefix belong; null: there may be none.</param>
    public static List<(string Subject, string Predicate, string Object)> Of(string json, string? terms = null)
    {
        JsonElement document = JsonDocument.Parse(json).RootElement;
        Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
        JsonElement context = document.GetProperty("@context");
        foreach (JsonElement part in context.ValueKind == JsonValueKind.Array ? context.EnumerateArray() : Enumerable.Repeat(context, 1))
        {
            foreach (JsonProperty prefix in part.ValueKind == JsonValueKind.Object ? part.EnumerateObject() : default)
                prefixes.Add(prefix.Name, prefix.Value.GetString()!);
        }

        List<(string, string, string)> triples = [];
        int blanks = 0;
        foreach (JsonElement node in document.GetProperty("@graph").EnumerateArray())
            Node(node);
        return triples;

        string Node(JsonElement node)
        {
            string subject = node.TryGetProperty("@id", out JsonElement id) ? id.GetString()! : $"_:b{++blanks}";
            foreach (JsonProperty property in node.EnumerateObject())
            {
                foreach (JsonElement value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray() : Enumerable.Repeat(property.Value, 1))
                {
                    if (property.Name == "@type")
                        triples.Add((subject, "a", Iri(value.GetString()!)));
                    else if (property.Name != "@id")
                        triples.Add((subject, Iri(property.Name), Value(value)));
                }
            }

            return subject;
        }

        string Value(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object when value.TryGetProperty("@value", out JsonElement literal) => $"\"{literal}\"^^{Iri(value.GetProperty("@type").GetString()!)}",
            JsonValueKind.Object => Node(value),
            JsonValueKind.String => $"\"{value.GetString()}\"",
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => $"\"{value.GetRawText()}\"",
            _ => throw new InvalidOperationException(value.GetRawText()),
        };

        string Iri(string name)
        {
            int colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                return prefixes[name[..colon]] + name[(colon + 1)..];
            return terms is not null && name[0] != '@' ? terms + name : throw new InvalidOperationException(name);
        }
    }
}
