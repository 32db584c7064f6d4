using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Language;
using Stemma.Lineages;
using Stemma.Quantities;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Times;

namespace Stemma.Weighing;

/// <summary>Everything found about a set of reports: the one machine-readable form, see <c>docs/picture.schema.json</c>.</summary>
/// <param name="Stemma">Version of this form.</param>
/// <param name="Stories">By size, largest first; then by the earliest report.</param>
/// <param name="Rejected">What could not be read, in order of input.</param>
public sealed record Picture(string Stemma, ImmutableArray<Story> Stories, ImmutableArray<Rejection> Rejected)
{
    /// <summary>The version of the form that this engine writes.</summary>
    public const string FormVersion = "1";
}

/// <summary>An input that could not be read, and why, in one line.</summary>
public sealed record Rejection(string Input, string Reason);

/// <summary>The reports of one event and what they add up to.</summary>
public sealed record Story
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>First day that the story's events cover, or null.</summary>
    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    /// <summary>Oldest first; those without a time last; ties by input.</summary>
    public required ImmutableArray<Report> Reports { get; init; }

    /// <summary>By report, then by position.</summary>
    public required ImmutableArray<Assertion> Assertions { get; init; }

    /// <summary>Best supported first.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    public required ImmutableArray<StoryQuote> Quotes { get; init; }

    public required ImmutableArray<StoryTime> Times { get; init; }

    public required ImmutableArray<StoryQuantity> Quantities { get; init; }

    public required ImmutableArray<StoryEntity> Entities { get; init; }

    public required ImmutableArray<Origin> Origins { get; init; }

    public required ImmutableArray<Derivation> Lineage { get; init; }

    public required ImmutableArray<Difference> Differences { get; init; }

    public required ImmutableArray<TimelineEntry> Timeline { get; init; }

    public required Brief Brief { get; init; }

    /// <summary>What changed since the time asked about (<c>--since</c>); null where none was.</summary>
    public ImmutableArray<Change>? Changes { get; init; }

    /// <summary>What a person corrected in it, oldest first; null where nobody corrected anything.</summary>
    public ImmutableArray<Correction>? Corrections { get; init; }

    /// <summary>Whether a person said that it is no story.</summary>
    [JsonIgnore]
    public bool IsRejected => Corrections is { } all && StoryCorrector.IsRejected(Reports, CorrectionSet.Of(all));
}

/// <param name="SameAs">Ids of quotes with the same words in other reports.</param>
public sealed record StoryQuote(string Id, string Text, string? Speaker, ReportSpan At, ImmutableArray<string> SameAs);

/// <param name="Value">TIMEX3 value.</param>
/// <param name="From">First day, included; null: unbounded.</param>
/// <param name="To">Last day, included; null: unbounded.</param>
public sealed record StoryTime(string Id, ReportSpan At, string Value, DateOnly? From, DateOnly? To, TimeBound? Bound, string? Duration);

public sealed record StoryQuantity(string Id, ReportSpan At, double? Low, double? High, string? Unit, Comparator Comparator, string? Of);

/// <param name="Mentions">How often it is named, over all reports.</param>
public sealed record StoryEntity(string Id, string Name, EntityKind Kind, ImmutableArray<string> Aliases, int Mentions, Coordinates? Place);

/// <summary>WGS 84, degrees.</summary>
public sealed record Coordinates(double Lat, double Lon);

/// <summary>What happened when: event time, not publication time.</summary>
public sealed record TimelineEntry(DateOnly? From, DateOnly? To, string Text, ImmutableArray<string> Claims, ImmutableArray<string> Reports);
