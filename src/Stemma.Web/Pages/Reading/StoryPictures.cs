using Stemma.Reports;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reading;

/// <summary>How a page gets a story.</summary>
public sealed class StoryPictures(StoryWeigher weigher)
{
    /// <returns>The story as it stands; null where there is none of that id. The id of what comes back is another where the story was merged into one.</returns>
    public async Task<PageStory?> NowAsync(string story, CancellationToken cancellation) =>
        await weigher.PictureAsync(story, cancellation) is { } found ? new PageStory(found) : null;
}
