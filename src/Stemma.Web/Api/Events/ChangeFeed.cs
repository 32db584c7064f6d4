using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>Looks every second how far the store has come, whoever filled it, and tells those who listen.</summary>
/// <remarks>
/// One look serves all. Each listener has a channel of bounded length; who reads too slowly is cut off, comes back with the last id it has, and is told the rest from the store: so nothing is kept
/// for it here, and nobody slows another.
/// </remarks>
internal sealed partial class ChangeFeed(IStoryStore store, ServeOptions options, TimeProvider time, ILogger<ChangeFeed> logger) : BackgroundService
{
    /// <summary>Events that wait for one listener, at most.</summary>
    private const int MaxWaiting = 2_500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock door = new();
    private readonly Dictionary<Listener, string> listeners = [];
    private FeedPosition? position;

    /// <returns>Null where there are as many listeners as may be.</returns>
    public Listener? Join(string client)
    {
        lock (door)
        {
            if (listeners.Count >= options.Limits.EventStreams || listeners.Values.Count(c => c == client) >= options.Limits.EventStreamsEach)
                return null;
            Listener listener = new(this);
            listeners.Add(listener, client);
            return listener;
        }
    }

    internal int Listeners
    {
        get
        {
            lock (door)
                return listeners.Count;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                if (Listeners > 0)
                    await LookAsync(stoppingToken);
                else
                    position = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreException e)
            {
                Failed(logger, e);
            }
        }

        lock (door)
        {
            foreach (Listener listener in listeners.Keys)
                listener.End();
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        FeedPosition now = FeedPosition.Of(await store.MarksAsync(cancellation));
        FeedPosition before = position ?? now;
        if (now != before)
        {
            foreach (FeedEvent told in await FeedReader.ReadAsync(store, before, now, cancellation))
            {
                lock (door)
                {
                    foreach (Listener listener in listeners.Keys)
                        listener.Tell(told);
                }
            }
        }

        position = now;
        lock (door)
        {
            foreach (Listener listener in listeners.Keys)
                listener.Reached(now);
        }
    }

    [LoggerMessage(4, LogLevel.Warning, "the store could not be looked at for events; it is tried again", EventName = "events")]
    private static partial void Failed(ILogger logger, Exception exception);

    /// <summary>One who listens.</summary>
    internal sealed class Listener(ChangeFeed feed) : IDisposable
    {
        private readonly Channel<FeedEvent> waiting = Channel.CreateBounded<FeedEvent>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
        private readonly TaskCompletionSource<FeedPosition> begin = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ChannelReader<FeedEvent> Events => waiting.Reader;

        /// <summary>The position from which on it hears everything.</summary>
        public Task<FeedPosition> Begin => begin.Task;

        public void Tell(FeedEvent told)
        {
            if (begin.Task.IsCompleted && !waiting.Writer.TryWrite(told))
                End();
        }

        public void Reached(FeedPosition now) => begin.TrySetResult(now);

        public void End()
        {
            waiting.Writer.TryComplete();
            begin.TrySetCanceled();
        }

        public void Dispose()
        {
            lock (feed.door)
                feed.listeners.Remove(this);
        }
    }
}
