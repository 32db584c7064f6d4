using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Claims;

public enum ClaimKind
{
    Event,
    State,
    Plan,
    Quantity,
    Opinion,
    Background,
}

/// <summary>Where a claim stands; the table of rules is in <c>docs/guide/status-and-origins.md</c>.</summary>
public enum ClaimStatus
{
    Confirmed,
    Asserted,
    Reported,
    Presumed,
    Disputed,
    Denied,
    Withdrawn,
}

/// <summary>What stands behind a claim.</summary>
/// <param name="OriginsAtLeast">How many origins must be different ones.</param>
/// <param name="OriginsAtMost">How many may be.</param>
public sealed record Support(int Reports, int Outlets, int OriginsAtLeast, int OriginsAtMost, bool AnonymousOnly);

public sealed record FirstReport(string Report, ReportTime? Time);

public sealed record StatusChange(ReportTime? Time, string Report, ClaimStatus Status);

/// <summary>The assertions, in any report, that state the same thing.</summary>
public sealed record Claim
{
    public required string Id { get; init; }

    /// <summary>A self-contained sentence from its clearest assertion.</summary>
    public required string Statement { get; init; }

    public required ClaimKind Kind { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>Ids, by report and position.</summary>
    public required ImmutableArray<string> Assertions { get; init; }

    public required Support Support { get; init; }

    public required FirstReport FirstReported { get; init; }

    /// <summary>Oldest first; one entry each time the status changed.</summary>
    public required ImmutableArray<StatusChange> History { get; init; }
}
