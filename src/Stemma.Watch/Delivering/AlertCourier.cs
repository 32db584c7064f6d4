using System.Collections.Immutable;
using Stemma.Intake.Web;
using Stemma.Store;
using Stemma.Text;

namespace Stemma.Watch;

/// <summary>Brings alerts to one receiver, in order, each at least once.</summary>
/// <remarks>
/// What was delivered is remembered behind each delivery. Killed in between, the last alert goes out once more; its key tells the receiver that it is the same. An alert that is not taken holds
/// those behind it: an order that was kept matters more than speed, and nothing is dropped.
/// </remarks>
/// <param name="name">Of the receiver; what is remembered goes by it.</param>
/// <param name="send">Returns when the receiver has taken the alert; throws <see cref="FetchFailedException"/> where it has not.</param>
public sealed class AlertCourier(string name, IWatchMemory memory, TimeProvider time, Func<LoggedAlert, CancellationToken, Task> send)
{
    private const int Page = 200;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly WatchNotebook notebook = new(memory);
    private readonly AlertLog log = new(memory);
    private DeliveryState? state;

    /// <summary>When the next try may be; null: nothing waits for a try.</summary>
    public DateTimeOffset? NextTry => state is { Ended: null, NotBefore: { } at } ? at : null;

    /// <summary>Begins where it was left; a receiver that is new gets what is raised from now on.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        state = await notebook.DeliveryAsync(name, cancellation);
        if (state is null)
            await KeepAsync(new DeliveryState { Last = await log.LastAsync(cancellation) }, cancellation);
        else if (state.Ended is not null)
            await KeepAsync(state with { Ended = null, Failures = 0, NotBefore = null }, cancellation); // asked for anew by whoever started us
    }

    /// <summary>Delivers what is waiting, as far as the receiver takes it.</summary>
    /// <param name="trouble">Told of a try that failed, in one line.</param>
    public async Task DeliverAsync(Action<string> trouble, CancellationToken cancellation)
    {
        if (state is null)
            await BeginAsync(cancellation);
        while (state is { Ended: null } && !(state.NotBefore > time.GetUtcNow()))
        {
            ImmutableArray<LoggedAlert> waiting = await log.AfterAsync(state.Last, Page, cancellation);
            if (waiting.IsEmpty)
                return;
            foreach (LoggedAlert alert in waiting)
            {
                try
                {
                    await send(alert, cancellation);
                }
                catch (FetchFailedException e)
                {
                    await FailedAsync(e, alert, trouble, cancellation);
                    return;
                }

                await KeepAsync(new DeliveryState { Last = alert.Number }, cancellation);
            }
        }
    }

    private async Task FailedAsync(FetchFailedException e, LoggedAlert alert, Action<string> trouble, CancellationToken cancellation)
    {
        if (e.Status == 410)
        {
            await KeepAsync(state! with { Ended = e.Message }, cancellation);
            trouble($"{name}: gone for good, it says (410): nothing more is sent there");
            return;
        }

        int failures = state!.Failures + 1;
        TimeSpan wait = First * Math.Pow(2, Math.Min(failures, 20) - 1);
        wait = wait > Longest ? Longest : wait;
        wait += wait * (0.25 * (StableHash.Of(FormattableString.Invariant($"{name} {failures}")) % 1000 / 1000.0));
        DateTimeOffset next = time.GetUtcNow() + wait;
        if (e.RetryAt > next)
            next = e.RetryAt.Value;
        await KeepAsync(state with { Failures = failures, NotBefore = next }, cancellation);
        trouble(FormattableString.Invariant($"{name}: {e.Message}; alert {alert.Number} is tried again after {next.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }

    private Task KeepAsync(DeliveryState next, CancellationToken cancellation)
    {
        state = next;
        return notebook.SaveAsync(name, next, cancellation);
    }
}
