using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Delivery;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Stories;
using Stemma.Web.Pages.Stories.Listing;
using Stemma.Web.Pages.StyleGuide;
using Stemma.Web.Pages.Watching;
using Stemma.Web.Serving;

namespace Stemma.Web.Pages;

/// <summary>The pages that people read.</summary>
internal static class PageRoutes
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddRazorComponents();

        // Pages are UTF-8: quotation marks and letters of any script stand for themselves, and what HTML gives a meaning to is escaped as ever.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<KeptPages>();
        services.AddSingleton(s => new StoryPictures(s.GetRequiredService<PictureCache>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NameLists>();
        services.AddSingleton<CorrectionLog>();
        services.AddSingleton<WatchDesk>();
        services.AddSingleton<ForReader>();
        services.AddSingleton<StoryCards>();
        services.AddSingleton<StoryLister>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        AssetRoutes.Map(app);
        RouteGroupBuilder pages = app.MapGroup("").AddEndpointFilter(PageFaults.Around).ExcludeFromDescription();
        ((IEndpointConventionBuilder)pages).Finally(AnswerHead);
        StoryRoutes.Map(pages);
        RecordRoutes.Map(pages);
        pages.MapGet(Paths.Style, () => PageResults.Page<StylePage>());
        pages.MapPost("/theme", (HttpContext http, [FromForm] string? theme, [FromForm] string? back) => ThemeChoice.Choose(http, theme, back)).DisableAntiforgery();
        // Only what is asked for can be missing: a wrong method stays a wrong method.
        pages.MapFallback("{*path}", (HttpContext http) => Wants.Page(http.Request) ? (IResult)PageResults.NotFound("page") : Results.NotFound()).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    /// <summary>What can be read can be asked about: whoever checks links, or whether a page changed, needs no body.</summary>
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        for (int i = 0; i < endpoint.Metadata.Count; i++)
        {
            if (endpoint.Metadata[i] is HttpMethodMetadata { HttpMethods: ["GET"] })
                endpoint.Metadata[i] = new HttpMethodMetadata(["GET", "HEAD"]);
        }
    }
}
