using System.Runtime.CompilerServices;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reading;

/// <summary>How a page gets a story.</summary>
public sealed class StoryPictures
{
    /// <summary>Longest that a reader waits for a picture before he is shown that it is being drawn. Most take less; those of hundreds of reports take longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly PictureCache cache;
    private readonly TimeProvider clock;

    /// <summary>What pages count over a story is counted once for a picture, and goes when the picture does.</summary>
    private readonly ConditionalWeakTable<Story, PageStory> read = [];

    internal StoryPictures(PictureCache cache, TimeProvider clock) => (this.cache, this.clock) = (cache, clock);

    /// <returns>The story as it stands; null where there is none of that id. The id of what comes back is another where the story was merged into one.</returns>
    public Task<PageStory?> NowAsync(string story, CancellationToken cancellation) => AtAsync(story, null, null, cancellation);

    /// <param name="asOf">Leaves out what was published later.</param>
    /// <param name="since">Adds what changed since then.</param>
    /// <exception cref="TimeoutException">It is still being drawn; the work goes on.</exception>
    public async Task<PageStory?> AtAsync(string story, ReportTime? asOf, ReportTime? since, CancellationToken cancellation) =>
        await cache.FindAsync(story, asOf, since, cancellation).WaitAsync(Patience, clock, cancellation) is { } found ? read.GetValue(found.Story, s => new PageStory(s, found.Tag)) : null;

    /// <summary>What is left of a story of that id: its reports were removed on request; null where nothing is known of it.</summary>
    /// <remarks>A story goes by its first report's id, so the report's tombstone tells of both.</remarks>
    public static async Task<Tombstone?> TombstoneAsync(IStoryStore store, string story, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(story);
        return (await store.TombstonesAsync(cancellation)).LastOrDefault(t => t.Kind == "report" && story.EndsWith("-" + t.Name, StringComparison.Ordinal));
    }
}
