namespace Stemma.Store;

public enum StandingKind
{
    /// <summary>Not in the store.</summary>
    New,

    /// <summary>In the store with the same content.</summary>
    Known,

    /// <summary>Another version of an item in the store.</summary>
    Revision,

    /// <summary>Removed by <c>forget</c>, and not to come back.</summary>
    Forgotten,
}

/// <summary>What a store knows of a report before it is added.</summary>
/// <param name="Story">The story it is in, where it is known.</param>
/// <param name="Forgotten">The tombstone, where there is one.</param>
public sealed record Standing(StandingKind Kind, string? Story, Tombstone? Forgotten);

/// <summary>What is left of something that was removed.</summary>
/// <param name="Kind">"report" or "outlet".</param>
/// <param name="Name">The report's id, or the outlet.</param>
/// <param name="When">UTC.</param>
public sealed record Tombstone(string Kind, string Name, DateTimeOffset When, string Who, string? Why);
