using System.CommandLine;
using Stemma.Annotations;
using Stemma.Intake;
using Stemma.Reports;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma annotate</c>: what is found inside each report.</summary>
internal static class AnnotateCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "jsonl", "text", "jsonl", "conllu");
        Option<bool> raw = new("--raw") { Description = "Use the text as it is, without cleaning, so that offsets fit the input." };
        Option<int> threads = Inputs.Threads();
        Command command = new("annotate", "Prints what is found inside each report: sentences, tokens, entities, times, quantities, attributions.")
        {
            paths, format, raw, threads,
        };
        command.SetAction((call, cancellation) =>
        {
            IntakeResult intake = Inputs.Read(terminal, call.GetRequiredValue(paths), cancellation);
            ReportReader reader = new();
            Annotator annotator = new();
            bool asIs = call.GetValue(raw);
            Func<RawReport, string> print = input => Print(reader, annotator, input, asIs);
            foreach (string line in Inputs.InOrder(intake.Reports, call.GetValue(threads), print, cancellation))
                terminal.Output.Write(line);
            return Task.FromResult(Inputs.Status(intake));
        });
        return command;
    }

    private static string Print(ReportReader reader, Annotator annotator, RawReport input, bool asIs)
    {
        Report? report = asIs ? null : reader.Read(input);
        Annotation annotation = annotator.Annotate(report?.Body ?? input.Text);
        return AnnotationLine.Of(input.Input, input.Id, annotation, (report?.Published ?? input.Published)?.Day).ToJson() + "\n";
    }
}
