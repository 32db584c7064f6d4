using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Store;

/// <summary>Writes a token as a row: start, end, lemma, UPOS as a number, XPOS, head, relation, space before.</summary>
internal sealed class TokenConverter : JsonConverter<Token>
{
    public override Token Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        string lemma = reader.GetString()!;
        reader.Read();
        int upos = reader.GetInt32();
        reader.Read();
        string xpos = string.Intern(reader.GetString()!);
        reader.Read();
        int head = reader.GetInt32();
        reader.Read();
        string relation = string.Intern(reader.GetString()!);
        reader.Read();
        bool space = reader.GetInt32() != 0;
        reader.Read();
        return start >= 0 && end >= start && Enum.IsDefined((Upos)upos) && reader.TokenType == JsonTokenType.EndArray
            ? new Token(new TextSpan(start, end), lemma, (Upos)upos, xpos, head, relation, space)
            : throw new JsonException("Expected a token.");
    }

    public override void Write(Utf8JsonWriter writer, Token value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Span.Start);
        writer.WriteNumberValue(value.Span.End);
        writer.WriteStringValue(value.Lemma);
        writer.WriteNumberValue((int)value.Upos);
        writer.WriteStringValue(value.Xpos);
        writer.WriteNumberValue(value.Head);
        writer.WriteStringValue(value.Deprel);
        writer.WriteNumberValue(value.SpaceBefore ? 1 : 0);
        writer.WriteEndArray();
    }
}
