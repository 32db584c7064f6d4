using Stemma.Reports;
using Stemma.Times;

namespace Stemma.Tests.Times;

public sealed class DatelineClockTests
{
    [Theory]
    [InlineData("2026-03-08T20:00:00-05:00", "Seoul", "2026-03-09")]
    [InlineData("2026-03-09T01:30:00Z", "New York", "2026-03-08")]
    [InlineData("2026-07-01T22:30:00Z", "London", "2026-07-01")]
    [InlineData("2026-07-01T23:30:00Z", "London", "2026-07-02")]
    [InlineData("2026-12-01T23:30:00Z", "London", "2026-12-01")]
    [InlineData("2026-03-08T20:00:00-05:00", "Incheon, South Korea", "2026-03-09")]
    [InlineData("2026-03-08T20:00:00-05:00", "Paris, Texas", "2026-03-08")]
    [InlineData("2026-03-08T20:00:00-05:00", "Nowhere", "2026-03-08")]
    [InlineData("2026-03-08T20:00:00-05:00", null, "2026-03-08")]
    [InlineData("2026-03-08", "Seoul", "2026-03-08")]
    public void A_report_is_of_the_day_it_was_where_it_was_written(string published, string? place, string day)
    {
        Assert.True(ReportTime.TryParse(published, out ReportTime time));
        Assert.Equal(day, DatelineClock.DayOf(time, place).ToString("yyyy-MM-dd", null));
    }
}
