using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.Store;

namespace Stemma.Web.Serving;

/// <summary>Weighs stories that have changed while nobody asks for them, one at a time, so that whoever asks later need not wait.</summary>
internal sealed partial class StaleStories(IStoryStore store, StoryWeigher weigher, Busy busy, TimeProvider time, ILogger<StaleStories> logger) : BackgroundService
{
    /// <summary>Between two looks at what has changed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>While requests are being answered.</summary>
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(200);

    /// <summary>Stories weighed between two looks: what changed last goes first, also where there is much to do.</summary>
    private const int AtOnce = 20;

    private readonly HashSet<string> damaged = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan wait = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = await WeighAsync(stoppingToken) ? Politeness : Pause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException e)
            {
                wait = Pause;
                Failed(logger, e);
            }
        }
    }

    /// <returns>Whether more is waiting.</returns>
    private async Task<bool> WeighAsync(CancellationToken cancellation)
    {
        ImmutableArray<string> stale = await store.StaleAsync(cancellation);
        foreach (string story in stale.Reverse().Where(s => !damaged.Contains(s)).Take(AtOnce))
        {
            while (busy.Requests > 0)
                await Task.Delay(Politeness, time, cancellation);
            try
            {
                await weigher.PictureAsync(story, cancellation);
            }
            catch (InvalidDataException e)
            {
                damaged.Add(story); // told once, and no reason to leave the others
                Failed(logger, e);
            }
        }

        return stale.Length - damaged.Count > AtOnce;
    }

    [LoggerMessage(3, LogLevel.Warning, "a story that has changed could not be weighed", EventName = "weighing")]
    private static partial void Failed(ILogger logger, Exception exception);
}
