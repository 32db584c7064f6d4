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
        command.SetAction(async (call, cancellation) =>
        {
            Arrivals arrivals = new(terminal, call.GetRequiredValue(paths), call.GetValue(threads));
            ReportReader reader = new();
            GroupStream stories = new();
            bool json = call.GetRequiredValue(format) == "jsonl", why = call.GetValue(explain);
            Func<RawReport, (RawReport, ReportTerms)> read = raw => (raw, ReportTerms.Read(reader.Read(raw)));
            await foreach ((RawReport raw, ReportTerms report) in arrivals.InOrderAsync(read, null, cancellation))
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
