using System.CommandLine;
using Stemma.Annotations;
using Stemma.Cli.Annotating;
using Stemma.Intake.Conllu;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Times;

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
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            string[] inputs = call.GetRequiredValue(paths);
            Arrivals arrivals = new(terminal, web.Reader(terminal, call, inputs, holdsVersions: true), inputs, call.GetValue(threads));
            string form = call.GetRequiredValue(format);
            bool asIs = call.GetValue(raw);

            // Each loads its models when the first input of its kind is there: most calls need one of them only.
            Lazy<(ReportReader Reader, Annotator Annotator)> reading = new(() => (new ReportReader(), new Annotator()));
            Lazy<LanguageEngine> engine = new(() => new LanguageEngine());
            Func<RawReport, string> print = input => Print(reading.Value.Reader, reading.Value.Annotator, input, asIs, form);
            Func<ConlluDocument, IEnumerable<Func<string>>> treebank =
                document => document.Stretches().Select(stretch => (Func<string>)(() => ConlluText.Of(stretch, engine.Value)));
            await foreach (string text in arrivals.InOrderAsync(print, treebank, null, cancellation))
            {
                terminal.Output.Write(text);
                terminal.Output.Flush();
            }

            return arrivals.Status;
        });
        return command;
    }

    private static string Print(ReportReader reader, Annotator annotator, RawReport input, bool asIs, string form)
    {
        Report? report = asIs ? null : reader.Read(input);
        Annotation annotation = annotator.Annotate(report?.Body ?? input.Text);
        DateOnly? published = (report?.Published ?? input.Published) is { } time ? DatelineClock.DayOf(time, report?.Dateline?.Place) : null;
        return form switch
        {
            "conllu" => ConlluText.Of(input.Input, annotation.Language),
            "text" => AnnotationText.Of(input.Input, annotation, published),
            _ => AnnotationLine.Of(input.Input, input.Id, annotation, published).ToJson() + "\n",
        };
    }
}
