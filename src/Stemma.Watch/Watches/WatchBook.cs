using System.Collections.Immutable;
using System.Globalization;
using Stemma.Claims;
using Stemma.Store;
using Stemma.Text;

namespace Stemma.Watch;

/// <summary>Sets and ends watches in a store.</summary>
public sealed class WatchBook(IStoryStore store, StoryWeigher weigher, TimeProvider time)
{
    private readonly WatchNotebook notebook = new(store.Watch);

    public Task<ImmutableArray<StandingWatch>> ListAsync(CancellationToken cancellation) => notebook.WatchesAsync(cancellation);

    /// <summary>Sets a watch. What a story is like at this moment is remembered with it, so that everything later is told.</summary>
    /// <param name="watch">Its id and time are given here; of a claim only <paramref name="claim"/> is.</param>
    /// <param name="claim">Id of a claim in the story's picture of now; null: the whole story, or a search.</param>
    /// <returns>The watch; null where there is no such story or claim.</returns>
    public async Task<StandingWatch?> AddAsync(StandingWatch watch, string? claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watch);
        watch = watch with { Since = time.GetUtcNow() };
        if (watch.Story is { } id)
        {
            if (await weigher.PictureAsync(id, cancellation) is not { } story)
                return null;
            watch = watch with { Story = story.Id };
            if (claim is not null)
            {
                if (story.Claims.FirstOrDefault(c => c.Id == claim) is not { } watched)
                    return null;
                Dictionary<string, Assertion> assertions = story.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
                watch = watch with { Claim = [.. watched.Assertions.Select(a => StorySnapshot.KeyOf(assertions[a])).Distinct(StringComparer.Ordinal)], Statement = watched.Statement };
            }

            if (!(await notebook.SnapshotsAsync(cancellation)).ContainsKey(story.Id))
                await notebook.SaveAsync(StorySnapshot.Of(story, 1), cancellation);
        }

        // The same watch twice is one: its id is made of what it watches.
        watch = watch with { Id = "w" + StableHash.Digest(WatchJson.Write(watch with { Id = "", Since = default, Primed = false, Statement = null }), 8) };
        if ((await notebook.WatchesAsync(cancellation)).FirstOrDefault(w => w.Id == watch.Id) is { } there)
            return there;
        await notebook.SaveAsync(watch, cancellation);
        return watch;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        if (!(await store.Watch.WatchesAsync(cancellation)).Any(w => w.Id == id))
            return false;
        await store.Watch.SaveWatchAsync(id, null, cancellation);
        return true;
    }

    /// <summary>The feeds that the store knows, by when they are due.</summary>
    public Task<ImmutableArray<(FeedState State, DateTimeOffset Due)>> FeedsAsync(CancellationToken cancellation) => notebook.FeedsAsync(cancellation);

    /// <summary>Ends the polling of a feed, until it is named again.</summary>
    /// <returns>Whether the store knows it.</returns>
    public async Task<bool> StopAsync(string url, CancellationToken cancellation)
    {
        foreach ((FeedState state, DateTimeOffset _) in (await notebook.FeedsAsync(cancellation)).Where(f => f.State.Url == url))
        {
            await notebook.SaveAsync(state with { Ended = FeedState.Stopped }, DateTimeOffset.MaxValue, cancellation);
            return true;
        }

        return false;
    }

    /// <summary>Reads "1,2,5" as numbers of reports; null where it is none.</summary>
    public static ImmutableArray<int>? Counts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SortedSet<int> counts = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
                return null;
            counts.Add(count);
        }

        return [.. counts];
    }
}
