using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Mcp;

/// <summary>What programs that speak MCP can ask. Nothing here changes the store.</summary>
internal sealed class StoryTools(IStoryStore store, PictureCache pictures, AnalysisDesk desk, ServeOptions options)
{
    private const string AsOf = "Leaves out what was published later; a day (2026-03-09) or a moment in ISO 8601.";

    [McpServerTool(UseStructuredContent = true, Name = "search_stories", Title = "Search stories")]
    [Description("Finds stories, latest first, by words and names in their reports; each with a report that fits and the passage where it does. Without any filter: the latest stories.")]
    public async Task<FoundStories> SearchStoriesAsync(
        [Description("Words that all have to be there; \"words in a row\", -word.")] string? query = null,
        [Description("Name of a person in the report.")] string? person = null,
        [Description("Name of an organisation in it.")] string? organisation = null,
        [Description("Name of a place in it.")] string? place = null,
        [Description("Name of an origin of something it states.")] string? origin = null,
        [Description("Who published it.")] string? outlet = null,
        [Description("Published not earlier; ISO 8601.")] string? from = null,
        [Description("Published before; ISO 8601.")] string? until = null,
        [Description("Only stories of so many reports or more.")] int minReports = 1,
        [Description("How many stories, 1 to 50.")] int limit = 10,
        [Description("Where the next page begins: next of the page before.")] string? cursor = null,
        CancellationToken cancellation = default)
    {
        if (limit is < 1 or > 50 || minReports < 1)
            throw new McpException("limit is 1 to 50, minReports 1 or more.");
        long? begin = cursor is null ? null : long.TryParse(PageCursor.Read(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out long mark) ? mark : throw new McpException("The cursor is none that this server gave.");
        ReportQuery filter = new()
        {
            Text = query,
            Person = person,
            Organisation = organisation,
            Place = place,
            Origin = origin,
            Outlet = outlet,
            From = Time(from, nameof(from))?.SortKey,
            Until = Time(until, nameof(until))?.SortKey,
        };
        (ImmutableArray<(StorySummary Story, string Report)> found, long? next) = await StorySearch.FindAsync(store, new StoryQuery { MinReports = minReports, Limit = limit }, filter, begin, cancellation);
        List<FoundStory> stories = [];
        foreach ((StorySummary story, string id) in found)
        {
            if (await store.ReportAsync(id, cancellation) is { Report: { } report })
                stories.Add(new FoundStory(story.Id, story.Title, story.From, story.To, story.Reports, story.Latest, ReportReference.Of(report), Passages.Find(report, query)));
        }

        return new FoundStories([.. stories], next is { } place2 ? PageCursor.Write(place2.ToString(CultureInfo.InvariantCulture)) : null);
    }

    [McpServerTool(UseStructuredContent = true, Name = "get_brief", Title = "Brief of a story")]
    [Description("What is known of a story, on whose word, what is disputed and what is not known; each point with its support (independent origins) and the exact passages it stands on.")]
    public async Task<StoryBriefResult> GetBriefAsync(
        [Description("Id of the story, from search_stories.")] string story, [Description(AsOf)] string? asOf = null, [Description("Tells what changed since then; ISO 8601.")] string? since = null, CancellationToken cancellation = default)
    {
        Story found = await FindAsync(story, asOf, since, cancellation);
        return StoryBriefResult.Of(found);
    }

    [McpServerTool(UseStructuredContent = true, Name = "get_claim", Title = "A claim with its evidence")]
    [Description("A claim with its status, its support, and every assertion it stands on: which report, whose word, how firmly, at which span; with what contradicts it. By id (from get_brief or compare_reports), or by words.")]
    public async Task<FoundClaims> GetClaimAsync(
        [Description("Id of the story.")] string story,
        [Description("Id of the claim.")] string? claim = null,
        [Description("Words that its statement has, where the id is not known: the five best supported claims with all of them.")] string? words = null,
        [Description(AsOf)] string? asOf = null,
        CancellationToken cancellation = default)
    {
        if (claim is null && string.IsNullOrWhiteSpace(words))
            throw new McpException("Give the id of a claim, or words of it.");
        Story found = await FindAsync(story, asOf, null, cancellation);
        string[] wanted = [.. SearchWords.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        ImmutableArray<ClaimView> claims = [.. found.Claims
            .Where(c => claim is not null ? c.Id == claim : wanted.All(SearchWords.Fold(c.Statement).Contains))
            .Take(5)
            .Select(c => ClaimView.Of(found, c.Id)!)];
        return claims.IsEmpty ? throw new McpException("No such claim in this story as it stands.") : new FoundClaims(found.Id, claims);
    }

    [McpServerTool(UseStructuredContent = true, Name = "who_said_what", Title = "Who said what")]
    [Description("Statements of a story with whose word each is: the chain of sources from the outlet inwards, the attributing words, stance (asserts, denies, confirms, ...), certainty, and the exact span.")]
    public async Task<Statements> WhoSaidWhatAsync(
        [Description("Id of the story.")] string story,
        [Description("Only statements in whose chain this name stands; part of a name will do.")] string? speaker = null,
        [Description("Only this stance: asserts, confirms, denies, doubts, withholds, accuses, promises, threatens, asks.")] string? stance = null,
        [Description("How many, 1 to 200.")] int limit = 40,
        [Description(AsOf)] string? asOf = null,
        CancellationToken cancellation = default)
    {
        if (limit is < 1 or > 200)
            throw new McpException("limit is 1 to 200.");
        if (stance is not null && !Enum.TryParse<Attributions.Stance>(stance, ignoreCase: true, out _))
            throw new McpException("stance is one of " + string.Join(", ", Enum.GetNames<Attributions.Stance>()).ToLowerInvariant() + ".");
        Story found = await FindAsync(story, asOf, null, cancellation);
        return Statements.Of(found, speaker, stance, limit);
    }

    [McpServerTool(UseStructuredContent = true, Name = "compare_reports", Title = "Compare reports")]
    [Description("Where the reports of a story do not say the same (numbers, times, places, people, denials, certainty), each side with its exact words; and who rests on whom: copies, rewrites, credits, with what a copy changed.")]
    public async Task<Comparison> CompareReportsAsync(
        [Description("Id of the story.")] string story,
        [Description("Ids of reports to compare; all of the story unless given.")] string[]? reports = null,
        [Description(AsOf)] string? asOf = null,
        CancellationToken cancellation = default)
    {
        Story found = await FindAsync(story, asOf, null, cancellation);
        HashSet<string>? wanted = reports is { Length: > 0 } ? [.. reports] : null;
        return wanted?.FirstOrDefault(w => found.Reports.All(r => r.Id != w)) is { } unknown
            ? throw new McpException($"No report '{(unknown.Length > 60 ? unknown[..60] : unknown)}' in this story.")
            : Comparison.Of(found, wanted);
    }

    [McpServerTool(UseStructuredContent = true, Name = "analyse_texts", Title = "Analyse texts")]
    [Description("Analyses news texts that are handed over, without keeping anything: groups them into stories and returns for each its brief, its best supported claims and its differences, with exact spans.")]
    public async Task<AnalysedTexts> AnalyseTextsAsync([Description("The texts, each a whole report.")] PostedReport[] reports, CancellationToken cancellation = default)
    {
        if (reports.Length == 0 || reports.Any(r => string.IsNullOrWhiteSpace(r.Text)))
            throw new McpException("Give at least one report, and each with its text.");
        if (reports.Sum(r => (long)r.Text.Length) > options.Limits.AnalysisBytes)
            throw new McpException("That is more text than is analysed at once.");
        using MemoryStream lines = new();
        for (int i = 0; i < reports.Length; i++)
        {
            PostedReport report = reports[i];
            lines.Write(JsonSerializer.SerializeToUtf8Bytes(report with { Id = report.Id ?? (i + 1).ToString(CultureInfo.InvariantCulture) }, PostedReport.Form));
            lines.WriteByte((byte)'\n');
        }

        try
        {
            return AnalysedTexts.Of(await desk.AnalyseAsync(lines.ToArray(), new AnalysisOptions(), cancellation));
        }
        catch (ProblemException e)
        {
            throw new McpException(e.Message);
        }
    }

    private async Task<Story> FindAsync(string story, string? asOf, string? since, CancellationToken cancellation) =>
        (await pictures.FindAsync(story, Time(asOf, nameof(asOf)), Time(since, nameof(since)), cancellation))?.Story ?? throw new McpException("There is no story of that id; search_stories finds ids.");

    private static ReportTime? Time(string? text, string name) => string.IsNullOrWhiteSpace(text) ? null
        : ReportTime.TryParse(text, out ReportTime time) ? time : throw new McpException($"{name} takes a day such as 2026-03-09 or a moment in ISO 8601.");
}
