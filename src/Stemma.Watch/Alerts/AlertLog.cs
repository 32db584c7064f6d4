using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Watch;

/// <summary>An alert as it is kept.</summary>
/// <param name="Number">Rises by one with each; what comes later has the larger number.</param>
/// <param name="Raised">When it was found, UTC.</param>
public sealed record LoggedAlert(long Number, Alert Alert, DateTimeOffset Raised);

/// <summary>Reads the alerts that are kept: for events, feeds and lists.</summary>
public sealed class AlertLog(IWatchMemory memory)
{
    private const int Page = 1000;

    /// <summary>Oldest first.</summary>
    /// <param name="number">Of the last one seen; 0 for all.</param>
    public async Task<ImmutableArray<LoggedAlert>> AfterAsync(long number, int limit, CancellationToken cancellation) =>
        [.. (await memory.AlertsAsync(number, limit, cancellation).ConfigureAwait(false)).Select(a => new LoggedAlert(a.Number, WatchJson.ReadAlert(a.Alert), a.Raised))];

    /// <summary>The last ones, oldest first.</summary>
    public async Task<ImmutableArray<LoggedAlert>> LatestAsync(int count, CancellationToken cancellation)
    {
        Queue<LoggedAlert> last = new();
        for (long after = 0; ;)
        {
            ImmutableArray<LoggedAlert> page = await AfterAsync(after, Page, cancellation).ConfigureAwait(false);
            foreach (LoggedAlert alert in page)
            {
                last.Enqueue(alert);
                if (last.Count > count)
                    last.Dequeue();
            }

            if (page.Length < Page)
                return [.. last];
            after = page[^1].Number;
        }
    }

    /// <summary>The number of the latest alert; 0 where there is none.</summary>
    public async Task<long> LastAsync(CancellationToken cancellation)
    {
        long last = 0;
        while (await memory.AlertsAsync(last, Page, cancellation).ConfigureAwait(false) is { IsEmpty: false } page)
            last = page[^1].Number;
        return last;
    }
}
