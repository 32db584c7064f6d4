using System.Collections.Immutable;
using System.Globalization;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>Lists of stories.</summary>
internal static class StoryListRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/stories",
            Name = "listStories",
            Tag = "stories",
            Summary = "Stories, latest arrival first.",
            Details = "Without a filter of reports (`q`, `person`, `organisation`, `place`, `origin`, `outlet`, `from`, `until`) all stories; with one those that hold a report which fits, by their latest such report.",
            Parameters =
            [
                ApiParameter.Number("min_reports", "Only stories of so many reports or more.", 1, 1_000_000, 1),
                ApiParameter.Time("since", "Only stories whose latest report is not older."),
                .. ReportFilter.Parameters, ApiParameter.Limit, ApiParameter.Cursor,
            ],
            Answers = [("application/json", nameof(StoryPage))],
            Serve = ListAsync,
        },
    ];

    private static async Task ListAsync(ApiCall call)
    {
        StoryQuery query = new() { MinReports = call.Number("min_reports", 1, 1, 1_000_000), Since = call.Time("since")?.SortKey, Limit = call.Limit };
        if (ReportFilter.Read(call) is { } filter)
        {
            (ImmutableArray<(StorySummary Story, string Report)> found, long? mark) = await StorySearch.FindAsync(call.Store, query, filter, call.NumberCursor(), call.Cancellation);
            await call.JsonAsync(new StoryPage([.. found.Select(f => StoryLine.Of(f.Story))], call.Next(mark?.ToString(CultureInfo.InvariantCulture))));
            return;
        }

        ImmutableArray<StorySummary> stories = await call.Store.StoriesAsync(query with { Before = call.NumberCursor() }, call.Cancellation);
        string? next = stories.Length < query.Limit ? null : stories[^1].Mark.ToString(CultureInfo.InvariantCulture);
        await call.JsonAsync(new StoryPage([.. stories.Select(StoryLine.Of)], call.Next(next)));
    }
}

/// <param name="Next">Cursor of the next page; null where there is none.</param>
internal sealed record StoryPage(ImmutableArray<StoryLine> Stories, string? Next);

/// <summary>A story in a list.</summary>
internal sealed record StoryLine(string Id, string Title, DateOnly? From, DateOnly? To, int Reports, DateTimeOffset Latest, bool IsStale)
{
    public static StoryLine Of(StorySummary story) => new(story.Id, story.Title, story.From, story.To, story.Reports, story.Latest, story.IsStale);
}
