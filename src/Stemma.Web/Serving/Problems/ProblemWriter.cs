using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Stemma.Store;

namespace Stemma.Web.Serving;

/// <summary>Answers with a problem: as RFC 9457's JSON to programs, as a short page to browsers.</summary>
internal static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    /// <summary>Turns whatever a request threw into a problem, and a bare status into one with words.</summary>
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = c => c.Exception is ProblemException or StoreException or BadHttpRequestException });
        app.UseStatusCodePages(async context =>
        {
            Problem problem = Problem.Of(context.HttpContext.Response.StatusCode);
            await WriteAsync(context.HttpContext, problem, problem == Problem.NotFound ? "No page and no part of the API has this address." : problem.Title + ".");
        });
    }

    /// <summary>Writes a problem as the whole answer.</summary>
    public static async Task WriteAsync(HttpContext context, Problem problem, string detail)
    {
        HttpResponse response = context.Response;
        if (response.HasStarted)
            return;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem == Problem.TokenNeeded)
            response.Headers.WWWAuthenticate = "Bearer realm=\"stemma\"";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        if (Wants.Page(context.Request))
        {
            // Who waits for a page need not press anything; a form that was refused is not sent again behind anybody's back.
            int retry = HttpMethods.IsGet(context.Request.Method) && int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : 0;
            string again = retry > 0 ? " This page asks again by itself." : "";
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(PlainPage.Of(problem.Title, $"<p>{HtmlEncoder.Default.Encode(detail)}{again}</p><p><a href=\"/\">Stories</a></p>", retry), context.RequestAborted);
            return;
        }

        response.ContentType = MediaType;
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("type", problem.Type);
            json.WriteString("title", problem.Title);
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        body.WriteByte((byte)'\n');
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        Exception? thrown = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        (Problem problem, string detail) = Of(thrown, context);
        if (problem == Problem.StoreTrouble)
            context.Response.Headers.RetryAfter = "5";
        await WriteAsync(context, problem, detail);
    }

    private static (Problem, string) Of(Exception? thrown, HttpContext context) => thrown switch
    {
        ProblemException e => (e.Problem, e.Message),
        // The name of a file or server is the operator's, not the caller's to know.
        StoreException e => (Problem.StoreTrouble, e.IsTemporary ? "The store is busy or starting: ask again in a moment." : "The store cannot be read or written; the server's log says more."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (Problem.TooLarge, "The body is larger than this address takes."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => (Problem.SlowBody, "The body came too slowly; nothing was done."),
        BadHttpRequestException e => (Problem.BadQuery, "A parameter or the body is missing or cannot be read (" + e.StatusCode.ToString(CultureInfo.InvariantCulture) + ")."),
        OperationCanceledException when !context.RequestAborted.IsCancellationRequested || context.Features.Get<Microsoft.AspNetCore.Http.Timeouts.IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true
            => (Problem.TooSlow, "It took longer than this server works on one request; nothing was kept of it."),
        _ => (Problem.Fault, "Something went wrong that should not; the server's log says where."),
    };
}

/// <summary>What a caller would like to have.</summary>
internal static class Wants
{
    /// <summary>Whether a person's browser is asking for a page.</summary>
    public static bool Page(HttpRequest request)
    {
        PathString path = request.Path;
        return !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
