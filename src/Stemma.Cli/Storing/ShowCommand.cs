using System.CommandLine;
using Stemma.Briefs.Rendering;
using Stemma.Cli.Commands;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma show</c>: a story of a store, as <c>stemma brief</c> prints it.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> story = new("story") { Description = "Its id; one that was merged into another shows that." };
        Option<string> store = StoreOptions.Store();
        Option<string> format = Inputs.Format(terminal, "text", "text", "markdown", "html", "json");
        Option<bool> grades = new("--grades") { Description = "Add Admiralty codes, with the grades of outlets among the corrections (not in json)." };
        Command command = new("show", "Prints a story of a store.") { story, store, format, grades };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            string id = call.GetRequiredValue(story);
            if (await new StoryWeigher(opened, new ReportReading()).PictureAsync(id, cancellation) is not { } found)
            {
                await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no story {id}; 'stemma stories' lists them");
                return ExitStatus.BadCall;
            }

            Grading? grading = call.GetValue(grades) ? new Grading(CorrectionSet.Of(await opened.CorrectionsAsync(cancellation)).Grades()) : null;
            Picture picture = new(Picture.FormVersion, [found], []);
            await terminal.Output.WriteAsync(call.GetRequiredValue(format) switch
            {
                "json" => PictureJson.Write(picture),
                "markdown" => MarkdownRenderer.Render(picture, grading),
                "html" => HtmlRenderer.Render(picture, grading),
                _ => TextRenderer.Render(picture, terminal.Width, terminal.Color, grading),
            });
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}
