using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Store;

namespace Stemma.Watch;

/// <summary>What watching keeps in a store, in its own types.</summary>
/// <remarks>
/// What is remembered of stories and deliveries lies among the feeds, under names that are no addresses: like a feed each has a state and, where something is tried again, a time when it is due.
/// </remarks>
internal sealed class WatchNotebook(IWatchMemory memory)
{
    private const string SnapshotMark = "snapshot ", DeliveryMark = "delivery ";

    /// <summary>By when they are due.</summary>
    public async Task<ImmutableArray<(FeedState State, DateTimeOffset Due)>> FeedsAsync(CancellationToken cancellation) =>
        [.. (await memory.FeedsAsync(cancellation)).Where(f => f.Url.Contains("://", StringComparison.Ordinal) && !IsMarked(f.Url)).Select(f => (WatchJson.ReadFeed(f.State), f.Due))];

    public Task SaveAsync(FeedState state, DateTimeOffset due, CancellationToken cancellation) => memory.SaveFeedAsync(state.Url, WatchJson.Write(state), due, cancellation);

    /// <summary>By story.</summary>
    public async Task<Dictionary<string, StorySnapshot>> SnapshotsAsync(CancellationToken cancellation) =>
        (await memory.FeedsAsync(cancellation)).Where(f => f.Url.StartsWith(SnapshotMark, StringComparison.Ordinal)).ToDictionary(f => f.Url[SnapshotMark.Length..], f => WatchJson.ReadSnapshot(f.State), StringComparer.Ordinal);

    public Task SaveAsync(StorySnapshot snapshot, CancellationToken cancellation) =>
        memory.SaveFeedAsync(SnapshotMark + snapshot.Story, WatchJson.Write(snapshot), DateTimeOffset.MaxValue, cancellation);

    public async Task<DeliveryState?> DeliveryAsync(string name, CancellationToken cancellation) =>
        (await memory.FeedsAsync(cancellation)).Where(f => f.Url == DeliveryMark + name).Select(f => WatchJson.ReadDelivery(f.State)).FirstOrDefault();

    public Task SaveAsync(string name, DeliveryState state, CancellationToken cancellation) =>
        memory.SaveFeedAsync(DeliveryMark + name, WatchJson.Write(state), state.NotBefore ?? DateTimeOffset.MaxValue, cancellation);

    /// <summary>By id. What is no watch of this form is left out, and stays.</summary>
    public async Task<ImmutableArray<StandingWatch>> WatchesAsync(CancellationToken cancellation)
    {
        ImmutableArray<StandingWatch>.Builder watches = ImmutableArray.CreateBuilder<StandingWatch>();
        foreach ((string _, string watch) in await memory.WatchesAsync(cancellation))
        {
            try
            {
                watches.Add(WatchJson.ReadWatch(watch));
            }
            catch (JsonException)
            {
                // Written by another version.
            }
        }

        return watches.ToImmutable();
    }

    public Task SaveAsync(StandingWatch watch, CancellationToken cancellation) => memory.SaveWatchAsync(watch.Id, WatchJson.Write(watch), cancellation);

    private static bool IsMarked(string name) => name.StartsWith(SnapshotMark, StringComparison.Ordinal) || name.StartsWith(DeliveryMark, StringComparison.Ordinal);
}
