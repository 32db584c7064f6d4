using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Refuses every change, where the server was told to allow none.</summary>
internal static class ReadOnlyGate
{
    public static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (IsHarmless(context.Request))
            await next(context);
        else
            await ProblemWriter.WriteAsync(context, Problem.ReadOnly, "The server was started with --read-only.");
    }

    /// <summary>Posts that keep nothing are named here, so that one that is added later is refused until somebody has thought about it.</summary>
    private static bool IsHarmless(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || (HttpMethods.IsPost(request.Method) && request.Path.Value is "/sign-in" or "/sign-out" or "/theme" or "/api/v1/analyses" or "/mcp");
}
