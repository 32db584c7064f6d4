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
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            string[] inputs = call.GetRequiredValue(paths);
            Arrivals arrivals = new(terminal, web.Reader(terminal, call, inputs, holdsVersions: true), inputs, call.GetValue(threads));
            ReportReader reader = new();
            bool json = call.GetRequiredValue(format) == "jsonl";
            Func<RawReport, string> print = raw => json ? ReportJson.Line(reader.Read(raw)) + "\n" : ReportText.Of(reader.Read(raw), terminal.Width);
            Func<LinkList, string>? list = json ? null : ReportText.Of; // a line of JSON is a report, and a list of addresses is none
            await foreach (string text in arrivals.InOrderAsync(print, null, list, cancellation))
            {
                terminal.Output.Write(text);
                terminal.Output.Flush();
            }

            return arrivals.Status;
        });
        return command;
    }
}
