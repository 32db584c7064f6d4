using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Annotations;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma group</c>: which reports tell one story, in order of arrival, each where it is once all have been seen.</summary>
internal static class GroupCommand
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl");
        Option<bool> explain = new("--explain") { Description = "Say why each report joined its story." };
        Option<int> threads = Inputs.Threads();
        Command command = new("group", "Tells which reports tell one story.") { paths, format, explain, threads };
        command.SetAction((call, cancellation) =>
        {
            IntakeResult intake = Inputs.Read(terminal, call.GetRequiredValue(paths), cancellation);
            ReportReader reader = new();
            Annotator annotator = new();
            StoryGrouper grouper = new();
            bool json = call.GetRequiredValue(format) == "jsonl";
            Func<RawReport, (RawReport, Report, Annotation)> read = raw =>
            {
                Report report = reader.Read(raw);
                return (raw, report, annotator.Annotate(report.IsReadable ? report.Body : ""));
            };
            // Printed at the end: with few reports at hand two events can look like one, and a later report puts it right.
            Assignments assignments = new();
            List<(string Id, string Report, string Input, string Reason)> placed = [];
            foreach ((RawReport raw, Report report, Annotation annotation) in Inputs.InOrder(intake.Reports, call.GetValue(threads), read, cancellation))
            {
                Placement placement = grouper.Add(report, annotation);
                assignments.Apply(report.Id, placement);
                string changes = string.Concat(placement.Changes.Select(c => $"; {c.Kind}: {c.Reason}"));
                placed.Add((raw.Id ?? report.Id, report.Id, raw.Input, placement.Reason + changes));
            }

            foreach ((string id, string report, string input, string reason) in placed)
            {
                string story = assignments.StoryOf(report);
                terminal.Output.WriteLine(json
                    ? Line(id, input, story, call.GetValue(explain) ? reason : null)
                    : $"{story}  {input}{(call.GetValue(explain) ? "  (" + reason + ")" : "")}");
            }

            return Task.FromResult(Inputs.Status(intake));
        });
        return command;
    }

    private static string Line(string id, string input, string story, string? reason)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("input", input);
            writer.WriteString("story", story);
            if (reason is not null)
                writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
