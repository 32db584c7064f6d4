using System.Collections.Immutable;

namespace Stemma.Watch;

/// <summary>What can become of something that is watched.</summary>
public enum AlertKind
{
    /// <summary>A story got its first, or its so manieth, report.</summary>
    Report,

    /// <summary>The status of a claim changed.</summary>
    Status,

    /// <summary>One more origin that must be a different one stands behind a claim.</summary>
    Origin,

    /// <summary>Somebody denies a claim.</summary>
    Denial,

    /// <summary>A figure took the place of another, or stands against it.</summary>
    Number,

    /// <summary>A report was taken back.</summary>
    Withdrawn,
}

/// <summary>One thing that changed, complete in itself: what was, what is, and the words that say so.</summary>
public sealed record Alert
{
    /// <summary>The same for the same change, whoever finds it how often: 32 hexadecimal digits.</summary>
    public required string Key { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>Id.</summary>
    public required string Story { get; init; }

    public required string Title { get; init; }

    /// <summary>Id in the picture that the alert was drawn from; null where it is about no single claim.</summary>
    public string? Claim { get; init; }

    public string? Statement { get; init; }

    public string? Before { get; init; }

    public required string After { get; init; }

    public required ImmutableArray<AlertEvidence> Evidence { get; init; }

    /// <summary>When the latest of the evidence was published (ISO 8601); null where that is not known.</summary>
    public string? Time { get; init; }

    /// <summary>Ids of the watches that asked for it.</summary>
    public ImmutableArray<string> Watches { get; init; } = [];
}

/// <param name="Quote">Exactly the words between start and end of the report's body, in UTF-16 code units.</param>
/// <param name="Url">http or https, or null.</param>
public sealed record AlertEvidence(string Report, string? Outlet, string? Published, string? Url, int Start, int End, string Quote);
