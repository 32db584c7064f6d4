namespace Stemma.Store;

/// <summary>What became of a report that was handed to a store. When it is told, it is kept.</summary>
/// <param name="Kind"><see cref="StandingKind.New"/>: it was added.</param>
/// <param name="Story">Null where it was refused.</param>
public sealed record Admission(StandingKind Kind, string Report, string Input, string? Story, Tombstone? Forgotten);
