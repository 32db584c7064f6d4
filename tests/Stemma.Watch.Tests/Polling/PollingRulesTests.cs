using Stemma.Intake.Feeds;

namespace Stemma.Watch.Tests.Polling;

public sealed class PollingRulesTests
{
    private const string Url = "https://coast.example/feed";
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero); // a Monday
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(null, null, 15)]
    [InlineData(5, null, 15)] // may be asked more often: the host's own interval stays
    [InlineData(60, null, 60)]
    [InlineData(null, 120, 120)]
    [InlineData(60, 30, 60)]
    [InlineData(100_000, null, 24 * 60)] // bounds of a day
    public void A_feed_is_asked_as_seldom_as_it_wishes_within_bounds(int? feedMinutes, int? serverMinutes, int expected)
    {
        FeedSchedule schedule = FeedSchedule.None with { Interval = feedMinutes is { } m ? TimeSpan.FromMinutes(m) : null };
        TimeSpan wait = PollingRules.AfterSuccess(Url, Noon, Quarter, schedule, serverMinutes is { } s ? TimeSpan.FromMinutes(s) : null) - Noon;
        Assert.InRange(wait.TotalMinutes, expected, expected * 1.1);
    }

    [Fact]
    public void Hours_and_days_that_the_feed_leaves_out_are_left_out()
    {
        FeedSchedule schedule = FeedSchedule.None with { SkipHours = [12, 13, 14] };
        Assert.Equal(Noon.AddHours(3), PollingRules.AfterSuccess(Url, Noon, Quarter, schedule, null));
        FeedSchedule days = FeedSchedule.None with { SkipDays = [DayOfWeek.Monday, DayOfWeek.Tuesday] };
        Assert.Equal(new DateTimeOffset(2026, 5, 6, 0, 0, 0, TimeSpan.Zero), PollingRules.AfterSuccess(Url, Noon, Quarter, days, null));
        FeedSchedule all = FeedSchedule.None with { SkipHours = [.. Enumerable.Range(0, 24)], SkipDays = [.. Enum.GetValues<DayOfWeek>()] };
        Assert.InRange(PollingRules.AfterSuccess(Url, Noon, Quarter, all, null), Noon, Noon.AddDays(9));
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_a_day()
    {
        for (int failures = 1; failures <= 40; failures++)
        {
            double minutes = Math.Min(15 * Math.Pow(2, failures - 1), 24 * 60);
            Assert.InRange((PollingRules.AfterFailure(Url, Noon, Quarter, failures, null) - Noon).TotalMinutes, minutes, minutes * 1.25);
        }
    }

    [Fact]
    public void A_server_that_asks_to_come_later_is_heeded_up_to_a_week()
    {
        Assert.Equal(Noon.AddHours(6), PollingRules.AfterFailure(Url, Noon, Quarter, 1, Noon.AddHours(6)));
        Assert.Equal(Noon.AddDays(7), PollingRules.AfterFailure(Url, Noon, Quarter, 1, Noon.AddDays(90)));
        Assert.True(PollingRules.AfterFailure(Url, Noon, Quarter, 3, Noon.AddSeconds(1)) >= Noon.AddHours(1));
    }

    [Fact]
    public void Feeds_that_begin_together_do_not_stay_together_and_each_keeps_its_own_time()
    {
        DateTimeOffset[] due = [.. Enumerable.Range(0, 100).Select(i => PollingRules.AfterSuccess($"https://{i}.example/feed", Noon, Quarter, FeedSchedule.None, null))];
        Assert.True(due.Distinct().Count() > 50);
        Assert.Equal(due, Enumerable.Range(0, 100).Select(i => PollingRules.AfterSuccess($"https://{i}.example/feed", Noon, Quarter, FeedSchedule.None, null)));
    }
}
