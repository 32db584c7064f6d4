using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>A story: the whole picture, and its parts.</summary>
internal static class StoryRoutes
{
    private const string Root = "/api/v1/stories/{id}";

    private static readonly ImmutableArray<ApiParameter> Times =
        [ApiParameter.Time("as_of", "Leaves out what was published later: the story as it was then."), ApiParameter.Time("since", "Adds what changed since then, under `changes`.")];

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = Root,
            Name = "getStory",
            Tag = "stories",
            Summary = "The picture of a story, as `stemma show --format json` prints it.",
            Details = "A story that was merged into another is answered with that one; Content-Location says so.",
            Parameters = Times,
            Answers = [("application/json", "Picture")],
            Problems = [Problem.NotFound],
            Serve = call => SendAsync(call, "picture", p => p.Json),
        },
        Part("claims", "Its claims, best supported first.", nameof(ClaimList), [ApiParameter.Text("status", "Only claims of this status: " + string.Join(", ", Statuses) + ".")], (call, story) =>
        {
            string? status = call.OneOf("status", [.. Statuses]);
            return new ClaimList(story.Id, [.. story.Claims.Where(c => status is null || Word(c.Status) == status)]);
        }),
        Part("claims/{claim}", "A claim with all that it stands on: each assertion with its span and source, the origins, what contradicts it.", nameof(ClaimView), [], (call, story) =>
            ClaimView.Of(story, call.Part("claim")) ?? throw new ProblemException(Problem.NotFound, "There is no claim of that id in this story as it stands; ids of claims may change when a story grows.")),
        Part("reports", "Its reports, oldest first.", nameof(StoryReports), [], (_, story) => new StoryReports(story.Id, story.Reports)),
        Part("differences", "Where its reports do not say the same.", nameof(DifferenceList), [], (_, story) => new DifferenceList(story.Id, story.Differences)),
        Part("timeline", "What happened when.", nameof(Timeline), [], (_, story) => new Timeline(story.Id, story.Timeline)),
        Part("quotes", "Who said what: its quotations with their speakers.", nameof(QuoteList), [ApiParameter.Text("speaker", "Only words of this speaker.")], (call, story) =>
        {
            string? speaker = call.Text("speaker");
            return new QuoteList(story.Id, [.. story.Quotes.Where(q => speaker is null || string.Equals(q.Speaker, speaker, StringComparison.OrdinalIgnoreCase))]);
        }),
        Part("entities", "Whom and what it names, most named first.", nameof(EntityList), [], (_, story) => new EntityList(story.Id, story.Entities)),
        Part("origins", "Where information enters it.", nameof(OriginList), [], (_, story) => new OriginList(story.Id, story.Origins)),
        new()
        {
            Path = Root + "/lineage",
            Name = "getStoryLineage",
            Tag = "stories",
            Summary = "Who rests on whom, as `stemma lineage --format json` prints it.",
            Parameters = [Times[0]],
            Answers = [("application/json", "Lineage")],
            Problems = [Problem.NotFound],
            Serve = call => SendAsync(call, "lineage", p => System.Text.Encoding.UTF8.GetBytes(LineageJson.Write(new Picture(Picture.FormVersion, [p.Story], [])))),
        },
    ];

    /// <summary>The picture that is asked for; where the caller has it already, null, and that has been told.</summary>
    public static async Task<CachedPicture?> FindAsync(ApiCall call, string part)
    {
        PictureCache pictures = call.Service<PictureCache>();
        string id = call.Part("id");
        ReportTime? asOf = call.Time("as_of"), since = call.Time("since");
        if (await pictures.TagAsync(id, asOf, since, call.Cancellation) is { } tag && ApiAnswer.NotModified(call.Context, tag + "-" + part))
            return null;
        CachedPicture picture = await pictures.FindAsync(id, asOf, since, call.Cancellation)
            ?? throw new ProblemException(Problem.NotFound, asOf is null ? "There is no story of that id." : "There is no story of that id, or it had no report at that time.");
        if (picture.Story.Id != id)
            call.Response.Headers.ContentLocation = call.Request.Path.ToString().Replace($"/stories/{id}", $"/stories/{picture.Story.Id}", StringComparison.Ordinal);
        return picture;
    }

    private static async Task SendAsync(ApiCall call, string part, Func<CachedPicture, byte[]> write)
    {
        if (await FindAsync(call, part) is { } picture)
            await ApiAnswer.SendAsync(call.Context, write(picture), "application/json", picture.Tag + "-" + part);
    }

    private static ApiRoute Part<T>(string name, string summary, string schema, ImmutableArray<ApiParameter> parameters, Func<ApiCall, Story, T> take) => new()
    {
        Path = Root + "/" + name,
        Name = "getStory" + (name.Contains('{', StringComparison.Ordinal) ? "Claim" : char.ToUpperInvariant(name[0]) + name[1..]),
        Tag = "stories",
        Summary = summary,
        Parameters = [.. parameters, Times[0]],
        Answers = [("application/json", schema)],
        Problems = [Problem.NotFound],
        Serve = async call =>
        {
            // The tag is that of the part as asked for: parameters of its own are part of it.
            string part = name + string.Concat(parameters.Select(p => "-" + ApiAnswer.TagOf(System.Text.Encoding.UTF8.GetBytes(call.Text(p.Name) ?? ""))));
            part = part.Replace("/{claim}", "", StringComparison.Ordinal);
            await SendAsync(call, part, p => ApiJson.Bytes(take(call, p.Story)));
        },
    };

    private static IEnumerable<string> Statuses => Enum.GetValues<ClaimStatus>().Select(Word);

    private static string Word(ClaimStatus status) => status.ToString().ToLowerInvariant();
}

internal sealed record ClaimList(string Story, ImmutableArray<Claim> Claims);

internal sealed record StoryReports(string Story, ImmutableArray<Report> Reports);

internal sealed record DifferenceList(string Story, ImmutableArray<Difference> Differences);

internal sealed record Timeline(string Story, [property: System.Text.Json.Serialization.JsonPropertyName("timeline")] ImmutableArray<TimelineEntry> Entries);

internal sealed record QuoteList(string Story, ImmutableArray<StoryQuote> Quotes);

internal sealed record EntityList(string Story, ImmutableArray<StoryEntity> Entities);

internal sealed record OriginList(string Story, ImmutableArray<Origin> Origins);
