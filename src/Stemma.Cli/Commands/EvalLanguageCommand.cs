using System.CommandLine;
using Stemma.Evaluation.Language;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma eval language</c>.</summary>
internal static class EvalLanguageCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> data = new("data") { Description = "CoNLL-U files, gzipped or not.", Arity = ArgumentArity.OneOrMore };
        Option<string[]> genres = new("--genre")
        {
            Description = "Only documents of these genres, as GUM's and EWT's ids name them: news,interview.",
            CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            DefaultValueFactory = _ => [],
        };
        Option<Recasing> recase = new("--recase") { Description = "Reads the text in CAPITALS, or with a Capital on Each Longer Word, as headlines have it." };
        Option<bool> misses = new("--misses") { Description = "Lists names, tokens and sentences that are wrong." };
        Command command = new(LanguageEvaluation.Task.Name, LanguageEvaluation.Task.Summary) { data, genres, recase, misses };
        command.SetAction((parsed, cancellation) => Task.FromResult(EvalCommand.Told(terminal, () =>
        {
            LanguageEvaluation evaluation = new() { Genres = [.. parsed.GetRequiredValue(genres)], Recasing = parsed.GetValue(recase) };
            LanguageReport report = new(terminal.Output);
            foreach (string path in parsed.GetRequiredValue(data))
                report.Write(evaluation.Run(path, parsed.GetValue(misses) ? terminal.Output : null, cancellation));
            return ExitStatus.Done;
        })));
        return command;
    }
}
