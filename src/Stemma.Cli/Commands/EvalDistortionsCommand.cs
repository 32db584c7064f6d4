using System.CommandLine;
using Stemma.Evaluation.Distortions;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval distortions</c>: true statements altered in copies.</summary>
internal static class EvalDistortionsCommand
{
    /// <summary>From the repository's root; the last stands beside it and may be missing.</summary>
    private static readonly string[] Usual = ["eval/gold", "eval/cases", "../shared/cases"];

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> data = new("data") { Description = $"Folders of cases, or of gold files; default: those there are of {string.Join(", ", Usual)}.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> samples = new("--samples") { Description = "Where the reports of separate gold files stand; default: samples, two folders up." };
        Option<int> seed = new("--seed") { Description = "Another seed takes other statements and alters them otherwise.", DefaultValueFactory = _ => 1 };
        Option<int> statements = new("--statements") { Description = "How many are altered, if the stories have so many.", DefaultValueFactory = _ => 200 };
        Option<bool> misses = new("--misses") { Description = "Lists what was counted as support, before and after." };
        Option<int> threads = Inputs.Threads();
        Command command = new(DistortionEvaluation.Task.Name, DistortionEvaluation.Task.Summary) { data, samples, seed, statements, misses, threads };
        command.SetAction((call, cancellation) => Task.FromResult(EvalCommand.Told(terminal, () =>
        {
            DistortionEvaluation evaluation = new()
            {
                Seed = unchecked((ulong)call.GetValue(seed)),
                Statements = call.GetValue(statements),
                Threads = call.GetValue(threads),
            };
            string[] folders = call.GetRequiredValue(data) is { Length: > 0 } given ? given : [.. Usual.Where(Directory.Exists)];
            evaluation.Run(folders, call.GetValue(samples), cancellation).WriteTo(terminal.Output, call.GetValue(misses));
            return ExitStatus.Done;
        })));
        return command;
    }
}
