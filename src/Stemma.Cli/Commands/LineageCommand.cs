using System.CommandLine;
using Stemma.Briefs.Rendering;
using Stemma.Intake;
using Stemma.Weighing;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma lineage</c>: the family tree of each story.</summary>
internal static class LineageCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = Inputs.Format(terminal, "text", "text", "json", "dot", "svg");
        Option<int?> story = new("--story") { Description = "Only the story of this number, counted from 1; svg draws one story." };
        Option<int> threads = Inputs.Threads();
        Command command = new("lineage", "Prints the family tree of each story: who rests on whom, and how.") { paths, format, story, threads };
        WebOptionSet web = new();
        web.AddTo(command);
        command.SetAction((call, cancellation) =>
        {
            Task<Analyst> analyst = Task.Run(() => new Analyst(), cancellation); // loads its models while the inputs are read
            string[] inputs = call.GetRequiredValue(paths);
            IntakeResult intake = Inputs.Read(terminal, web.Reader(terminal, call, inputs, holdsVersions: false), inputs, cancellation);
            AnalysisOptions options = new() { Threads = call.GetValue(threads) };
            Picture picture = analyst.GetAwaiter().GetResult().Analyse(intake.Reports, intake.Rejected, options, cancellation);
            string form = call.GetRequiredValue(format);
            int? chosen = call.GetValue(story) ?? (form == "svg" && picture.Stories.Length > 0 ? 1 : null);
            if (chosen is { } number)
            {
                if (number < 1 || number > picture.Stories.Length)
                {
                    terminal.Error.WriteLine($"stemma: --story {number}: there are {picture.Stories.Length} stories");
                    return Task.FromResult(ExitStatus.BadCall);
                }

                if (form == "svg" && call.GetValue(story) is null && picture.Stories.Length > 1)
                    terminal.Error.WriteLine($"stemma: drew the largest of {picture.Stories.Length} stories; --story N draws another");
                picture = picture with { Stories = [picture.Stories[number - 1]] };
            }

            terminal.Output.Write(Render(picture, form, terminal));
            return Task.FromResult(Inputs.Status(intake));
        });
        return command;
    }

    private static string Render(Picture picture, string format, Terminal terminal) => format switch
    {
        "json" => LineageJson.Write(picture),
        "dot" => LineageRenderer.Dot(picture),
        "svg" => string.Concat(LineageRenderer.Svg(picture)),
        _ => LineageRenderer.Text(picture, terminal.Width, terminal.Color),
    };
}
