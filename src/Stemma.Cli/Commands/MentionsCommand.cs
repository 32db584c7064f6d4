using System.Collections.Immutable;
using System.CommandLine;
using Stemma.Evaluation.Mentions;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval mentions</c>.</summary>
internal static class MentionsCommand
{
    /// <param name="told">Runs a measure and tells of files that cannot be read.</param>
    public static Command Create(Terminal terminal, Func<Func<int>, int> told)
    {
        Argument<string> data = new("data") { Description = "CoNLL-U, gzipped or not, with coreference in MISC as GUM has it (Entity=)." };
        Option<string> genres = new("--genre") { Description = "Only documents of these genres, parted by commas; default: all.", DefaultValueFactory = _ => "" };
        Option<bool> misses = new("--misses") { Description = "Lists what was resolved wrongly or not at all." };
        Command command = new(MentionsEvaluation.Task.Name, MentionsEvaluation.Task.Summary) { data, genres, misses };
        command.SetAction((parsed, cancellation) => Task.FromResult(told(() =>
        {
            ImmutableHashSet<string> wanted = [.. parsed.GetRequiredValue(genres).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            terminal.Output.WriteLine(new MentionsEvaluation().Run(parsed.GetRequiredValue(data), wanted, parsed.GetValue(misses) ? terminal.Output : null, cancellation));
            return ExitStatus.Done;
        })));
        return command;
    }
}
