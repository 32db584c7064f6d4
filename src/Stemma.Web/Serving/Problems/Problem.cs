using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Each way in which a request can fail: RFC 9457. A type is never given another meaning.</summary>
/// <param name="Name">Last part of the type, <c>urn:stemma:problem:NAME</c>.</param>
internal sealed record Problem(string Name, int Status, string Title)
{
    public static readonly Problem NotFound = new("not-found", StatusCodes.Status404NotFound, "There is no such thing here");
    public static readonly Problem BadQuery = new("bad-query", StatusCodes.Status400BadRequest, "A parameter cannot be understood");
    public static readonly Problem BadBody = new("bad-body", StatusCodes.Status400BadRequest, "The body cannot be understood");
    public static readonly Problem Unprocessable = new("unprocessable", StatusCodes.Status422UnprocessableEntity, "The body says nothing that can be done");
    public static readonly Problem TokenNeeded = new("token-needed", StatusCodes.Status401Unauthorized, "A token is needed");
    public static readonly Problem ForgedHost = new("forged-host", StatusCodes.Status421MisdirectedRequest, "This server is not called that");
    public static readonly Problem ForgedOrigin = new("forged-origin", StatusCodes.Status403Forbidden, "Another site may not ask for this");
    public static readonly Problem ReadOnly = new("read-only", StatusCodes.Status403Forbidden, "This server changes nothing");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", StatusCodes.Status405MethodNotAllowed, "This cannot be done here");
    public static readonly Problem NotAcceptable = new("not-acceptable", StatusCodes.Status406NotAcceptable, "There is no such form of it");
    public static readonly Problem SlowBody = new("slow-body", StatusCodes.Status408RequestTimeout, "The body came too slowly");
    public static readonly Problem Changed = new("changed-meanwhile", StatusCodes.Status412PreconditionFailed, "It has changed meanwhile");
    public static readonly Problem TooLarge = new("too-large", StatusCodes.Status413PayloadTooLarge, "The body is too large");
    public static readonly Problem UnsupportedMedia = new("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "Such a body is not read here");
    public static readonly Problem TooMany = new("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests");
    public static readonly Problem Fault = new("fault", StatusCodes.Status500InternalServerError, "The server made a mistake");
    public static readonly Problem StoreTrouble = new("store-trouble", StatusCodes.Status503ServiceUnavailable, "The store does not answer");
    public static readonly Problem TooSlow = new("too-slow", StatusCodes.Status504GatewayTimeout, "It took too long");

    public static readonly IReadOnlyList<Problem> All =
    [
        NotFound, BadQuery, BadBody, Unprocessable, TokenNeeded, ForgedHost, ForgedOrigin, ReadOnly, MethodNotAllowed, NotAcceptable, SlowBody, Changed, TooLarge, UnsupportedMedia,
        TooMany, Fault, StoreTrouble, TooSlow,
    ];

    public string Type => "urn:stemma:problem:" + Name;

    /// <summary>What a bare status that the framework gave means.</summary>
    public static Problem Of(int status) => All.FirstOrDefault(p => p.Status == status && p != Unprocessable) ?? (status >= 500 ? Fault : new Problem("http-" + status.ToString(System.Globalization.CultureInfo.InvariantCulture), status, "The request was refused"));
}
