using System.CommandLine;
using Stemma.Cli.Grouping;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma group</c>: which reports tell one story, in order of arrival, as a stream.</summary>
internal static class GroupCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl");
        Option<bool> explain = new("--explain") { Description = "Say why each report joined its story." };
        Option<int> threads = Inputs.Threads();
        Command command = new("group", "Tells which reports tell one story.") { paths, format, explain, threads };
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            string[] inputs = call.GetRequiredValue(paths);
            // Versions go on as they come: a stream waits for nothing, and the last line of an id stands.
            Arrivals arrivals = new(terminal, web.Reader(terminal, call, inputs, holdsVersions: false), inputs, call.GetValue(threads));
            ReportReader reader = new();
            GroupStream stories = new();
            bool json = call.GetRequiredValue(format) == "jsonl", why = call.GetValue(explain);
            Func<RawReport, (RawReport, ReportTerms)> read = raw => (raw, ReportTerms.Read(reader.Read(raw)));
            await foreach ((RawReport raw, ReportTerms report) in arrivals.InOrderAsync(read, null, null, cancellation))
            {
                foreach (GroupLine line in stories.Add(raw, report))
                    terminal.Output.WriteLine(json ? line.ToJson(why) : line.ToText(why));
                terminal.Output.Flush(); // the reader at the other end acts on it now, not when a buffer is full
            }

            return arrivals.Status;
        });
        return command;
    }
}
