using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Store;

/// <summary>Whose record it is.</summary>
public enum HolderKind
{
    /// <summary>A named source from which information entered stories.</summary>
    Origin,

    /// <summary>Who published reports.</summary>
    Outlet,
}

/// <summary>What became of a claim after somebody stated it.</summary>
public enum Outcome
{
    /// <summary>Not confirmed when it was first stated here, and confirmed by now.</summary>
    Confirmed,

    /// <summary>Somebody says otherwise by now.</summary>
    Disputed,
    Denied,
    Withdrawn,

    /// <summary>None of these: it stands as it was stated, or was confirmed when it was.</summary>
    Standing,
}

/// <summary>What became of the claims that an origin or an outlet stated, over all stories.</summary>
/// <param name="Name">As most pictures have it.</param>
/// <param name="Unconfirmed">How many were not confirmed when it first stated them: what "later confirmed" is counted of.</param>
/// <param name="Relayed">Of an outlet: how many it states only on another outlet's or agency's word, or in copies and rewrites. 0 for an origin.</param>
/// <param name="First">Of an outlet: how many no report stated earlier. 0 for an origin.</param>
public sealed record TrackRecord(string Name, int Claims, int Stories, int Unconfirmed, int Relayed, int First, ImmutableArray<(Outcome Outcome, int Count)> Outcomes)
{
    public int Of(Outcome outcome) => Outcomes.FirstOrDefault(o => o.Outcome == outcome).Count;
}

/// <summary>A claim in a record.</summary>
/// <param name="Was">Status when it was first stated here.</param>
public sealed record RecordedClaim(string Story, string Claim, string Statement, ClaimStatus Status, ClaimStatus Was, bool IsRelayed, bool IsFirst, DateTimeOffset? Stated)
{
    /// <summary>Where the next page goes on, if this is the last of one.</summary>
    public required string Mark { get; init; }
}

/// <summary>Which claims of a record to list.</summary>
public sealed record RecordQuery(HolderKind Holder, string Name)
{
    public Outcome? Outcome { get; init; }

    /// <summary><see cref="RecordedClaim.Mark"/> of the last of the page before.</summary>
    public string? Before { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
