using System.Collections.Immutable;
using Stemma.Intake.Web;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Watch;

/// <summary>Watches: polls feeds when they are due, keeps what is new, weighs the stories that have grown, raises alerts and has them delivered.</summary>
/// <remarks>One at a time for a store. It goes on where another was left, however that one ended.</remarks>
/// <param name="fetcher">See <see cref="FeedPoller"/>. Not disposed of here.</param>
/// <param name="couriers">Who is told of alerts.</param>
public sealed class Watcher(IStoryStore store, WebFetcher fetcher, TimeProvider time, WatchSettings settings, ImmutableArray<AlertCourier> couriers, WatchVoice voice)
{
    private const int MostAtOnce = 64;

    /// <summary>How often watched stories are looked at while no feed is due: others may fill or correct the store.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    private readonly WatchNotebook notebook = new(store.Watch);
    private readonly FeedPoller poller = new(fetcher, new AnswerReader(), time, settings.Interval, settings.FollowLinks);
    private readonly ReportReading reading = new();
    private readonly HashSet<string> asked = [.. settings.Feeds];
    private readonly HashSet<string> failing = [];
    private bool enrolled;

    /// <summary>Feeds whose last poll in this session failed.</summary>
    public int Failing => failing.Count;

    /// <returns>How many feeds there are to watch; with none it returns at once.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    /// <exception cref="StoreException">The store cannot go on.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset? end = settings.For is { } duration ? time.GetUtcNow() + duration : null;
        StoryWeigher weigher = new(store, reading);
        Ingester ingester = new(store, time) { Trouble = message => voice.Trouble($"{message}; trying again") };
        AlertRaiser raiser = new(store, weigher, time);
        foreach (AlertCourier courier in couriers)
            await courier.BeginAsync(cancellation);
        await EnrolAsync(settings.Feeds, cancellation);
        while (true)
        {
            await PollDueAsync(ingester, cancellation);
            await weigher.WeighStaleAsync(settings.Threads, cancellation);
            await raiser.RaiseAsync(cancellation);
            foreach (AlertCourier courier in couriers)
                await courier.DeliverAsync(voice.Trouble, cancellation);
            if (voice.Looked is { } looked)
                await looked(cancellation);
            ImmutableArray<(FeedState State, DateTimeOffset Due)> feeds = await ActiveAsync(cancellation);
            DateTimeOffset now = time.GetUtcNow();
            if (settings.Once || feeds.IsEmpty || now >= end)
                return feeds.Length;
            DateTimeOffset next = now + Glance;
            foreach (DateTimeOffset? moment in feeds.Select(f => (DateTimeOffset?)f.Due).Concat(couriers.Select(c => c.NextTry)).Append(end))
                next = moment < next ? moment.Value : next;
            if (next > now)
                await Task.Delay(next - now, time, cancellation);
        }
    }

    /// <summary>Takes feeds in that are not known yet; they are due at once.</summary>
    private async Task EnrolAsync(IEnumerable<string> urls, CancellationToken cancellation)
    {
        Dictionary<string, FeedState> known = (await notebook.FeedsAsync(cancellation)).ToDictionary(f => f.State.Url, f => f.State, StringComparer.Ordinal);
        foreach (string url in urls.Distinct(StringComparer.Ordinal))
        {
            asked.Add(url);
            if (!known.TryGetValue(url, out FeedState? state) || state.IsStopped)
                await notebook.SaveAsync(state is null ? FeedState.Of(url) : state with { Ended = null }, time.GetUtcNow(), cancellation);
            else if (state.Ended is { } reason)
                voice.Trouble($"{url}: {reason}: it is polled no more");
        }
    }

    private async Task<ImmutableArray<(FeedState State, DateTimeOffset Due)>> ActiveAsync(CancellationToken cancellation) =>
        [.. (await notebook.FeedsAsync(cancellation)).Where(f => !f.State.IsEnded && (settings.Feeds.IsEmpty || asked.Contains(f.State.Url)))];

    private async Task PollDueAsync(Ingester ingester, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        using SemaphoreSlim places = new(settings.AtOnce, settings.AtOnce);
        List<Task<PollResult>> polls = [.. (await ActiveAsync(cancellation)).Where(f => f.Due <= now).Select(f => PollAsync(f.State))];
        // Kept one by one, as they come: a slow feed holds up no other.
        await foreach (Task<PollResult> poll in Task.WhenEach(polls).WithCancellation(cancellation))
            await KeepAsync(await poll, ingester, cancellation);
        if (enrolled)
        {
            // A list named feeds: they are due in the same round.
            enrolled = false;
            await PollDueAsync(ingester, cancellation);
        }

        async Task<PollResult> PollAsync(FeedState state)
        {
            await places.WaitAsync(cancellation);
            try
            {
                return await poller.PollAsync(state, cancellation);
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>First the reports, then where the feed stands: killed in between, the feed is read once more and its reports are known.</summary>
    private async Task KeepAsync(PollResult result, Ingester ingester, CancellationToken cancellation)
    {
        foreach (string line in result.Told)
            voice.Trouble(line);
        if (result.Succeeded)
            failing.Remove(result.State.Url);
        else
            failing.Add(result.State.Url);
        foreach (PolledReport[] step in result.Reports.Chunk(MostAtOnce))
        {
            List<NewReport> batch = [];
            foreach (PolledReport polled in step)
                batch.Add(await ReadAsync(polled, cancellation));
            foreach ((NewReport added, Admission admission) in batch.Zip(await ingester.AddAsync(batch, cancellation)))
            {
                if (admission.Forgotten is { } tombstone)
                    voice.Trouble(FormattableString.Invariant($"rejected {admission.Input}: forgotten on {tombstone.When:yyyy-MM-dd} by {tombstone.Who}"));
                else if (admission.Kind is StandingKind.New or StandingKind.Revision)
                    voice.Report(new WatchedReport(result.State.Url, added.Report, admission));
            }
        }

        await notebook.SaveAsync(result.State, result.Due, cancellation);
        if (!result.Feeds.IsEmpty)
        {
            await EnrolAsync(result.Feeds.Where(f => f != result.State.Url), cancellation);
            enrolled = true;
        }
    }

    /// <summary>A report that is known already is not annotated again.</summary>
    private async Task<NewReport> ReadAsync(PolledReport polled, CancellationToken cancellation)
    {
        Report report = reading.Clean(polled.Report);
        Standing standing = await store.StandingAsync(report.Id, ReportForm.Digest(report), ReportReading.ItemOf(polled.Report, report), report.Outlet, cancellation);
        return standing.Kind is StandingKind.New or StandingKind.Revision
            ? reading.Read(polled.Report, report, polled.Bytes, time.GetUtcNow())
            : reading.Known(polled.Report, report, polled.Bytes, time.GetUtcNow());
    }
}
