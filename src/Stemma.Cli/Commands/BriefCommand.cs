using System.Collections.Immutable;
using System.CommandLine;
using Stemma.Briefs.Rendering;
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
        Option<int> threads = Inputs.Threads();
        Command command = new("brief", "Reads the reports, groups them into stories, and prints one brief a story.")
        {
            paths, format, story, minReports, published, asOf, since, threads,
        };
        command.SetAction((call, cancellation) => Task.FromResult(Run(
            terminal,
            call.GetRequiredValue(paths),
            call.GetRequiredValue(format),
            call.GetValue(story),
            call.GetValue(minReports),
            new AnalysisOptions
            {
                Published = call.GetValue(published),
                AsOf = call.GetValue(asOf),
                Since = call.GetValue(since),
                Threads = call.GetValue(threads),
            },
            cancellation)));
        return command;
    }

    private static int Run(
        Terminal terminal, string[] paths, string format, int? story, int minReports, AnalysisOptions options, CancellationToken cancellation)
    {
        Task<Analyst> analyst = Task.Run(() => new Analyst(), cancellation); // loads its models while the inputs are read
        IntakeResult intake = Inputs.Read(terminal, paths, cancellation);
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
        terminal.Output.Write(Render(picture with { Stories = shown }, format, terminal));
        return Inputs.Status(intake);
    }

    private static string Render(Picture picture, string format, Terminal terminal) => format switch
    {
        "json" => PictureJson.Write(picture),
        "markdown" => MarkdownRenderer.Render(picture),
        "html" => HtmlRenderer.Render(picture),
        _ => TextRenderer.Render(picture, terminal.Width, terminal.Color),
    };
}
