namespace Stemma.Watch.Tests;

/// <summary>A clock that stands until somebody waits, and then is there at once: a day of watching passes in a moment, and the same each time.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock sync = new();
    private DateTimeOffset now = start;

    /// <summary>Called with the new time whenever time has passed.</summary>
    public Action<DateTimeOffset>? Passed { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (sync)
            return now;
    }

    public void Advance(TimeSpan by)
    {
        lock (sync)
            now += by;
        Passed?.Invoke(GetUtcNow());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(given =>
        {
            if (dueTime > TimeSpan.Zero)
                Advance(dueTime);
            callback(given);
        }, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
