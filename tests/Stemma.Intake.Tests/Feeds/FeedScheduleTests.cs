using Stemma.Intake.Feeds;

namespace Stemma.Intake.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private static FeedSchedule Read(string head) =>
        FeedSchedule.Read($"<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><title>Coast &amp;amp; Hill</title>{head}<item><title>One</title><ttl>1</ttl></item></channel></rss>");

    [Theory]
    [InlineData("", null)]
    [InlineData("<ttl>60</ttl>", 60)]
    [InlineData("<ttl> 60 </ttl>", 60)]
    [InlineData("<ttl>soon</ttl>", null)]
    [InlineData("<ttl>-5</ttl>", null)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 15)]
    [InlineData("<sy:updatePeriod>\n\tdaily\t</sy:updatePeriod>", 24 * 60)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 60)]
    [InlineData("<sy:updateFrequency>4</sy:updateFrequency>", null)]
    [InlineData("<ttl>10</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 60)]
    public void How_often_a_feed_wants_to_be_asked(string head, int? minutes)
    {
        Assert.Equal(minutes, Read(head).Interval?.TotalMinutes);
        Assert.Equal("Coast & Hill", Read(head).Title);
    }

    [Fact]
    public void When_a_feed_does_not_want_to_be_asked()
    {
        FeedSchedule schedule = Read("<skipHours><hour>1</hour><hour>24</hour><hour>25</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>3</day><day>Someday</day></skipDays>");
        Assert.Equal([0, 1], schedule.SkipHours.ToArray());
        Assert.Equal([DayOfWeek.Sunday], schedule.SkipDays.ToArray());
        // One that leaves out every hour wants nothing that can be kept.
        Assert.Empty(Read($"<skipHours>{string.Concat(Enumerable.Range(0, 24).Select(h => $"<hour>{h}</hour>"))}</skipHours>").SkipHours);
    }

    [Theory]
    [InlineData("<rss><channel><ttl>60</ttl><broken")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><rss/>")]
    public void What_cannot_be_read_says_nothing_more(string text) => Assert.Empty(FeedSchedule.Read(text).SkipDays);
}
