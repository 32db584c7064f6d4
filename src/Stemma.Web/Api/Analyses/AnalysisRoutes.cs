using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>Reports in, picture out, nothing kept.</summary>
internal static class AnalysisRoutes
{
    public const string Name = "analyse";

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Method = HttpMethods.Post,
            Path = "/api/v1/analyses",
            Name = Name,
            Tag = "analyses",
            Summary = "Analyses reports that are sent along, and keeps nothing of them.",
            Details = "A JSON array of reports, JSON Lines, or the text or page of one report as it stands; feeds, ninjs and NewsML-G2 are read as well. The answer is what `stemma brief --format json` prints. "
                + "What cannot be read is listed under `rejected`.",
            Parameters =
            [
                ApiParameter.Time("published", "Publication time of reports that state none."), ApiParameter.Time("as_of", "Leaves out what was published later."),
                ApiParameter.Time("since", "Adds what changed since then."),
            ],
            Body = [("application/json", "PostedReports"), ("application/x-ndjson", "Text"), ("text/plain", "Text"), ("text/html", "Text"), ("application/octet-stream", "Bytes")],
            Answers = [("application/json", "Picture")],
            Problems = [Problem.BadBody, Problem.Unprocessable, Problem.TooLarge, Problem.TooMany, Problem.TooSlow],
            Serve = ServeAsync,
        },
    ];

    private static async Task ServeAsync(ApiCall call)
    {
        AnalysisOptions asked = new() { Published = call.Time("published"), AsOf = call.Time("as_of"), Since = call.Time("since"), Threads = 1 };
        byte[] body = await BodyAsync(call);
        if (call.Request.HasJsonContentType())
            body = Lines(body);
        Picture picture = await call.Service<AnalysisDesk>().AnalyseAsync(body, asked, call.Cancellation);
        if (picture.Stories.IsEmpty && picture.Rejected.IsEmpty)
            throw new ProblemException(Problem.Unprocessable, "There is no report in it.");
        byte[] json = Encoding.UTF8.GetBytes(PictureJson.Write(picture));
        call.Response.Headers.CacheControl = "no-store";
        call.Response.ContentType = "application/json";
        call.Response.ContentLength = json.Length;
        await call.Response.Body.WriteAsync(json, call.Cancellation);
    }

    private static async Task<byte[]> BodyAsync(ApiCall call)
    {
        long most = call.Service<ServeOptions>().Limits.AnalysisBytes;
        if (call.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = most;
        if (call.Request.ContentLength > most)
            throw new ProblemException(Problem.TooLarge, FormattableString.Invariant($"At most {most} bytes are analysed at once."));
        using MemoryStream body = new();
        await call.Request.Body.CopyToAsync(body, call.Cancellation);
        if (body.Length == 0)
            throw new ProblemException(Problem.BadBody, "The body is empty.");
        return body.ToArray();
    }

    /// <summary>An array becomes a line each; anything else is left to intake.</summary>
    private static byte[] Lines(byte[] body)
    {
        int at = body.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
        if (at < 0 || body[at] is not (byte)'[')
            return body;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            using MemoryStream lines = new();
            foreach (JsonElement report in document.RootElement.EnumerateArray())
            {
                using (Utf8JsonWriter writer = new(lines))
                    report.WriteTo(writer);
                lines.WriteByte((byte)'\n');
            }

            return lines.Length > 0 ? lines.ToArray() : throw new ProblemException(Problem.Unprocessable, "There is no report in it.");
        }
        catch (JsonException e)
        {
            throw new ProblemException(Problem.BadBody, FormattableString.Invariant($"The body is no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
    }
}
