using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stemma.Cli.Grouping;

/// <summary>A line of <c>stemma group</c>: which story a report is in. The last line of a report stands.</summary>
/// <param name="Id">The input's own id, or the report's.</param>
/// <param name="Was">The story that an earlier line named; null for the first line of a report.</param>
/// <param name="Reason">In words.</param>
internal sealed record GroupLine(string Id, string Input, string Story, string? Was, string Reason)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson(bool explain)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("id", Id);
            writer.WriteString("input", Input);
            writer.WriteString("story", Story);
            if (Was is not null)
                writer.WriteBoolean("revised", true);
            if (explain)
                writer.WriteString("reason", Reason);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public string ToText(bool explain) => $"{Story}  {Input}{(Was is null ? "" : "  moved from " + Was)}{(explain ? "  (" + Reason + ")" : "")}";
}
