using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>The routes under <c>/api/v1</c>.</summary>
internal static class ApiRoutes
{
    public static void AddServices(IServiceCollection services) => services.AddRouting();

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/counts", async (IStoryStore store, CancellationToken cancellation) => TypedResults.Ok(await store.CountsAsync(cancellation)));
}
