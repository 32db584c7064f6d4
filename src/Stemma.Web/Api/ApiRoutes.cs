using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Stemma.Web.Api;

/// <summary>The routes under <c>/api/v1</c>, and their description.</summary>
internal static class ApiRoutes
{
    /// <summary>All that there is, in the order of the description.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        .. StoryListRoutes.All, .. StoryRoutes.All, .. BriefRoutes.All, .. ExportRoutes.All, .. ReportRoutes.All, .. NameRoutes.All, .. CorrectionRoutes.All, .. WatchRoutes.All, .. EventRoutes.All,
        .. AnalysisRoutes.All, .. StoreRoutes.All,
    ];

    public static void AddServices(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(s => s.GetRequiredService<ChangeFeed>());
        services.AddSingleton<AnalysisDesk>();
        services.AddSingleton<CorrectionDesk>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (ApiRoute route in All)
        {
            string[] methods = HttpMethods.IsGet(route.Method) ? [HttpMethods.Get, HttpMethods.Head] : [route.Method];
            IEndpointConventionBuilder mapped = app.MapMethods(route.Path, methods, async context =>
            {
                ApiCall call = new(context, route);
                call.CheckQuery();
                await route.Serve(call);
            });
            if (route.IsStream || route.Name == AnalysisRoutes.Name)
                mapped.WithMetadata(new DisableRequestTimeoutAttribute());
        }

        app.MapMethods("/openapi/v1.json", [HttpMethods.Get, HttpMethods.Head], context =>
            ApiAnswer.SendAsync(context, OpenApiDocument.Bytes, "application/json", OpenApiDocument.Tag));
    }
}
