using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Web.Api;
using Stemma.Weighing;

namespace Stemma.Web.Mcp;

internal sealed record FoundStories(ImmutableArray<FoundStory> Stories, string? Next);

/// <param name="Report">Its newest report that fits.</param>
/// <param name="Passage">Where it does.</param>
internal sealed record FoundStory(string Id, string Title, DateOnly? From, DateOnly? To, int Reports, DateTimeOffset Latest, ReportReference Report, ReportSpan? Passage);

/// <param name="Claims">Status and support of the claims that its points rest on.</param>
internal sealed record StoryBriefResult(string Story, string Title, Brief Brief, ImmutableArray<ClaimLine> Claims, ImmutableArray<Change> Changes, ImmutableArray<ReportReference> Reports)
{
    public static StoryBriefResult Of(Story story)
    {
        Brief brief = story.Brief;
        HashSet<string> named = [.. brief.NewsPeg.Concat(brief.KeyFacts).Concat(brief.Disputed).Concat(brief.Unknown).Concat(brief.Watch).Concat(brief.Who).Concat(brief.BigNumber is { } n ? [n] : []).SelectMany(p => p.Claims)];
        return new StoryBriefResult(
            story.Id, story.Title, brief, [.. story.Claims.Where(c => named.Contains(c.Id)).Select(ClaimLine.Of)], story.Changes ?? [], [.. story.Reports.Select(ReportReference.Of)]);
    }
}

internal sealed record ClaimLine(string Id, string Statement, ClaimStatus Status, Support Support)
{
    public static ClaimLine Of(Claim claim) => new(claim.Id, claim.Statement, claim.Status, claim.Support);
}

internal sealed record FoundClaims(string Story, ImmutableArray<ClaimView> Claims);

/// <param name="More">How many more there are.</param>
internal sealed record Statements(string Story, ImmutableArray<Statement> Said, ImmutableArray<StoryQuote> Quotes, ImmutableArray<ReportReference> Reports, int More)
{
    public static Statements Of(Story story, string? speaker, string? stance, int limit)
    {
        string? wanted = speaker is null ? null : Store.SearchWords.Fold(speaker);
        bool Fits(string? name) => wanted is null || (name is not null && Store.SearchWords.Fold(name).Contains(wanted, StringComparison.Ordinal));
        ImmutableArray<Assertion> fitting = [.. story.Assertions.Where(a =>
            (wanted is null ? a.Attribution.Length > 0 : a.Attribution.Any(s => Fits(s.Name)))
            && (stance is null || string.Equals(a.Stance.ToString(), stance, StringComparison.OrdinalIgnoreCase)))];
        ImmutableArray<Assertion> shown = [.. fitting.Take(limit)];
        ImmutableArray<StoryQuote> quotes = [.. story.Quotes.Where(q => q.Speaker is not null && Fits(q.Speaker)).Take(limit)];
        HashSet<string> reports = [.. shown.Select(a => a.Report), .. quotes.Select(q => q.At.Report)];
        return new Statements(
            story.Id,
            [.. shown.Select(a => new Statement(a.Attribution.IsEmpty ? null : a.Attribution[^1].Name, a.Attribution, a.Cue, a.Stance, a.Certainty, a.Polarity, a.At, a.Claim))],
            quotes,
            [.. story.Reports.Where(r => reports.Contains(r.Id)).Select(ReportReference.Of)],
            fitting.Length - shown.Length);
    }
}

/// <param name="Speaker">Whose word it is in the end.</param>
/// <param name="Attribution">Outermost first.</param>
/// <param name="Cue">The attributing words.</param>
/// <param name="At">What is stated.</param>
internal sealed record Statement(string? Speaker, ImmutableArray<Source> Attribution, ReportSpan? Cue, Stance Stance, Certainty Certainty, Polarity Polarity, ReportSpan At, string Claim);

internal sealed record Comparison(string Story, ImmutableArray<DifferenceView> Differences, ImmutableArray<Derivation> Lineage, ImmutableArray<Origin> Origins, ImmutableArray<ReportReference> Reports)
{
    public static Comparison Of(Story story, HashSet<string>? wanted)
    {
        Dictionary<string, Assertion> assertions = story.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        bool In(string report) => wanted is null || wanted.Contains(report);
        ImmutableArray<DifferenceView> differences = [.. story.Differences
            .Select(d => new DifferenceView(d.Id, d.Kind, d.About, d.Verdict, d.Why, [.. d.Positions.Select(p => new PositionView(
                p.Value, p.Text, [.. p.Assertions.Select(a => assertions[a]).Where(a => In(a.Report)).Select(a => a.At)], [.. p.Assertions.Select(a => assertions[a].Claim).Distinct()]))]))
            .Where(d => d.Positions.Count(p => p.Evidence.Length > 0) > (wanted is null ? 0 : 1))];
        ImmutableArray<Derivation> lineage = [.. story.Lineage.Where(l => In(l.From) && (In(l.To) || story.Reports.All(r => r.Id != l.To)))];
        HashSet<string> rested = [.. lineage.Select(l => l.To)];
        return new Comparison(story.Id, differences, lineage, [.. story.Origins.Where(o => rested.Contains(o.Id))], [.. story.Reports.Where(r => In(r.Id)).Select(ReportReference.Of)]);
    }
}

internal sealed record DifferenceView(string Id, DifferenceKind Kind, string About, Verdict Verdict, string Why, ImmutableArray<PositionView> Positions);

/// <param name="Evidence">Where it stands.</param>
/// <param name="Claims">Ids.</param>
internal sealed record PositionView(string Value, string Text, ImmutableArray<ReportSpan> Evidence, ImmutableArray<string> Claims);

internal sealed record AnalysedTexts(ImmutableArray<AnalysedStory> Stories, ImmutableArray<Rejection> Rejected)
{
    public static AnalysedTexts Of(Picture picture) => new([.. picture.Stories.Select(AnalysedStory.Of)], picture.Rejected);
}

/// <param name="Claims">The best supported, with all that they stand on.</param>
internal sealed record AnalysedStory(string Title, Brief Brief, ImmutableArray<AnalysedClaim> Claims, ImmutableArray<DifferenceView> Differences, ImmutableArray<AnalysedReport> Reports)
{
    private const int MostClaims = 40;

    public static AnalysedStory Of(Story story)
    {
        ILookup<string, Assertion> byClaim = story.Assertions.ToLookup(a => a.Claim, StringComparer.Ordinal);
        return new AnalysedStory(
            story.Title,
            story.Brief,
            [.. story.Claims.Take(MostClaims).Select(c => new AnalysedClaim(c.Id, c.Statement, c.Status, c.Support, [.. byClaim[c.Id].Select(a => a.At)]))],
            Comparison.Of(story, null).Differences,
            [.. story.Reports.Select(r => new AnalysedReport(r.Id, r.Input, r.Outlet, r.Headline, r.Published, r.Url))]);
    }
}

internal sealed record AnalysedClaim(string Id, string Statement, ClaimStatus Status, Support Support, ImmutableArray<ReportSpan> Evidence);

/// <param name="Input"><c>body#</c> and the id it was handed over with.</param>
internal sealed record AnalysedReport(string Id, string Input, string? Outlet, string? Headline, ReportTime? Published, string? Url);

/// <summary>A report that is handed over.</summary>
internal sealed record PostedReport(
    [property: Description("The whole text, paragraphs parted by blank lines.")] string Text,
    [property: Description("A name for it in the answer.")] string? Id = null,
    [property: Description("Who published it.")] string? Outlet = null,
    [property: Description("When; ISO 8601.")] string? Published = null,
    [property: Description("Its headline.")] string? Title = null,
    [property: Description("Where it can be read.")] string? Url = null)
{
    internal static JsonSerializerOptions Form { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
