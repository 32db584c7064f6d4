using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Stemma.Store;

namespace Stemma.Web.Pages.Shell;

/// <summary>What a reader is shown where a page fails: a page like all others that says so.</summary>
internal static partial class PageFaults
{
    public static async ValueTask<object?> Around(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpContext http = call.HttpContext;
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
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException)
        {
            // The page tells that it failed and where the reason is; the reason itself, which may hold anything, goes to the log. All else is the server's to answer.
            LogFault(Logger(http), http.Request.Path, fault);
            return PageResults.Fault();
        }
    }

    private static ILogger Logger(HttpContext http) => ((ILoggerFactory)http.RequestServices.GetService(typeof(ILoggerFactory))!).CreateLogger("Stemma.Web.Pages");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: the store is in trouble.")]
    private static partial void LogTrouble(ILogger logger, string path, Exception trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: the page could not be drawn.")]
    private static partial void LogFault(ILogger logger, string path, Exception fault);
}
