using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>How many requests are being answered; streams of events do not count.</summary>
internal sealed class Busy
{
    private int requests;

    public int Requests => Volatile.Read(ref requests);

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api/v1/events", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        Interlocked.Increment(ref requests);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref requests);
        }
    }
}
