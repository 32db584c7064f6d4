using Microsoft.AspNetCore.Http;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Watching;
using Stemma.Web.Serving;

namespace Stemma.Web.Pages.Stories;

/// <summary>What a story's head says that is not the picture's: what came since this reader's last visit, and whether the story is watched.</summary>
internal sealed class ForReader(WatchDesk desk, ServeOptions options, TimeProvider clock)
{
    /// <returns>HTML for the gap of the kept page. Nothing of another time than now is watched.</returns>
    public async Task<string> OfAsync(HttpContext http, PageStory page, StoryAsked asked)
    {
        string story = page.Story.Id, visit = LastVisit.Told(LastVisit.Note(http, story, clock.GetUtcNow()), page, asked);
        if (asked.AsOf is not null)
            return visit;
        var watches = await desk.OfAsync(story, http.RequestAborted);
        return visit + WatchLine.Of([.. watches.Where(w => w.Claim.IsEmpty)], story, null, Paths.Story(story), options.ReadOnly);
    }
}
