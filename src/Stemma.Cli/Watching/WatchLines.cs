using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Watch;

namespace Stemma.Cli.Watching;

/// <summary>What watching prints: a line a new report, a line an alert.</summary>
internal static class WatchLines
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(WatchedReport watched, bool json) => json
        ? Json(writer =>
        {
            writer.WriteString("type", "report");
            writer.WriteString("status", Word(watched));
            writer.WriteString("id", watched.Admission.Report);
            writer.WriteString("story", watched.Admission.Story);
            writer.WriteString("input", watched.Admission.Input);
            writer.WriteString("outlet", watched.Report.Outlet);
            writer.WriteString("headline", watched.Report.Headline);
            writer.WriteString("published", watched.Report.Published?.ToString());
            writer.WriteString("url", watched.Report.Url);
            writer.WriteString("feed", watched.Feed);
        })
        : $"{Word(watched),-9}  {watched.Admission.Story}  {Plain($"{watched.Report.Outlet ?? "unknown outlet"}: {watched.Report.Headline ?? watched.Admission.Input}")}";

    public static string Of(LoggedAlert logged, bool json) => json
        ? Json(writer =>
        {
            writer.WriteString("type", "alert");
            writer.WriteNumber("number", logged.Number);
            writer.WriteString("raised", logged.Raised.UtcDateTime);
            writer.WritePropertyName("alert");
            writer.WriteRawValue(WatchJson.Write(logged.Alert));
        })
        : AlertText.Line(logged.Alert);

    private static string Json(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Relaxed))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Word(WatchedReport watched) => watched.Admission.Kind.ToString().ToLowerInvariant();

    private static string Plain(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
