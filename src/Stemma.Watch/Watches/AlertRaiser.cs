using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Watch;

/// <summary>Looks at every watched story and keeps an alert for each change since it was last looked at.</summary>
/// <remarks>
/// First the alerts are kept, then what the story is like by now is remembered. Killed in between, it finds the same alerts again under the same keys, and the store keeps each once. Whoever
/// filled the store in the meantime, and however often the story was weighed, makes no difference: what counts is what was remembered.
/// </remarks>
public sealed class AlertRaiser(IStoryStore store, StoryWeigher weigher, TimeProvider time)
{
    private readonly WatchNotebook notebook = new(store.Watch);

    /// <returns>The alerts that are new, in the order in which they were kept.</returns>
    public async Task<ImmutableArray<Alert>> RaiseAsync(CancellationToken cancellation)
    {
        ImmutableArray<StandingWatch> watches = await notebook.WatchesAsync(cancellation);
        if (watches.IsEmpty)
            return [];
        Dictionary<string, StorySnapshot> snapshots = await notebook.SnapshotsAsync(cancellation);
        SortedDictionary<string, List<StandingWatch>> targets = new(StringComparer.Ordinal);
        foreach (StandingWatch watch in watches)
        {
            foreach (string story in await StoriesAsync(watch, cancellation))
            {
                if (!targets.TryGetValue(story, out List<StandingWatch>? those))
                    targets[story] = those = [];
                those.Add(watch);
            }
        }

        ImmutableArray<Alert>.Builder raised = ImmutableArray.CreateBuilder<Alert>();
        foreach ((string story, List<StandingWatch> those) in targets)
            raised.AddRange(await LookAsync(story, those, snapshots, cancellation));
        foreach (StandingWatch search in watches.Where(w => w.IsSearch && !w.Primed))
            await notebook.SaveAsync(search with { Primed = true }, cancellation);
        return raised.ToImmutable();
    }

    private async Task<ImmutableArray<string>> StoriesAsync(StandingWatch watch, CancellationToken cancellation)
    {
        if (watch.Story is { } story)
            return await store.ResolveStoryAsync(story, cancellation) is { } id ? [id] : [];
        return [.. (await store.SearchAsync(watch.Query, cancellation)).Select(h => h.Story).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<Alert>> LookAsync(string id, List<StandingWatch> watches, Dictionary<string, StorySnapshot> snapshots, CancellationToken cancellation)
    {
        if (await weigher.PictureAsync(id, cancellation) is not { } now)
            return [];
        // A story that was merged into another goes on from what was remembered of the watched one.
        StorySnapshot? before = snapshots.GetValueOrDefault(now.Id)
            ?? watches.Select(w => w.Story is { } old ? snapshots.GetValueOrDefault(old) : null).FirstOrDefault(s => s is not null)
            ?? (watches.Any(w => w.IsSearch && w.Primed) ? StorySnapshot.Empty(now.Id) : null);
        List<Alert> raised = [];
        if (before is not null)
        {
            foreach (Alert alert in AlertFinder.Find(before, now, [.. watches.SelectMany(w => w.Counts).Distinct()]))
            {
                ImmutableArray<string> asked = [.. watches.Where(w => Wants(w, alert, before, now)).Select(w => w.Id)];
                Alert kept = alert with { Watches = asked };
                if (!asked.IsEmpty && await store.Watch.AddAlertAsync(kept.Key, WatchJson.Write(kept), time.GetUtcNow(), cancellation))
                    raised.Add(kept);
            }
        }

        StorySnapshot after = StorySnapshot.Of(now, (before?.Turn ?? 0) + 1);
        // The same but for the turn: nothing to remember anew.
        if (before is null || before.Story != now.Id || WatchJson.Write(after with { Turn = before.Turn }) != WatchJson.Write(before))
            await notebook.SaveAsync(after, cancellation);
        return raised;
    }

    private static bool Wants(StandingWatch watch, Alert alert, StorySnapshot before, Story now)
    {
        if (!watch.Kinds.IsEmpty && !watch.Kinds.Contains(alert.Kind))
            return false;
        if (alert.Kind is AlertKind.Report)
            return watch.Claim.IsEmpty && watch.Counts.Any(c => c > before.Reports.Length && c <= now.Reports.Length);
        if (watch.Claim.IsEmpty)
            return true;
        Dictionary<string, Assertion> assertions = now.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        if (ClaimMatcher.Find(watch.Claim, now.Claims, c => c.Assertions.Select(a => StorySnapshot.KeyOf(assertions[a]))) is not { } claim)
            return false;
        return alert.Claim == claim.Id
            || (alert.Kind is AlertKind.Withdrawn or AlertKind.Number && alert.Evidence.Any(e => claim.Assertions.Any(a => assertions[a].Report == e.Report && (alert.Kind is AlertKind.Withdrawn || assertions[a].At.Start == e.Start))));
    }
}
