using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>What people corrected: read, added to, undone; never changed.</summary>
internal static class CorrectionRoutes
{
    private const string Root = "/api/v1/corrections";

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = Root,
            Name = "listCorrections",
            Tag = "corrections",
            Summary = "The log of corrections, as written, with which of them stand.",
            Parameters = [ApiParameter.Limit, ApiParameter.Cursor],
            Answers = [("application/json", nameof(CorrectionPage))],
            Serve = ListAsync,
        },
        new()
        {
            Path = Root + "/{id}",
            Name = "getCorrection",
            Tag = "corrections",
            Summary = "One entry of the log.",
            Answers = [("application/json", nameof(Correction))],
            Problems = [Problem.NotFound],
            Serve = async call => await call.JsonAsync(await FindAsync(call)),
        },
        new()
        {
            Method = HttpMethods.Post,
            Path = Root,
            Name = "addCorrection",
            Tag = "corrections",
            Summary = "Adds a correction; the stories concerned are weighed anew.",
            Details = "`id` and `when` are given by the server unless they are sent; sending an `id` makes it safe to send the same again. With If-Match (the list's ETag) it is refused where somebody else has added meanwhile.",
            Body = [("application/json", "NewCorrection")],
            Success = StatusCodes.Status201Created,
            Answers = [("application/json", nameof(Correction))],
            Problems = [Problem.BadBody, Problem.Unprocessable, Problem.Changed, Problem.ReadOnly],
            Serve = async call => await KeepAsync(call, (await BodyAsync<CorrectionBody>(call)).Of()),
        },
        new()
        {
            Method = HttpMethods.Post,
            Path = Root + "/{id}/undo",
            Name = "undoCorrection",
            Tag = "corrections",
            Summary = "Takes a correction back; the log keeps both.",
            Body = [("application/json", nameof(UndoBody))],
            Success = StatusCodes.Status201Created,
            Answers = [("application/json", nameof(Correction))],
            Problems = [Problem.NotFound, Problem.BadBody, Problem.Unprocessable, Problem.Changed, Problem.ReadOnly],
            Serve = async call =>
            {
                UndoBody body = await BodyAsync<UndoBody>(call);
                Correction undone = await FindAsync(call);
                await KeepAsync(call, new Correction { Id = "", Kind = CorrectionKind.Undo, Target = CorrectionTarget.Correction, Undoes = undone.Id, Who = body.Who ?? "", When = default, Why = body.Why });
            },
        },
    ];

    private static async Task ListAsync(ApiCall call)
    {
        // The tag is the length of the log: nothing in it ever changes.
        string tag = TagOf((await call.Store.MarksAsync(call.Cancellation)).Corrections);
        ImmutableArray<Correction> log = await call.Store.CorrectionsAsync(call.Cancellation);
        int from = (int)(call.NumberCursor() ?? 0), limit = call.Limit;
        ImmutableArray<Correction> page = [.. log.Skip(from).Take(limit)];
        HashSet<string> standing = [.. CorrectionSet.Of(log).Standing.Select(c => c.Id)];
        string? next = call.Next(from + limit < log.Length ? (from + limit).ToString(CultureInfo.InvariantCulture) : null);
        byte[] body = ApiJson.Bytes(new CorrectionPage([.. page.Select(Json)], [.. page.Select(c => c.Id).Where(standing.Contains)], next));
        await ApiAnswer.SendAsync(call.Context, body, "application/json", tag);
    }

    private static async Task KeepAsync(ApiCall call, Correction correction)
    {
        correction = await call.Service<CorrectionDesk>().KeepAsync(correction, mark => ApiAnswer.CheckMatch(call.Context, TagOf(mark)), call.Cancellation);
        call.Response.StatusCode = StatusCodes.Status201Created;
        call.Response.Headers.Location = Root + "/" + Uri.EscapeDataString(correction.Id);
        call.Response.ContentType = "application/json";
        await call.Response.Body.WriteAsync(ApiJson.Bytes(Json(correction)), call.Cancellation);
    }

    private static async Task<T> BodyAsync<T>(ApiCall call)
    {
        if (!call.Request.HasJsonContentType())
            throw new ProblemException(Problem.UnsupportedMedia, "application/json is read here.");
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(call.Request.Body, ApiJson.Options, call.Cancellation) ?? throw new ProblemException(Problem.BadBody, "The body is null.");
        }
        catch (JsonException e)
        {
            throw new ProblemException(Problem.BadBody, $"The body is no JSON of this form: see {e.Path ?? "its begin"}, line {e.LineNumber + 1}.");
        }
    }

    private static async Task<Correction> FindAsync(ApiCall call) =>
        (await call.Store.CorrectionsAsync(call.Cancellation)).FirstOrDefault(c => c.Id == call.Part("id")) ?? throw new ProblemException(Problem.NotFound, "There is no correction of that id.");

    /// <summary>As the log's file has it: what is null is left out.</summary>
    private static JsonElement Json(Correction correction) => JsonElement.Parse(CorrectionJson.Line(correction));

    private static string TagOf(long length) => "log-" + length.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Standing">Ids of those of this page that were not undone.</param>
/// <param name="Next">Cursor of the next page; null where there is none.</param>
internal sealed record CorrectionPage(ImmutableArray<JsonElement> Corrections, ImmutableArray<string> Standing, string? Next);

internal sealed record UndoBody(string? Who, string? Why);

/// <summary>A correction as it is sent: what the server can give may be left out.</summary>
internal sealed record CorrectionBody
{
    public string? Id { get; init; }

    public required CorrectionKind Kind { get; init; }

    public required CorrectionTarget Target { get; init; }

    public ImmutableArray<CorrectionAnchor> What { get; init; } = [];

    public string? To { get; init; }

    public Stemma.Attributions.SourceKind? As { get; init; }

    public bool Anonymous { get; init; }

    public string? Undoes { get; init; }

    public required string Who { get; init; }

    public DateTimeOffset? When { get; init; }

    public string? Why { get; init; }

    public Correction Of() => new()
    {
        Id = Id ?? "",
        Kind = Kind,
        Target = Target,
        What = What.IsDefault ? [] : What,
        To = To,
        As = As,
        Anonymous = Anonymous,
        Undoes = Undoes,
        Who = Who,
        When = When ?? default,
        Why = Why,
    };
}
