using Stemma.Weighing;

namespace Stemma.Tests.Weighing;

public sealed class SameQuotesTests
{
    [Theory]
    [InlineData("We will dig all night, for as long as the slope lets us.", "We will dig all night for as long as the slope lets us", true)]
    [InlineData("We will dig all night, for as long as the slope lets us.", "We will dig all night", false)] // five words: too few to be sure where they are cut
    [InlineData("Nobody told us that the road had been opened again that morning", "nobody told us that the road had been re-opened again that morning", true)]
    [InlineData("We knew nothing of it. Nobody told us that the road had been opened again that morning.", "Nobody told us that the road had been opened", true)]
    [InlineData("Nobody told us that the road had been opened again that morning", "Everybody told us that the bridge would be closed for repairs that evening", false)]
    [InlineData("a very sad day", "a very sad day", true)]
    [InlineData("a very sad day", "a very sad week", false)]
    public void The_same_words_also_when_cut_or_lightly_changed(string first, string second, bool same)
    {
        var found = SameQuotes.Find([("r1", first), ("r2", second)]);
        Assert.Equal(same, found[0].Length == 1 && found[1].Length == 1);
    }

    [Fact]
    public void Within_one_report_nothing_is_joined() =>
        Assert.All(SameQuotes.Find([("r1", "We will dig all night for as long as it takes"), ("r1", "We will dig all night for as long as it takes")]), f => Assert.Empty(f));
}
