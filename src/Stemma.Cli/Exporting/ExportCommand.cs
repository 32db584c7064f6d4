using System.Collections.Immutable;
using System.CommandLine;
using Stemma.Cli.Commands;
using Stemma.Cli.Storing;
using Stemma.Exports;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Cli.Exporting;

/// <summary><c>stemma export</c>: stories of a store, or of files, in the forms that other programs read.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> what = new("story") { Description = "Ids of stories of the store; or files, folders, globs and addresses to read.", Arity = ArgumentArity.OneOrMore };
        Option<string?> store = new("--store") { Description = "The store that the ids are of. Without it, words that are files, addresses or - are read, and all else is an id in stemma.db." };
        Option<string> format = new("--format") { Description = "The form.", DefaultValueFactory = _ => Exporter.Name(ExportFormat.JsonLd) };
        format.AcceptOnlyFromAmong([.. Enum.GetValues<ExportFormat>().Select(Exporter.Name)]);
        Option<string> start = new("--base") { Description = "What the names of things begin with: an address that ends in /, or a URN that ends in :.", DefaultValueFactory = _ => ExportOptions.DefaultBase };
        start.Validators.Add(result =>
        {
            if (ExportOptions.Fault(result.GetValueOrDefault<string>() ?? "") is { } fault)
                result.AddError("--base: " + fault);
        });
        Option<int?> number = new("--story") { Description = "Of files: only the story of this number, counted from 1." };
        Option<int> minReports = new("--min-reports") { Description = "Of files: leave out stories of fewer reports.", DefaultValueFactory = _ => 1 };
        Option<ReportTime?> published = Inputs.Time("--published", "Of files: publication date of reports that state none.");
        Option<string?> corrections = new("--corrections") { Description = "Of files: honour a person's corrections (JSON Lines)." };
        Option<int> threads = Inputs.Threads();
        Command command = new("export", "Prints stories in a form that other programs read.") { what, store, format, start, number, minReports, published, corrections, threads };
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            string[] asked = call.GetRequiredValue(what);
            ExportFormat form = Exporter.Find(call.GetRequiredValue(format))!.Value;
            ExportOptions options = new() { Base = call.GetRequiredValue(start) };
            if (call.GetValue(store) is { } named || !Array.Exists(asked, IsInput))
                return await OfStoreAsync(terminal, call.GetValue(store) ?? "stemma.db", asked, form, options, cancellation);
            CorrectionSet corrected = CorrectionSet.Empty;
            if (call.GetValue(corrections) is { } file)
            {
                if (CorrectionFile.Read(terminal, file) is not { } log)
                    return ExitStatus.BadCall;
                corrected = CorrectionSet.Of(log);
            }

            IntakeResult intake = Inputs.Read(terminal, web.Reader(terminal, call, asked, holdsVersions: false), asked, cancellation);
            AnalysisOptions analysis = new() { Published = call.GetValue(published), Corrections = corrected, Threads = call.GetValue(threads) };
            Picture picture = new Analyst().Analyse(intake.Reports, intake.Rejected, analysis, cancellation);
            Inputs.TellUnread(terminal, picture.Stories.SelectMany(s => s.Reports));
            if (call.GetValue(number) is { } n && (n < 1 || n > picture.Stories.Length))
            {
                await terminal.Error.WriteLineAsync($"stemma: --story {n}: there are {picture.Stories.Length} stories");
                return ExitStatus.BadCall;
            }

            ImmutableArray<Story> chosen = call.GetValue(number) is { } one ? [picture.Stories[one - 1]] : [.. picture.Stories.Where(s => s.Reports.Length >= call.GetValue(minReports))];
            int status = await PrintAsync(terminal, picture with { Stories = chosen }, form, options, "--story N, or --min-reports N, chooses");
            return status is ExitStatus.Done ? Inputs.Status(intake) : status;
        });
        return command;
    }

    private static bool IsInput(string word) =>
        word == "-" || word.Contains("://", StringComparison.Ordinal) || word.AsSpan().ContainsAny('*', '?') || File.Exists(word) || Directory.Exists(word);

    private static Task<int> OfStoreAsync(Terminal terminal, string store, string[] ids, ExportFormat format, ExportOptions options, CancellationToken cancellation) =>
        StoreOptions.WithAsync(store, readOnly: false, async opened =>
        {
            StoryWeigher weigher = new(opened, new ReportReading());
            ImmutableArray<Story>.Builder stories = ImmutableArray.CreateBuilder<Story>();
            foreach (string id in ids.Distinct(StringComparer.Ordinal))
            {
                if (await weigher.PictureAsync(id, cancellation) is not { } story)
                {
                    await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no story {id}; 'stemma stories' lists them");
                    return ExitStatus.BadCall;
                }

                stories.Add(story);
            }

            return await PrintAsync(terminal, new Picture(Picture.FormVersion, stories.ToImmutable(), []), format, options, "name one id");
        }, cancellation);

    private static async Task<int> PrintAsync(Terminal terminal, Picture picture, ExportFormat format, ExportOptions options, string advice)
    {
        if (Exporter.TakesOneStory(format) && picture.Stories.Length != 1)
        {
            await terminal.Error.WriteLineAsync($"stemma: {Exporter.Name(format)} holds one story, and here are {picture.Stories.Length}: {advice}");
            return ExitStatus.BadCall;
        }

        await terminal.Output.WriteAsync(Exporter.Write(format, picture, options));
        return ExitStatus.Done;
    }
}
