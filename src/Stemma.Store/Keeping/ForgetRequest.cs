using System.Collections.Immutable;

namespace Stemma.Store;

/// <summary>What to remove, with all that was drawn from it. Exactly one of the three is asked for.</summary>
public sealed record ForgetRequest
{
    /// <summary>Ids of reports; all versions of their items go.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>All reports of an outlet; more of it are refused later.</summary>
    public string? Outlet { get; init; }

    /// <summary>All reports published, or arrived where that is unknown, before.</summary>
    public DateTimeOffset? Before { get; init; }

    public required string Who { get; init; }

    public string? Why { get; init; }

    public required DateTimeOffset When { get; init; }
}
