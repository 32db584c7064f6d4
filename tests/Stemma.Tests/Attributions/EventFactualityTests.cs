using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

public sealed class EventFactualityTests
{
    [Theory]
    [InlineData("The company closed the plant.", "closed", Certainty.Certain)]
    [InlineData("The company may close the plant.", "close", Certainty.Possible)]
    [InlineData("The company plans to close the plant.", "close", Certainty.Uncommitted)]
    [InlineData("The company cut jobs in order to avoid losses.", "avoid", Certainty.Uncommitted)]
    [InlineData("To avoid losses, the company has cut thousands of jobs.", "avoid", Certainty.Uncommitted)]
    [InlineData("It is expected that the plant will close in May.", "close", Certainty.Probable)]
    [InlineData("The firm filed for bankruptcy on Monday.", "bankruptcy", Certainty.Uncommitted)]
    [InlineData("Analysts had forecast losses.", "losses", Certainty.Probable)]
    [InlineData("The sale should be completed in October.", "completed", Certainty.Uncommitted)]
    [InlineData("The plants should be closed and sold by May.", "sold", Certainty.Uncommitted)]
    [InlineData("The government is considering buying the firm.", "buying", Certainty.Possible)]
    public void What_governs_an_event_tells_how_certain_it_is(string text, string word, Certainty certainty)
    {
        AttributionLayer layer = Read.Layer(text);
        EventMention found = Assert.Single(layer.Events, e => e.Span.In(text).SequenceEqual(word));
        Assert.Equal(certainty, found.Certainty);
    }
}
