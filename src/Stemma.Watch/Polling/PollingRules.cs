using System.Globalization;
using Stemma.Intake.Feeds;
using Stemma.Text;

namespace Stemma.Watch;

/// <summary>When a feed is polled next. A pure function of what the feed says, what the server says, and how it went.</summary>
/// <remarks>
/// The host's own interval is the shortest. A feed that asks for longer (ttl, syndication period, Cache-Control) gets what it asks for, up to a day. A poll that fails doubles the wait
/// each time, up to a day; what a server asks for with Retry-After is kept, up to a week. On top comes a share of the wait that depends on the address alone, so that
/// a hundred feeds that begin together do not stay together, and a test knows the outcome.
/// </remarks>
public static class PollingRules
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Longest that Retry-After is believed.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromDays(7);

    /// <param name="interval">The host's own.</param>
    /// <param name="maxAge">What the server said of the answer; null: nothing.</param>
    public static DateTimeOffset AfterSuccess(string url, DateTimeOffset now, TimeSpan interval, FeedSchedule schedule, TimeSpan? maxAge)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        TimeSpan wait = interval;
        foreach (TimeSpan asked in new[] { schedule.Interval ?? TimeSpan.Zero, maxAge ?? TimeSpan.Zero })
            wait = asked > wait ? asked : wait;
        if (wait > Longest && wait > interval)
            wait = Longest > interval ? Longest : interval;
        return Open(now + wait + Share(url, 0, wait, 0.1), schedule);
    }

    /// <param name="failures">In a row, this one included; from 1.</param>
    /// <param name="retryAt">When the server asks to come again; null: it does not say.</param>
    public static DateTimeOffset AfterFailure(string url, DateTimeOffset now, TimeSpan interval, int failures, DateTimeOffset? retryAt)
    {
        TimeSpan wait = interval * Math.Pow(2, Math.Min(failures, 20) - 1);
        wait = wait > Longest ? (Longest > interval ? Longest : interval) : wait;
        DateTimeOffset due = now + wait + Share(url, failures, wait, 0.25);
        DateTimeOffset asked = retryAt is { } at ? (at > now + LongestRetry ? now + LongestRetry : at) : due;
        return asked > due ? asked : due;
    }

    /// <summary>The first moment from this one on in which the feed lets itself be asked; within a week there is one.</summary>
    private static DateTimeOffset Open(DateTimeOffset due, FeedSchedule schedule)
    {
        DateTimeOffset moment = due.ToUniversalTime();
        for (int hours = 0; hours < 8 * 24 && (schedule.SkipHours.Contains(moment.Hour) || schedule.SkipDays.Contains(moment.DayOfWeek)); hours++)
            moment = new DateTimeOffset(moment.Year, moment.Month, moment.Day, moment.Hour, 0, 0, TimeSpan.Zero) + TimeSpan.FromHours(1);
        return moment;
    }

    /// <summary>0 to <paramref name="most"/> of a wait, the same for the same address and turn.</summary>
    private static TimeSpan Share(string url, int turn, TimeSpan wait, double most) =>
        wait * (most * (StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{url} {turn}")) % 1000 / 1000.0));
}
