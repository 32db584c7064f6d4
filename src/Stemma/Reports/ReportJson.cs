using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Reports;

/// <summary>Writes one report as one line of JSON, as <c>stemma read --format jsonl</c> prints it.</summary>
public static class ReportJson
{
    /// <returns>Without its line end.</returns>
    public static string Line(Report report) => JsonSerializer.Serialize(report, ReportContext.Compact.Report);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportContext : JsonSerializerContext
{
    internal static ReportContext Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
