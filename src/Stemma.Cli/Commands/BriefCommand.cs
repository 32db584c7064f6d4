using System.Collections.Immutable;
using System.CommandLine;
using Stemma.Briefs.Rendering;
using Stemma.Cli.Storing;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma brief</c>: the main job.</summary>
internal static class BriefCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "text", "text", "markdown", "html", "json");
        Option<int?> story = new("--story") { Description = "Print only the story of this number, counted from 1." };
        Option<int> minReports = new("--min-reports") { Description = "Leave out stories of fewer reports.", DefaultValueFactory = _ => 1 };
        Option<ReportTime?> published = Inputs.Time("--published", "Publication date of reports that state none.");
        Option<ReportTime?> asOf = Inputs.Time("--as-of", "Leave out what was published later.");
        Option<ReportTime?> since = Inputs.Time("--since", "Say what changed since then.");
        Option<bool> grades = new("--grades") { Description = "Add Admiralty codes and a source summary statement (not in json)." };
        Option<string?> sources = new("--sources") { Description = "With --grades: your own grades of outlets, a line each: outlet, tab, A to F." };
        Option<string?> corrections = new("--corrections") { Description = "Honour a person's corrections: JSON Lines, as 'stemma corrections export' writes them." };
        Option<int> threads = Inputs.Threads();
        Command command = new("brief", "Reads the reports, groups them into stories, and prints one brief a story.")
        {
            paths, format, story, minReports, published, asOf, since, grades, sources, corrections, threads,
        };
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction((call, cancellation) =>
        {
            CorrectionSet corrected = CorrectionSet.Empty;
            if (call.GetValue(corrections) is { } file)
            {
                if (CorrectionFile.Read(terminal, file) is not { } log)
                    return Task.FromResult(ExitStatus.BadCall);
                corrected = CorrectionSet.Of(log);
            }

            return Task.FromResult(Graded(terminal, call.GetValue(grades), call.GetValue(sources), corrected, grading => Run(
                terminal,
                grading,
                web.Reader(terminal, call, call.GetRequiredValue(paths), holdsVersions: false),
                call.GetRequiredValue(paths),
                call.GetRequiredValue(format),
                call.GetValue(story),
                call.GetValue(minReports),
                new AnalysisOptions
                {
                    Published = call.GetValue(published),
                    AsOf = call.GetValue(asOf),
                    Since = call.GetValue(since),
                    Corrections = corrected,
                    Threads = call.GetValue(threads),
                },
                cancellation)));
        });
        return command;
    }

    /// <summary>Reads the table of grades first: a call with a broken one is wrong before anything is done. It goes before the grades among the corrections.</summary>
    private static int Graded(Terminal terminal, bool grades, string? sources, CorrectionSet corrections, Func<Grading?, int> run)
    {
        if (!grades)
            return run(null);
        Dictionary<string, char> table = new(corrections.Grades(), StringComparer.OrdinalIgnoreCase);
        try
        {
            int number = 0;
            foreach (string line in sources is null ? [] : File.ReadLines(sources))
            {
                number++;
                if (line.Trim().Length == 0 || line[0] == '#')
                    continue;
                string[] cells = line.Split('\t');
                if (cells.Length < 2 || cells[1].Trim() is not [>= 'A' and <= 'F' and char letter])
                {
                    terminal.Error.WriteLine($"stemma: {sources}, line {number}: expected an outlet, a tab and a letter from A to F");
                    return ExitStatus.BadCall;
                }

                table[cells[0].Trim()] = letter;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"stemma: --sources: {e.Message}");
            return ExitStatus.BadCall;
        }

        return run(new Grading(table));
    }

    private static int Run(
        Terminal terminal, Grading? grading, InputReader reader, string[] paths, string format, int? story, int minReports, AnalysisOptions options, CancellationToken cancellation)
    {
        Task<Analyst> analyst = Task.Run(() => new Analyst(), cancellation); // loads its models while the inputs are read
        IntakeResult intake = Inputs.Read(terminal, reader, paths, cancellation);
        Picture picture = analyst.GetAwaiter().GetResult().Analyse(intake.Reports, intake.Rejected, options, cancellation);
        Inputs.TellUnread(terminal, picture.Stories.SelectMany(s => s.Reports));

        if (story is { } number && (number < 1 || number > picture.Stories.Length))
        {
            terminal.Error.WriteLine($"stemma: --story {number}: there are {picture.Stories.Length} stories");
            return ExitStatus.BadCall;
        }

        ImmutableArray<Story> shown = story is { } chosen
            ? [picture.Stories[chosen - 1]]
            : [.. picture.Stories.Where(s => s.Reports.Length >= minReports)];
        terminal.Output.Write(Render(picture with { Stories = shown }, format, terminal, grading));
        return Inputs.Status(intake);
    }

    private static string Render(Picture picture, string format, Terminal terminal, Grading? grading) => format switch
    {
        "json" => PictureJson.Write(picture),
        "markdown" => MarkdownRenderer.Render(picture, grading),
        "html" => HtmlRenderer.Render(picture, grading),
        _ => TextRenderer.Render(picture, terminal.Width, terminal.Color, grading),
    };
}
