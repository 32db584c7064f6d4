using System.CommandLine;
using Stemma.Evaluation.Lineage;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval lineage</c>: who rests on whom, in families made from real reports.</summary>
internal static class EvalLineageCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines of real reports, gzipped or not: text and, if there, id, outlet, published, story_id." };
        Option<int> seed = new("--seed") { Description = "Another seed makes other families.", DefaultValueFactory = _ => 1 };
        Option<int> families = new("--families") { Description = "How many families are made, if the data allow.", DefaultValueFactory = _ => 100 };
        Option<bool> misses = new("--misses") { Description = "Lists edges that were missed, turned round or wrong." };
        Option<string?> write = new("--write") { Description = "Writes the families to this file, as JSON Lines that every command reads." };
        Option<int> threads = Inputs.Threads();
        Command command = new(LineageEvaluation.Task.Name, LineageEvaluation.Task.Summary) { data, seed, families, misses, write, threads };
        command.SetAction((call, cancellation) => Task.FromResult(EvalCommand.Told(terminal, () =>
        {
            using StreamWriter? made = call.GetValue(write) is { } path ? new StreamWriter(path) : null;
            LineageEvaluation evaluation = new()
            {
                Seed = unchecked((ulong)call.GetValue(seed)),
                Families = call.GetValue(families),
                Threads = call.GetValue(threads),
                Made = made,
            };
            evaluation.Run(call.GetRequiredValue(data), call.GetValue(misses) ? terminal.Output : null, cancellation).WriteTo(terminal.Output);
            return ExitStatus.Done;
        })));
        return command;
    }
}
