using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>Stories by their reports: walks the reports that fit, newest first, and takes each story where its newest one stands.</summary>
/// <remarks>So a page costs what its reports cost, however many others fit; grouping all of them in the database would cost all.</remarks>
internal static class StorySearch
{
    /// <summary>Reports looked at in one step.</summary>
    private const int Step = 200;

    /// <summary>Steps of one page, at most: a page may be short, or empty, with more to follow.</summary>
    private const int MaxSteps = 10;

    /// <param name="begin">Where the page begins; null for the first.</param>
    /// <returns>Each story with its newest report that fits, and where the next page begins.</returns>
    public static async Task<(ImmutableArray<(StorySummary Story, string Report)> Found, long? Next)> FindAsync(IStoryStore store, StoryQuery query, ReportQuery filter, long? begin, CancellationToken cancellation)
    {
        long? before = begin;
        List<(StorySummary, string)> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int step = 0; step < MaxSteps; step++)
        {
            ImmutableArray<ReportHit> hits = await store.SearchAsync(filter with { Before = before, Limit = Step }, cancellation);
            Dictionary<string, StorySummary> stories = (await store.StoriesAsync(query with
            {
                Ids = [.. hits.Select(h => h.Story).Where(s => !seen.Contains(s)).Distinct(StringComparer.Ordinal)],
                Limit = Step,
            }, cancellation)).ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (ReportHit hit in hits)
            {
                before = hit.Mark;
                if (!seen.Add(hit.Story) || !stories.TryGetValue(hit.Story, out StorySummary? story) || await WasShownAsync(store, filter, story, begin, cancellation))
                    continue;
                found.Add((story, hit.Id));
                if (found.Count == query.Limit)
                    return ([.. found], before);
            }

            if (hits.Length < Step)
                return ([.. found], null);
        }

        return ([.. found], before);
    }

    /// <summary>Whether a report of the story that fits stood on an earlier page: asked only of stories that have grown since.</summary>
    private static async Task<bool> WasShownAsync(IStoryStore store, ReportQuery filter, StorySummary story, long? begin, CancellationToken cancellation) =>
        begin is { } mark && story.Mark >= mark
        && (await store.SearchAsync(filter with { Story = story.Id, After = mark - 1, Before = null, Limit = 1 }, cancellation)).Length > 0;
}
