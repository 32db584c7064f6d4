using System.CommandLine;
using Stemma.Evaluation.Extraction;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval extraction</c>: what of a web page is its article.</summary>
internal static class EvalExtractionCommand
{
    private static readonly string OwnFacts = Path.Combine("eval", "pages", "gold.json");

    public static Command Create(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "A folder in the form of the article-extraction-benchmark: ground-truth.json, and html/KEY.html, gzipped or not." };
        Option<string?> facts = new("--facts") { Description = $"Gold of headlines and dates, by page; default: {OwnFacts}, where it is there." };
        Option<int> misses = new("--misses") { Description = "Lists this many of the worst pages, and the headlines and dates that were told wrongly." };
        Command command = new(ExtractionEvaluation.Task.Name, ExtractionEvaluation.Task.Summary) { data, facts, misses };
        command.SetAction((call, cancellation) => Task.FromResult(EvalCommand.Told(terminal, () =>
        {
            string? gold = call.GetValue(facts) ?? (File.Exists(OwnFacts) ? OwnFacts : null);
            new ExtractionEvaluation().Run(call.GetRequiredValue(data), gold, cancellation).WriteTo(terminal.Output, call.GetValue(misses));
            return ExitStatus.Done;
        })));
        return command;
    }
}
