using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Stories;

/// <summary>The list of stories, and each story.</summary>
internal static class StoryRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.Stories, async (IStoryStore store, CancellationToken cancellation) =>
            PageResults.Page<StoriesPage>((nameof(StoriesPage.Stories), await store.StoriesAsync(new StoryQuery(), cancellation))));
    }
}
