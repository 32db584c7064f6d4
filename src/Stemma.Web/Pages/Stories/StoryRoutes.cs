using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Pages.Delivery;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Stories.Listing;

namespace Stemma.Web.Pages.Stories;

/// <summary>The list of stories, and each story.</summary>
internal static class StoryRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.Stories, async (HttpContext http, StoryLister lister, IStoryStore store, TimeProvider clock, CancellationToken cancellation) =>
        {
            // How far the store has come is asked first: what comes while the list is read is new at the next look too, rather than never.
            long? seen = ListVisit.Note(http, (await store.MarksAsync(cancellation)).Reports, clock.GetUtcNow());
            return PageResults.Page<StoriesPage>((nameof(StoriesPage.List), await lister.FindAsync(StoryFilter.Of(http.Request.Query), cancellation)), (nameof(StoriesPage.Seen), seen));
        });
        pages.MapGet(StoryFeed.Path, async (HttpContext http, StoryLister lister, CancellationToken cancellation) =>
        {
            byte[] feed = StoryFeed.Write(await lister.FindAsync(StoryFilter.Of(http.Request.Query), cancellation), $"{http.Request.Scheme}://{http.Request.Host}");
            await ApiAnswer.SendAsync(http, feed, "application/atom+xml", ApiAnswer.TagOf(feed));
        });
        pages.MapGet("/stories/{id}", (string id, HttpContext http, IStoryStore store, StoryPictures pictures, KeptPages kept, ForReader words) => StoryAsync(id, null, http, store, pictures, kept, words));
        pages.MapGet("/stories/{id}/{part}", (string id, string part, HttpContext http, IStoryStore store, StoryPictures pictures, KeptPages kept, ForReader words) =>
            Enum.TryParse(part, ignoreCase: true, out StoryPart known) && Enum.IsDefined(known) && part.All(char.IsAsciiLetter)
                ? StoryAsync(id, known, http, store, pictures, kept, words)
                : Task.FromResult<IResult>(PageResults.NotFound("page")));
    }

    private static async Task<IResult> StoryAsync(string id, StoryPart? part, HttpContext http, IStoryStore store, StoryPictures pictures, KeptPages kept, ForReader words)
    {
        StoryAsked asked = StoryAsked.Of(id, part, http.Request.Query);
        try
        {
            if (await pictures.AtAsync(id, asked.AsOf, part is null ? asked.Since : null, http.RequestAborted) is not { } page)
                return await NoneAsync(asked, store, http.RequestAborted);

            // Merged into another, or written otherwise: there is one address for each story.
            if (page.Story.Id != id)
                return Results.Redirect((asked with { Story = page.Story.Id }).Link());
            if (part is not null)
                return kept.Keep(page.Tag, PageResults.Page<StoryPartPage>((nameof(StoryPartPage.Page), page), (nameof(StoryPartPage.Asked), asked)));

            // The picture of an earlier time knows no later ones to go on to.
            PageStory now = asked.AsOf is null ? page : await pictures.NowAsync(id, http.RequestAborted) ?? page;
            return kept.Keep(page.Tag, PageResults.Page<StoryPage>((nameof(StoryPage.Page), page), (nameof(StoryPage.Asked), asked), (nameof(StoryPage.Times), now.Times)), await words.OfAsync(http, page, asked));
        }
        catch (TimeoutException)
        {
            return PageResults.Loading("This story is being weighed");
        }
    }

    private static async Task<IResult> NoneAsync(StoryAsked asked, IStoryStore store, CancellationToken cancellation)
    {
        if (asked.AsOf is not null && await store.ResolveStoryAsync(asked.Story, cancellation) is { } now)
            return PageResults.Page<NotYetPage>((nameof(NotYetPage.Asked), asked with { Story = now }));
        return await StoryPictures.TombstoneAsync(store, asked.Story, cancellation) is { } tombstone ? PageResults.Gone(tombstone) : PageResults.NotFound("story");
    }
}
