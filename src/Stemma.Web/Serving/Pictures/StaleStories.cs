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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                ImmutableArray<string> stale = await store.StaleAsync(stoppingToken);

                // The latest first: those are looked at.
                foreach (string story in stale.Reverse())
                {
                    while (busy.Requests > 0)
                        await Task.Delay(Politeness, time, stoppingToken);
                    await weigher.PictureAsync(story, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is StoreException or InvalidDataException)
            {
                Failed(logger, e);
            }
        }
    }

    [LoggerMessage(3, LogLevel.Warning, "changed stories could not be weighed; it is tried again", EventName = "weighing")]
    private static partial void Failed(ILogger logger, Exception exception);
}
