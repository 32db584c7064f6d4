using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Text;

namespace Stemma.Store;

/// <summary>Writes a span as <c>[start,end]</c>.</summary>
internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        return start >= 0 && end >= start && reader.TokenType == JsonTokenType.EndArray ? new TextSpan(start, end) : throw new JsonException("Expected a span.");
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
