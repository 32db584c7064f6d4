using System.Collections.Immutable;
using System.Globalization;
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

    public static async Task<StoryPage> FindAsync(ApiCall call, StoryQuery query, ReportQuery filter)
    {
        long? before = call.NumberCursor(), begin = before;
        List<StoryLine> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int step = 0; step < MaxSteps; step++)
        {
            ImmutableArray<ReportHit> hits = await call.Store.SearchAsync(filter with { Before = before, Limit = Step }, call.Cancellation);
            Dictionary<string, StorySummary> stories = (await call.Store.StoriesAsync(query with
            {
                Ids = [.. hits.Select(h => h.Story).Where(s => !seen.Contains(s)).Distinct(StringComparer.Ordinal)],
                Limit = Step,
            }, call.Cancellation)).ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (ReportHit hit in hits)
            {
                before = hit.Mark;
                if (!seen.Add(hit.Story) || !stories.TryGetValue(hit.Story, out StorySummary? story) || await WasShownAsync(call, filter, story, begin))
                    continue;
                found.Add(StoryLine.Of(story));
                if (found.Count == query.Limit)
                    return new StoryPage([.. found], call.Next(before?.ToString(CultureInfo.InvariantCulture)));
            }

            if (hits.Length < Step)
                return new StoryPage([.. found], call.Next(null));
        }

        return new StoryPage([.. found], call.Next(before?.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether a report of the story that fits stood on an earlier page: asked only of stories that have grown since.</summary>
    private static async Task<bool> WasShownAsync(ApiCall call, ReportQuery filter, StorySummary story, long? begin) =>
        begin is { } mark && story.Mark >= mark
        && (await call.Store.SearchAsync(filter with { Story = story.Id, After = mark - 1, Before = null, Limit = 1 }, call.Cancellation)).Length > 0;
}
