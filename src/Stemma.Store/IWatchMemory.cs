using System.Collections.Immutable;

namespace Stemma.Store;

/// <summary>What watching keeps between polls: how each feed stands, what is watched, what was told.</summary>
/// <remarks>
/// States, watches and alerts are text of the watcher's own form (JSON); the store only keeps them. Whatever else has a state and a time when it is due (a delivery, what is remembered of a story) may be
/// kept among the feeds, under a name that is no address.
/// </remarks>
public interface IWatchMemory
{
    /// <param name="due">When it is to be polled next, UTC.</param>
    Task SaveFeedAsync(string url, string state, DateTimeOffset due, CancellationToken cancellation);

    /// <summary>Feeds by when they are due.</summary>
    Task<ImmutableArray<(string Url, string State, DateTimeOffset Due)>> FeedsAsync(CancellationToken cancellation);

    /// <param name="watch">Null ends the watch.</param>
    Task SaveWatchAsync(string id, string? watch, CancellationToken cancellation);

    Task<ImmutableArray<(string Id, string Watch)>> WatchesAsync(CancellationToken cancellation);

    /// <summary>Keeps an alert once, whoever raises it how often.</summary>
    /// <param name="key">The same for the same alert.</param>
    /// <returns>Whether it is new.</returns>
    Task<bool> AddAlertAsync(string key, string alert, DateTimeOffset raised, CancellationToken cancellation);

    /// <param name="after">Number of the last one seen; 0 for all.</param>
    Task<ImmutableArray<(long Number, string Alert, DateTimeOffset Raised)>> AlertsAsync(long after, int limit, CancellationToken cancellation);
}
