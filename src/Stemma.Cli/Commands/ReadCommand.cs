using System.CommandLine;
using Stemma.Reports;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma read</c>: what a report is after cleaning.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "text", "text", "jsonl");
        Option<int> threads = Inputs.Threads();
        Command command = new("read", "Prints each report after cleaning: outlet, agencies, authors, dates, notes, headline, body, links.") { paths, format, threads };
        command.SetAction(async (call, cancellation) =>
        {
            Arrivals arrivals = new(terminal, call.GetRequiredValue(paths), call.GetValue(threads));
            ReportReader reader = new();
            bool json = call.GetRequiredValue(format) == "jsonl";
            await foreach (Report report in arrivals.InOrderAsync(reader.Read, null, cancellation))
            {
                terminal.Output.Write(json ? ReportJson.Line(report) + "\n" : ReportText.Of(report, terminal.Width));
                terminal.Output.Flush();
            }

            return arrivals.Status;
        });
        return command;
    }
}
