using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.Web.Serving;

/// <summary>Where a person shows the token once, so that the browser need not be told it again.</summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder app, TokenGate gate)
    {
        app.MapGet("/sign-in", (HttpContext context, string? to) => Page(context, to, wrong: false)).ExcludeFromDescription();
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            if (!context.Request.HasFormContentType)
                throw new ProblemException(Problem.UnsupportedMedia, "A form is read here.");
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            string to = Local(form["to"]);
            if (!gate.IsToken(form["token"]))
                return Page(context, to, wrong: true);
            gate.Admit(context);
            return Results.Extensions.SeeOther(to);
        }).RequireRateLimiting(ClientLimits.SignIn).ExcludeFromDescription();
        app.MapPost("/sign-out", (HttpContext context) =>
        {
            TokenGate.Dismiss(context);
            return Results.Extensions.SeeOther("/sign-in");
        }).ExcludeFromDescription();
    }

    /// <summary>Only addresses of this server: a link to the page must not send on to another.</summary>
    internal static string Local(string? to) =>
        to is { Length: > 0 and < 2000 } && to[0] == '/' && (to.Length == 1 || to[1] is not '/' and not '\\') && !to.Any(char.IsControl) ? to : "/";

    private static IResult Page(HttpContext context, string? to, bool wrong) => Results.Text(
        PlainPage.Of(context, "Sign in", $"""
            {(wrong ? "<div class=\"notice warning\"><p role=\"alert\">That is not the token.</p></div>" : "")}
            <form class="sign-in" method="post" action="/sign-in">
            <input type="hidden" name="to" value="{HtmlEncoder.Default.Encode(Local(to))}">
            <label class="field"><span>The token of this server</span><input type="password" name="token" autocomplete="current-password" required autofocus></label>
            <button class="button main">Sign in</button>
            </form>
            """),
        "text/html; charset=utf-8",
        statusCode: wrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK);

    private static IResult SeeOther(this IResultExtensions results, string to)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new Away(to);
    }

    /// <summary>303: whatever was posted, what follows is asked for with GET.</summary>
    private sealed class Away(string to) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = to;
            return Task.CompletedTask;
        }
    }
}
