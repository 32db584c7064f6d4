using System.CommandLine;
using Stemma.Intake;
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
        command.SetAction((call, cancellation) =>
        {
            IntakeResult intake = Inputs.Read(terminal, call.GetRequiredValue(paths), cancellation);
            ReportReader reader = new();
            bool json = call.GetRequiredValue(format) == "jsonl";
            foreach (Report report in Inputs.InOrder(intake.Reports, call.GetValue(threads), reader.Read, cancellation))
                terminal.Output.Write(json ? ReportJson.Line(report) + "\n" : ReportText.Of(report, terminal.Width));
            return Task.FromResult(Inputs.Status(intake));
        });
        return command;
    }
}
