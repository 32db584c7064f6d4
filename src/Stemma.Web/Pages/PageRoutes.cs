using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Web.Pages.Delivery;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Stories;
using Stemma.Web.Pages.StyleGuide;

namespace Stemma.Web.Pages;

/// <summary>The pages that people read.</summary>
internal static class PageRoutes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddRazorComponents();
        // The pages protect nothing with keys; without this, a folder for them would be made in the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<StoryPictures>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        AssetRoutes.Map(app);
        RouteGroupBuilder pages = app.MapGroup("").AddEndpointFilter(PageHeaders.Around).ExcludeFromDescription();
        StoryRoutes.Map(pages);
        RecordRoutes.Map(pages);
        pages.MapGet(Paths.Style, () => PageResults.Page<StylePage>());
        pages.MapPost("/theme", (HttpContext http, [FromForm] string? theme, [FromForm] string? back) => ThemeChoice.Choose(http, theme, back)).DisableAntiforgery();
        pages.MapFallback("{*path}", (string? path) => PageResults.NotFound("page"));
    }
}
