using System.Collections.Immutable;
using Stemma.Store;
using Stemma.Web.Pages.Parts;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>Finds the stories that a reader asked for.</summary>
public sealed class StoryLister(IStoryStore store, StoryCards cards)
{
    public const int PageSize = 25;

    /// <summary>How many of the last to come are looked at together, to find the newest or the most contested of them: a list that takes in all of a large store would make every reader wait for old stories.</summary>
    public const int Contenders = 200;

    public async Task<StoryList> FindAsync(StoryFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        bool cut = false;
        ImmutableArray<string>? ids = null;
        if (filter.AsksForReports)
        {
            ReportQuery query = filter.Reports();
            ImmutableArray<ReportHit> hits = await store.SearchAsync(query, cancellation);
            cut = hits.Length == query.Limit;
            ids = [.. hits.Select(h => h.Story).Distinct(StringComparer.Ordinal)];
        }

        DateTimeOffset? since = filter.Since is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
        StoryQuery asked = new() { Ids = ids, Since = since, MinReports = filter.AtLeast };
        if (!filter.Contested)
        {
            // The store lists what came last first. What came together, as an archive does, is put in the order of its dates: a list whose dates jump looks broken.
            ImmutableArray<StorySummary> found = await store.StoriesAsync(asked with { Before = filter.Before, Limit = Contenders + 1 }, cancellation);
            ImmutableArray<StorySummary> together = [.. found.Take(Contenders)];
            (IReadOnlyList<StorySummary> onPage, int number, int count) = Paging.Of([.. together.OrderByDescending(s => s.Latest).ThenBy(s => s.Id, StringComparer.Ordinal)], filter.Page, PageSize);
            long? older = number == count && found.Length > together.Length ? together[^1].Mark : null;
            return new StoryList(filter with { Page = number }, await cards.OfAsync(onPage, cancellation), count, older, cut);
        }

        ImmutableArray<StorySummary> latest = await store.StoriesAsync(asked with { Limit = Contenders }, cancellation);
        ImmutableArray<StoryCard> all = await cards.OfAsync(latest, cancellation);
        StoryCard[] ranked = [.. all.OrderByDescending(c => c.Counts?.Conflicts ?? 0).ThenByDescending(c => c.Counts?.Disputed ?? 0).ThenByDescending(c => c.Summary.Latest).ThenBy(c => c.Summary.Id, StringComparer.Ordinal)];
        (IReadOnlyList<StoryCard> shown, int page, int pages) = Paging.Of(ranked, filter.Page, PageSize);
        return new StoryList(filter with { Page = page }, [.. shown], pages, null, cut || latest.Length == Contenders);
    }
}
