using System.CommandLine;
using Stemma.Evaluation.Briefs;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval briefs</c>.</summary>
internal static class EvalBriefsCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> data = new("data")
        {
            Description = "Folders of reports, folders of such folders, or streams of JSON Lines with id and story_id, gzipped or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<int> stories = new("--stories") { Description = "How many stories are taken of each stream.", DefaultValueFactory = _ => 20 };
        Option<bool> misses = new("--misses") { Description = "Lists each point with a fault, and which." };
        Option<int> threads = Inputs.Threads();
        Command command = new(BriefsEvaluation.Task.Name, BriefsEvaluation.Task.Summary) { data, stories, misses, threads };
        command.SetAction((call, cancellation) => Task.FromResult(EvalCommand.Told(terminal, () =>
        {
            BriefsEvaluation evaluation = new() { Stories = call.GetValue(stories), Threads = call.GetValue(threads) };
            evaluation.Run(call.GetRequiredValue(data), cancellation).WriteTo(terminal.Output, call.GetValue(misses));
            return ExitStatus.Done;
        })));
        return command;
    }
}
