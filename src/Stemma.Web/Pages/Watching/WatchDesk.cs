using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Claims;
using Stemma.Store;
using Stemma.Watch;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Watching;

/// <summary>What is watched, as pages ask for it, and the setting and ending of it by hand.</summary>
/// <remarks>
/// A story's page is kept, and whether the story is watched is asked at each look at it: so what the store has is read, and taken apart only where it is not what it was. Safe to call from many threads.
/// </remarks>
internal sealed class WatchDesk(IStoryStore store, StoryWeigher weigher, TimeProvider clock)
{
    /// <summary>Watches that were ended here and can be set again as they were, until the server stops.</summary>
    private const int MostEnded = 50;

    private readonly ConcurrentDictionary<string, (string Watch, DateTimeOffset When)> ended = new(StringComparer.Ordinal);
    private volatile Listed listed = new([], []);
    private volatile Called called = new(default!, new(StringComparer.Ordinal));

    /// <summary>By id; of a form of another version none.</summary>
    public async Task<ImmutableArray<StandingWatch>> AllAsync(CancellationToken cancellation)
    {
        ImmutableArray<(string Id, string Watch)> raw = await store.Watch.WatchesAsync(cancellation);
        if (!raw.SequenceEqual(listed.Raw))
            listed = new Listed(raw, [.. raw.Select(w => Read(w.Watch)).OfType<StandingWatch>()]);
        return listed.Watches;
    }

    /// <summary>Those of a story and of claims in it, whatever the story was called when they were set.</summary>
    public async Task<ImmutableArray<StandingWatch>> OfAsync(string story, CancellationToken cancellation)
    {
        ImmutableArray<StandingWatch> all = await AllAsync(cancellation);
        if (all.IsEmpty)
            return [];
        StoreMarks marks = await store.MarksAsync(cancellation);
        Called names = called;
        if (names.Marks != marks)
            called = names = new Called(marks, new(StringComparer.Ordinal));
        ImmutableArray<StandingWatch>.Builder own = ImmutableArray.CreateBuilder<StandingWatch>();
        foreach (StandingWatch watch in all)
        {
            if (watch.Story is not { } id)
                continue;
            if (id != story && !names.Stories.ContainsKey(id))
                names.Stories[id] = await store.ResolveStoryAsync(id, cancellation);
            if (id == story || names.Stories[id] == story)
                own.Add(watch);
        }

        return own.ToImmutable();
    }

    /// <summary>Of the watches of a story those of one claim.</summary>
    public static ImmutableArray<StandingWatch> OfClaim(ImmutableArray<StandingWatch> watches, PageStory story, Claim claim) =>
        [.. watches.Where(w => Shared(w, story, claim) > 0 && ClaimOf(w, story) == claim)];

    /// <summary>The claim that has most of the statements which were in the watched one when the watch was set; null where none is left.</summary>
    public static Claim? ClaimOf(StandingWatch watch, PageStory story) => story.Story.Claims.MaxBy(c => Shared(watch, story, c)) is { } claim && Shared(watch, story, claim) > 0 ? claim : null;

    private static int Shared(StandingWatch watch, PageStory story, Claim claim) => watch.Claim.IsEmpty ? 0 : story.AssertionsOf(claim).Count(a => watch.Claim.Contains(StorySnapshot.KeyOf(a)));

    /// <param name="claim">Id of a claim in the story; null: all of it.</param>
    /// <returns>Null where there is no such story or claim.</returns>
    public Task<StandingWatch?> AddAsync(string story, string? claim, CancellationToken cancellation) =>
        new WatchBook(store, weigher, clock).AddAsync(new StandingWatch { Id = "", Story = story }, claim, cancellation);

    /// <returns>Whether there was one.</returns>
    public async Task<bool> EndAsync(string id, CancellationToken cancellation)
    {
        foreach ((string own, string watch) in await store.Watch.WatchesAsync(cancellation))
        {
            if (own != id)
                continue;
            await store.Watch.SaveWatchAsync(id, null, cancellation);
            ended[id] = (watch, clock.GetUtcNow());
            foreach (string old in ended.OrderByDescending(e => e.Value.When).Skip(MostEnded).Select(e => e.Key))
                ended.TryRemove(old, out _);
            return true;
        }

        return false;
    }

    /// <summary>Null where none of that id was ended here lately.</summary>
    public StandingWatch? Ended(string? id) => id is not null && ended.TryGetValue(id, out (string Watch, DateTimeOffset) last) ? Read(last.Watch) : null;

    /// <summary>Sets a watch again that was ended here, as it was.</summary>
    /// <returns>Whether it could be.</returns>
    public async Task<bool> AgainAsync(string id, CancellationToken cancellation)
    {
        if (!ended.TryRemove(id, out (string Watch, DateTimeOffset) last))
            return false;
        await store.Watch.SaveWatchAsync(id, last.Watch, cancellation);
        return true;
    }

    private static StandingWatch? Read(string watch)
    {
        try
        {
            return WatchJson.ReadWatch(watch);
        }
        catch (JsonException)
        {
            return null; // written by another version
        }
    }

    private sealed record Listed(ImmutableArray<(string Id, string Watch)> Raw, ImmutableArray<StandingWatch> Watches);

    private sealed record Called(StoreMarks Marks, ConcurrentDictionary<string, string?> Stories);
}
