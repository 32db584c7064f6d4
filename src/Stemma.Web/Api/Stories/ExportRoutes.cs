using System.Text;
using Stemma.Exports;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>A story in the forms that other programs take.</summary>
internal static class ExportRoutes
{
    private static readonly string[] Formats = [.. Enum.GetValues<ExportFormat>().Select(Exporter.Name)];

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/stories/{id}/export/{format}",
            Name = "exportStory",
            Tag = "stories",
            Summary = "The story as other programs take it.",
            Details = "The formats are " + string.Join(", ", Formats) + "; what each holds stands in the guide to exports. The same as `stemma export` writes.",
            Parameters =
            [
                ApiParameter.Time("as_of", "Leaves out what was published later."),
                new ApiParameter("base", "What the names of things begin with: an address that ends in /, or a URN that ends in :.", """{ "type": "string", "maxLength": 1000 }"""),
            ],
            Answers = [.. Enum.GetValues<ExportFormat>().Select(Exporter.MediaType).Select(m => m.Split(';')[0]).Distinct().Select(m => (m, m.EndsWith("json", StringComparison.Ordinal) ? "Document" : "Text"))],
            Problems = [Problem.NotFound],
            Serve = SendAsync,
        },
    ];

    private static async Task SendAsync(ApiCall call)
    {
        if (Exporter.Find(call.Part("format")) is not { } format)
            throw new ProblemException(Problem.NotFound, "The formats are " + string.Join(", ", Formats) + ".");
        string at = call.Text("base") ?? ExportOptions.DefaultBase;
        if (ExportOptions.Fault(at) is { } fault)
            throw new ProblemException(Problem.BadQuery, "base: " + fault + ".");
        if (await StoryRoutes.FindAsync(call, "export-" + Exporter.Name(format)) is not { } picture)
            return;
        byte[] body = Encoding.UTF8.GetBytes(Exporter.Write(format, new Picture(Picture.FormVersion, [picture.Story], []), new ExportOptions { Base = at }));
        // A file to keep: nothing of it is shown, or run, in this server's name.
        call.Response.Headers.ContentDisposition = $"attachment; filename=\"story.{Exporter.Name(format)}\"";
        await ApiAnswer.SendAsync(call.Context, body, Exporter.MediaType(format).Split(';')[0], ApiAnswer.TagOf(body));
    }
}
