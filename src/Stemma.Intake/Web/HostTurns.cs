using System.Collections.Concurrent;

namespace Stemma.Intake.Web;

/// <summary>Lets one request at a time to each host, with a pause between them, and none before the host said to come again.</summary>
/// <remarks>Safe to call from many threads at once. Those that wait for one host go in the order in which they came.</remarks>
internal sealed class HostTurns(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of a request; disposing the result ends it.</summary>
    /// <param name="pause">From the end of this request to the next.</param>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan pause, CancellationToken cancellation)
    {
        Host entry = hosts.GetOrAdd(host, _ => new Host());
        await entry.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TimeSpan wait = entry.NotBefore - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
        catch
        {
            entry.Gate.Release();
            throw;
        }

        return new Turn(entry, pause, time);
    }

    /// <summary>No request to the host begins before then.</summary>
    public void HoldUntil(string host, DateTimeOffset moment)
    {
        Host entry = hosts.GetOrAdd(host, _ => new Host());
        entry.Hold(moment);
    }

    private sealed class Host
    {
        private readonly Lock sync = new();
        private DateTimeOffset notBefore;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset NotBefore
        {
            get
            {
                lock (sync)
                    return notBefore;
            }
        }

        public void Hold(DateTimeOffset moment)
        {
            lock (sync)
                notBefore = moment > notBefore ? moment : notBefore;
        }
    }

    private sealed class Turn(Host host, TimeSpan pause, TimeProvider time) : IDisposable
    {
        private bool ended;

        public void Dispose()
        {
            if (ended)
                return;
            ended = true;
            host.Hold(time.GetUtcNow() + pause);
            host.Gate.Release();
        }
    }
}
