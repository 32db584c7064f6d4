using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Tells browsers what a page of ours may do, which is little: even if a report's words got into it as code, they would not run.</summary>
internal static class SecurityHeaders
{
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task RunAsync(HttpContext context, RequestDelegate next)
    {
        // Set last, so that whatever answers, an error too, has them; what has set a stricter policy of its own keeps it.
        context.Response.OnStarting(static state =>
        {
            IHeaderDictionary headers = ((HttpContext)state).Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            // Not "no-referrer": with that a browser sends "Origin: null" with the forms of our own pages, and they would be refused as another site's.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-cache, private";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
