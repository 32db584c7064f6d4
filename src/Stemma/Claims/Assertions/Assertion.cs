using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>One link of a chain: the contract's <c>Source</c>.</summary>
/// <param name="Name">Canonical and resolved.</param>
/// <param name="At">The words as they stand; null where carried over from an earlier sentence.</param>
/// <param name="Origin">Id of the origin, on the innermost source; else null.</param>
public sealed record Source(string Name, ReportSpan? At, SourceKind Kind, bool Anonymous, string? Origin);

/// <summary>One report's statement of one thing, with whose word it is.</summary>
public sealed record Assertion
{
    public required string Id { get; init; }

    public required string Report { get; init; }

    /// <summary>Id of the claim it belongs to.</summary>
    public required string Claim { get; init; }

    /// <summary>The content, without source and cue.</summary>
    public required ReportSpan At { get; init; }

    /// <summary>Outermost first; empty for the report's own voice.</summary>
    public required ImmutableArray<Source> Attribution { get; init; }

    public required ReportSpan? Cue { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required Polarity Polarity { get; init; }

    public required ImmutableArray<ReportSpan> Hedges { get; init; }

    public required ImmutableArray<string> Times { get; init; }

    public required ImmutableArray<string> Quantities { get; init; }

    public required ImmutableArray<string> Quotes { get; init; }
}
