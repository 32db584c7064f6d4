namespace Stemma.Store;

/// <summary>Something in a store that does not fit.</summary>
/// <param name="What">The report, story or digest concerned.</param>
/// <param name="Fault">In one line.</param>
public sealed record StoreFault(string What, string Fault);

/// <summary>What is in a store.</summary>
/// <param name="Bytes">Size of the whole, in bytes.</param>
public sealed record StoreCounts(long Reports, long Stories, long Stale, long Corrections, long Tombstones, long Bytes);
