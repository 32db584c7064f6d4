using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Stemma.Store;

namespace Stemma.Web.Serving;

/// <summary>Whether the process is alive, and whether it can serve: for whoever looks after it. Tells nothing of what is in the store.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", ["GET", "HEAD"], () => Results.Json(new { status = "alive" })).ExcludeFromDescription();
        app.MapMethods("/health/ready", ["GET", "HEAD"], async (IStoryStore store, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                throw new ProblemException(Problem.StoreTrouble, "The server is shutting down.");
            await store.MarksAsync(cancellation);
            return Results.Json(new { status = "ready" });
        }).ExcludeFromDescription();
    }
}
