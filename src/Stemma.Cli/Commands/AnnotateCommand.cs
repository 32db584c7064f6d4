using System.CommandLine;
using Stemma.Annotations;
using Stemma.Cli.Annotating;
using Stemma.Intake;
using Stemma.Intake.Conllu;
using Stemma.Language;
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
            int atOnce = call.GetValue(threads);
            if (!intake.Reports.IsEmpty)
            {
                ReportReader reader = new();
                Annotator annotator = new();
                string form = call.GetRequiredValue(format);
                bool asIs = call.GetValue(raw);
                Func<RawReport, string> print = input => Print(reader, annotator, input, asIs, form);
                foreach (string text in Inputs.InOrder(intake.Reports, atOnce, print, cancellation))
                    terminal.Output.Write(text);
            }

            if (!intake.Conllu.IsEmpty)
            {
                LanguageEngine engine = new();
                foreach (ConlluDocument document in intake.Conllu)
                {
                    foreach (string text in Inputs.InOrder([.. document.Stretches()], atOnce, stretch => ConlluText.Of(stretch, engine), cancellation))
                        terminal.Output.Write(text);
                }
            }

            return Task.FromResult(Inputs.Status(intake));
        });
        return command;
    }

    private static string Print(ReportReader reader, Annotator annotator, RawReport input, bool asIs, string form)
    {
        Report? report = asIs ? null : reader.Read(input);
        Annotation annotation = annotator.Annotate(report?.Body ?? input.Text);
        DateOnly? published = (report?.Published ?? input.Published)?.Day;
        return form switch
        {
            "conllu" => ConlluText.Of(input.Input, annotation.Language),
            "text" => AnnotationText.Of(input.Input, annotation, published),
            _ => AnnotationLine.Of(input.Input, input.Id, annotation, published).ToJson() + "\n",
        };
    }
}
