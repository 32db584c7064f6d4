using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Weighing;

/// <summary>Corrections as JSON Lines: the form in which they are exported, imported and given to <c>stemma brief --corrections</c>.</summary>
public static class CorrectionJson
{
    /// <returns>Without its line end.</returns>
    public static string Line(Correction correction) => JsonSerializer.Serialize(correction, CorrectionContext.Compact.Correction);

    /// <exception cref="FormatException">It is no correction, or one that says nothing; the message tells why in one line.</exception>
    public static Correction Read(string line)
    {
        Correction correction;
        try
        {
            correction = JsonSerializer.Deserialize(line, CorrectionContext.Compact.Correction) ?? throw new FormatException("not a correction but null");
        }
        catch (JsonException e)
        {
            throw new FormatException("not a correction: " + e.Message.ReplaceLineEndings(" "), e);
        }

        return CorrectionRules.Fault(correction) is { } fault ? throw new FormatException(fault) : correction;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Correction))]
internal sealed partial class CorrectionContext : JsonSerializerContext
{
    internal static CorrectionContext Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
