using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Stemma.Evaluation.Attributions;
using Stemma.Evaluation.Cases;
using Stemma.Evaluation.Coreference;
using Stemma.Evaluation.Gate;
using Stemma.Evaluation.Grouping;
using Stemma.Evaluation.Quantities;
using Stemma.Evaluation.Times;

namespace Stemma.Cli.Commands;

internal static class EvalCommand
{
    public static Command Create(Terminal terminal) => new("eval", "Measures a task on a public data set and prints the figures as its literature does.")
    {
        Cases(terminal),
        Times(terminal),
        Quantities(terminal),
        EvalLanguageCommand.Create(terminal),
        EvalExtractionCommand.Create(terminal),
        Grouping(terminal),
        EvalLineageCommand.Create(terminal),
        Attributions(terminal),
        Certainties(terminal),
        MentionsCommand.Create(terminal, measure => Told(terminal, measure)),
        Coreference(terminal),
        EvalDistortionsCommand.Create(terminal),
        EvalBriefsCommand.Create(terminal),
        Gate(terminal),
    };

    private static Command Cases(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "A folder of cases (each with its gold.json), of gold files, or of gold that holds offsets alone (eval/real); with --gold, one picture." };
        Option<string?> gold = new("--gold") { Description = "Scores the picture DATA (as stemma brief --format json prints it) against this gold file." };
        Option<string?> samples = new("--samples") { Description = "Where the reports of separate gold files stand; default: samples, two folders up." };
        Option<string?> corpora = new("--corpora") { Description = "Where the texts of cases stand that hold offsets alone; default: ../shared/corpora beside the repository." };
        Option<bool> misses = new("--misses") { Description = "Lists what was not found." };
        Option<bool> noNoise = new("--no-noise") { Description = "Leaves out the reports of other events that stand in a folder named noise." };
        Option<int> threads = Inputs.Threads();
        Command command = new("cases", "Scores what the engine finds in stories with gold, category by category.") { data, gold, samples, corpora, misses, noNoise, threads };
        command.SetAction((parsed, cancellation) =>
        {
            CaseEvaluation evaluation = new()
            {
                Samples = parsed.GetValue(samples),
                Corpora = parsed.GetValue(corpora),
                WithNoise = !parsed.GetValue(noNoise),
                Threads = parsed.GetValue(threads),
            };
            return Task.FromResult(Told(terminal, () =>
            {
                if (parsed.GetValue(gold) is { } goldFile)
                {
                    ScoreFile(parsed.GetRequiredValue(data), goldFile).WriteTo(terminal.Output, parsed.GetValue(misses));
                    return ExitStatus.Done;
                }

                if (evaluation.Missing(parsed.GetRequiredValue(data)) is { } missing)
                {
                    terminal.Output.WriteLine($"skipped: the texts of {parsed.GetRequiredValue(data)} are no part of this repository, and {missing} is not there");
                    return ExitStatus.Done;
                }

                ImmutableArray<CaseResult> results = evaluation.Run(parsed.GetRequiredValue(data), cancellation);
                if (results.IsEmpty)
                    throw new DirectoryNotFoundException($"{parsed.GetRequiredValue(data)} holds no case with gold.");
                CaseEvaluation.Print(results, terminal.Output, parsed.GetValue(misses));
                return ExitStatus.Done;
            }));
        });
        return command;
    }

    private static CaseScore ScoreFile(string pictureFile, string goldFile)
    {
        using JsonDocument picture = JsonDocument.Parse(File.ReadAllBytes(pictureFile));
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(goldFile));
        return CaseScorer.Score(picture.RootElement, gold.RootElement);
    }

    private static Command Times(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines, gzipped or not: id, published, text, times with start, end, type, value (offsets in code points); or a file of recognizers' cases (DateTimeModel.json, DurationParser.json)." };
        Option<bool> misses = new("--misses") { Description = "Lists what was missed or settled wrongly." };
        Option<string?> answers = new("--answers") { Description = "Scores what another tool found instead: JSON Lines with id and times (start, end, type, value; offsets in UTF-16 units)." };
        Command command = new(TimesEvaluation.Task.Name, TimesEvaluation.Task.Summary) { data, misses, answers };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            TimesEvaluation evaluation = parsed.GetValue(answers) is { } file ? new(file) : new();
            TimesScore score = evaluation.Run(parsed.GetRequiredValue(data), parsed.GetValue(misses) ? terminal.Output : null, cancellation);
            score.WriteTo(terminal.Output);
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Quantities(Terminal terminal)
    {
        Argument<string[]> data = new("data") { Description = "Files of recognizers' cases: NumberModel.json, CurrencyModel.json, DimensionModel.json, AgeModel.json, PercentModel.json.", Arity = ArgumentArity.OneOrMore };
        Option<bool> misses = new("--misses") { Description = "Lists the cases that were read otherwise, and those that were left out with the reason." };
        Command command = new(QuantitiesEvaluation.Task.Name, QuantitiesEvaluation.Task.Summary) { data, misses };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            new QuantitiesEvaluation().Run(parsed.GetRequiredValue(data), parsed.GetValue(misses) ? terminal.Output : null, cancellation).WriteTo(terminal.Output);
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Grouping(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines, gzipped or not, in order of arrival, each line with id and story_id." };
        Command command = new(GroupingEvaluation.Task.Name, GroupingEvaluation.Task.Summary) { data };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            new GroupingEvaluation().Run(parsed.GetRequiredValue(data), cancellation).WriteTo(terminal.Output);
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Attributions(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines, gzipped or not: text, attributions with source, cue, content as lists of [start, end] in code points (PolNeAR)." };
        Command command = new(AttributionEvaluation.Task.Name, AttributionEvaluation.Task.Summary) { data };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            foreach (AttributionTally tally in new AttributionEvaluation().Run(parsed.GetRequiredValue(data), cancellation))
                terminal.Output.WriteLine(tally);
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Certainties(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines, gzipped or not: text, events with start, end, certainty, polarity in code points (MEANTIME)." };
        Command command = new(CertaintyEvaluation.Task.Name, CertaintyEvaluation.Task.Summary) { data };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            terminal.Output.WriteLine(new CertaintyEvaluation().Run(parsed.GetRequiredValue(data), cancellation));
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Coreference(Terminal terminal)
    {
        Argument<string> data = new("data") { Description = "JSON Lines, gzipped or not: doc_id, topic, subtopic, split, text, sentences, selected_sentences, mentions (ECB+)." };
        Option<string> split = new("--split") { Description = "Which reports: dev, train, or all.", DefaultValueFactory = _ => "dev" };
        split.AcceptOnlyFromAmong("dev", "train", "all");
        Option<int> threads = Inputs.Threads();
        Command command = new(CoreferenceEvaluation.Task.Name, CoreferenceEvaluation.Task.Summary) { data, split, threads };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            string wanted = parsed.GetRequiredValue(split);
            CoreferenceEvaluation evaluation = new() { Split = wanted == "all" ? null : wanted, Threads = parsed.GetValue(threads) };
            evaluation.Run(parsed.GetRequiredValue(data), cancellation).WriteTo(terminal.Output);
            return ExitStatus.Done;
        })));
        return command;
    }

    private static Command Gate(Terminal terminal)
    {
        Option<bool> repin = new("--repin") { Description = "Writes what is reached now as the new floors." };
        Option<bool> allowLower = new("--allow-lower") { Description = "With --repin: lets floors sink; each one is named." };
        Option<string> root = new("--root") { Description = "The repository.", DefaultValueFactory = _ => Directory.GetCurrentDirectory() };
        Command command = new("gate", "Holds the engine against the floors in eval/, and fails if a figure fell.") { repin, allowLower, root };
        command.SetAction((parsed, cancellation) => Task.FromResult(Told(terminal, () =>
        {
            CaseEvaluation evaluation = new();
            EvaluationGate gate = new(directory => evaluation.Run(directory, cancellation), terminal.Output);
            bool passes = true;
            foreach (GateSet set in EvaluationGate.SetsOf(parsed.GetRequiredValue(root)))
                passes &= parsed.GetValue(repin) ? gate.Repin(set, parsed.GetValue(allowLower)) : gate.Check(set);
            return passes ? ExitStatus.Done : ExitStatus.SomeRejected;
        })));
        return command;
    }

    /// <summary>Runs a measurement; data that is missing or broken is told in a line.</summary>
    internal static int Told(Terminal terminal, Func<int> measure)
    {
        try
        {
            return measure();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidDataException)
        {
            terminal.Error.WriteLine($"stemma: {e.Message}");
            return ExitStatus.BadCall;
        }
    }
}
