using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Stemma.Briefs.Rendering;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>The brief of a story in the form that is asked for.</summary>
internal static class BriefRoutes
{
    private const int Width = 100;

    private static readonly ImmutableArray<(string Name, string MediaType)> Forms =
        [("json", "application/json"), ("markdown", "text/markdown"), ("html", "text/html"), ("text", "text/plain")];

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/stories/{id}/brief",
            Name = "getStoryBrief",
            Tag = "stories",
            Summary = "The brief: what is known, on whose word, what is disputed and what is not known.",
            Details = "Its form goes by `format`, else by Accept, else JSON. As Markdown, HTML and text it is what `stemma show` prints.",
            Parameters =
            [
                new ApiParameter("format", "Goes before Accept.", """{ "enum": ["json", "markdown", "html", "text"] }"""),
                ApiParameter.Time("as_of", "Leaves out what was published later: the brief as it would have been then."),
                ApiParameter.Time("since", "Adds what changed since then; not in JSON."),
            ],
            Answers = [("application/json", "StoryBrief"), ("text/markdown", "Text"), ("text/html", "Text"), ("text/plain", "Text")],
            Problems = [Problem.NotFound, Problem.NotAcceptable],
            Serve = SendAsync,
        },
    ];

    private static async Task SendAsync(ApiCall call)
    {
        (string form, string mediaType) = Form(call);
        if (await StoryRoutes.FindAsync(call, form) is not { } picture)
            return;
        Picture whole = new(Picture.FormVersion, [picture.Story], []);
        byte[] body = form switch
        {
            "json" => ApiJson.Bytes(new StoryBrief(picture.Story.Id, picture.Story.Title, picture.Story.Brief)),
            "markdown" => Encoding.UTF8.GetBytes(MarkdownRenderer.Render(whole, null)),
            "html" => Encoding.UTF8.GetBytes(HtmlRenderer.Render(whole, null)),
            _ => Encoding.UTF8.GetBytes(TextRenderer.Render(whole, Width, color: false, null)),
        };
        if (form is "html")
            call.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"; // it stands alone, and has its style in it
        await ApiAnswer.SendAsync(call.Context, body, mediaType, picture.Tag + "-" + form);
    }

    private static (string Name, string MediaType) Form(ApiCall call)
    {
        if (call.OneOf("format", [.. Forms.Select(f => f.Name)]) is { } asked)
            return Forms.First(f => f.Name == asked);
        IList<MediaTypeHeaderValue> accepted = call.Request.GetTypedHeaders().Accept;
        if (accepted is not { Count: > 0 })
            return Forms[0];
        foreach (MediaTypeHeaderValue wanted in accepted.OrderByDescending(a => a.Quality ?? 1))
        {
            if (wanted.Quality is 0)
                continue;
            foreach ((string Name, string MediaType) form in Forms)
            {
                if (new MediaTypeHeaderValue(form.MediaType).IsSubsetOf(wanted))
                    return form;
            }
        }

        throw new ProblemException(Problem.NotAcceptable, "The forms are " + string.Join(", ", Forms.Select(f => f.MediaType)) + ".");
    }
}

internal sealed record StoryBrief(string Story, string Title, Stemma.Briefs.Brief Brief);
