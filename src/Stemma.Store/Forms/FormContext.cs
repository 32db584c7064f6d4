using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptReport))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Story))]
internal sealed partial class FormContext : JsonSerializerContext
{
    internal static FormContext Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
