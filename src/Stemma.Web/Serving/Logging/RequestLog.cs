using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Stemma.Store;

namespace Stemma.Web.Serving;

/// <summary>One line a request, at level information: which route, what became of it, how long it took. Never what was asked: of an address only the route's own words.</summary>
internal sealed partial class RequestLog(ILogger<RequestLog> logger)
{
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (StoreException e)
        {
            StoreTrouble(logger, e);
            throw;
        }
        finally
        {
            string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            Answered(logger, context.Request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" ? context.Request.Method : "other", route, context.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1));
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms", EventName = "request")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "the store does not answer", EventName = "store")]
    private static partial void StoreTrouble(ILogger logger, StoreException exception);
}
