namespace Stemma.Store;

/// <summary>Something in a store that does not fit.</summary>
/// <param name="What">The report, story or digest concerned.</param>
/// <param name="Fault">In one line.</param>
public sealed record StoreFault(string What, string Fault);

/// <summary>What is in a store.</summary>
/// <param name="Bytes">Size of the whole, in bytes.</param>
public sealed record StoreCounts(long Reports, long Stories, long Stale, long Corrections, long Tombstones, long Bytes);

/// <summary>How far a store has come.</summary>
/// <param name="Reports">Of the latest arrival: <see cref="ReportHit.Mark"/>.</param>
/// <param name="Grouping">Rises whenever reports are added, moved or forgotten.</param>
/// <param name="Corrections">Length of the log.</param>
/// <param name="Alerts">Number of the latest.</param>
public sealed record StoreMarks(long Reports, long Grouping, long Corrections, long Alerts);
