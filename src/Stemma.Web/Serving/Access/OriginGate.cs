using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Refuses what another site asks for through a person's browser.</summary>
/// <remarks>
/// Browsers say where a request comes from, in <c>Origin</c> and <c>Sec-Fetch-Site</c>, and no page can change that. What says nothing is no browser, and has no cookie to misuse. A link from
/// elsewhere to a page is welcome; all else that comes from elsewhere would change something, cost something or be read, and is not. So no form needs a secret of its own.
/// </remarks>
internal static class OriginGate
{
    public static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (Allows(context.Request))
            await next(context);
        else
            await ProblemWriter.WriteAsync(context, Problem.ForgedOrigin, "The request comes from another site (Origin or Sec-Fetch-Site).");
    }

    internal static bool Allows(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString(), site = request.Headers["Sec-Fetch-Site"].ToString();
        bool safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (origin.Length > 0)
            return IsOwn(origin, request.Host);
        if (site.Length > 0)
            return site is "same-origin" or "none" || (safe && IsLink(request));
        return safe || !request.Cookies.ContainsKey(TokenGate.Cookie);
    }

    private static bool IsLink(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document" && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase);

    /// <remarks>The scheme is not compared: a proxy may speak https where this server does not.</remarks>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.IdnHost.Trim('[', ']'), host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? port == uri.Port : uri.IsDefaultPort);
}
