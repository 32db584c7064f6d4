using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Stemma.Web.Pages;

/// <summary>The pages that people read.</summary>
internal static class PageRoutes
{
    public static void AddServices(IServiceCollection services) => services.AddRazorComponents();

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", () => new RazorComponentResult<StoriesPage>());
}
