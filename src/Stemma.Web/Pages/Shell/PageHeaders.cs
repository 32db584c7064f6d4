using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Stemma.Store;

namespace Stemma.Web.Pages.Shell;

/// <summary>What every page is sent with, and what is sent where a page fails.</summary>
internal static partial class PageHeaders
{
    /// <summary>Nothing runs, loads or sends but this server's own files: also if a passage of a report were to slip through unescaped.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static async ValueTask<object?> Around(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpContext http = call.HttpContext;
        Add(http);
        try
        {
            return await next(call);
        }
        catch (StoreException trouble)
        {
            if (trouble.IsTemporary)
                http.Response.Headers.RetryAfter = "3";
            LogTrouble(Logger(http), http.Request.Path, trouble);
            return PageResults.Trouble(trouble);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The page tells that it failed and where the reason is; the reason itself, which may hold anything, goes to the log.
            LogFault(Logger(http), http.Request.Path, fault);
            return PageResults.Fault();
        }
    }

    public static void Add(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
    }

    private static ILogger Logger(HttpContext http) => ((ILoggerFactory)http.RequestServices.GetService(typeof(ILoggerFactory))!).CreateLogger("Stemma.Web.Pages");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: the store is in trouble.")]
    private static partial void LogTrouble(ILogger logger, string path, Exception trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: the page could not be drawn.")]
    private static partial void LogFault(ILogger logger, string path, Exception fault);
}
