using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

public sealed class StanceTests
{
    [Theory]
    [InlineData("The minister said the dam would be closed.", "dam would", Stance.Asserts)]
    [InlineData("The company denied that its trucks had caused the damage.", "trucks", Stance.Denies)]
    [InlineData("The company denied the allegations.", "allegations", Stance.Denies)]
    [InlineData("The company has denied claims that its trucks caused the damage.", "trucks", Stance.Denies)]
    [InlineData("The treaty was signed, something both capitals have denied.", "treaty", Stance.Denies)]
    [InlineData("The ministry confirmed that two bridges had been lost.", "bridges", Stance.Confirms)]
    [InlineData("\"It is now confirmed that the vessel was empty,\" the captain said.", "vessel", Stance.Confirms)]
    [InlineData("The union accused the company of hiding the survey.", "hiding", Stance.Accuses)]
    [InlineData("The mayor blamed the builders for the flood.", "flood", Stance.Accuses)]
    [InlineData("The mayor promised to repair the wall before winter.", "repair", Stance.Promises)]
    [InlineData("The rebels threatened to close the road.", "close", Stance.Threatens)]
    [InlineData("The council urged residents to stay indoors.", "indoors", Stance.Asks)]
    [InlineData("The council asked whether the survey had been read.", "survey", Stance.Asks)]
    [InlineData("The mayor doubts that the pumps exist.", "pumps", Stance.Doubts)]
    [InlineData("Engineers cast doubt on the figures.", "figures", Stance.Doubts)]
    [InlineData("The builder declined to comment.", "comment", Stance.Withholds)]
    [InlineData("The builder did not respond to a request for comment.", "request", Stance.Withholds)]
    [InlineData("The builder could not be reached for comment.", "comment", Stance.Withholds)]
    [InlineData("The builder has yet to comment.", "comment", Stance.Withholds)]
    [InlineData("The army has made no mention of the raid.", "raid", Stance.Withholds)]
    [InlineData("The Herald could not independently verify the figures.", "figures", Stance.Withholds)]
    [InlineData("The paper has not been able to establish how many were hurt.", "hurt", Stance.Withholds)]
    [InlineData("Neither the army nor the police confirmed the raid.", "raid", Stance.Withholds)]
    [InlineData("The army did not immediately confirm the raid.", "raid", Stance.Withholds)]
    [InlineData("The army would not say how many had died.", "died", Stance.Withholds)]
    [InlineData("It is untrue that the vault was open.", "vault", Stance.Denies)]
    [InlineData("The claim that the vault was open is false.", "vault", Stance.Denies)]
    public void What_the_holder_does_with_the_content(string text, string content, Stance expected) =>
        Assert.Equal(expected, Read.Of(text, content).Stance);

    [Theory]
    [InlineData("The dam will fail, the engineer said.", "fail", Certainty.Certain)]
    [InlineData("The dam might fail, the engineer said.", "fail", Certainty.Possible)]
    [InlineData("\"It may be too late,\" the engineer said.", "late", Certainty.Possible)]
    [InlineData("The dam will probably fail, the engineer said.", "fail", Certainty.Probable)]
    [InlineData("The engineer said the dam appeared to be leaking.", "leaking", Certainty.Probable)]
    [InlineData("Engineers believe the dam is leaking.", "leaking", Certainty.Probable)]
    [InlineData("The engineer suggested the pumps had been stolen.", "stolen", Certainty.Probable)]
    [InlineData("The engineer said the van, presumed to be stolen, was gone.", "gone", Certainty.Probable)]
    [InlineData("Officials hope the pumps will arrive by Friday.", "arrive", Certainty.Uncommitted)]
    [InlineData("The clerk said she did not know whether the pumps had come.", "had come", Certainty.Uncommitted)]
    [InlineData("It was not clear, she said, whether the pumps had come.", "had come", Certainty.Uncommitted)]
    [InlineData("The engineer said the dam was old, which could be a risk.", "old", Certainty.Certain)]
    [InlineData("The wall is expected to hold until spring.", "hold", Certainty.Probable)]
    public void How_firmly_the_words_commit(string text, string content, Certainty expected) =>
        Assert.Equal(expected, Read.Of(text, content).Certainty);

    [Theory]
    [InlineData("The engineer said there was no crack.", "crack", Polarity.Negative)]
    [InlineData("The engineer said the dam had not been inspected.", "inspected", Polarity.Negative)]
    [InlineData("\"No vote was lost and no vote will be lost,\" the clerk said.", "vote was", Polarity.Negative)]
    [InlineData("The engineer said the dam had been inspected.", "inspected", Polarity.Positive)]
    [InlineData("The engineer said not only the dam but the mill was lost.", "mill", Polarity.Positive)]
    [InlineData("The company denied that its trucks had caused the damage.", "trucks", Polarity.Positive)]
    [InlineData("The engineer said the dam, which had never been tested, was sound.", "sound", Polarity.Positive)]
    public void What_is_said_to_be_and_not_to_be(string text, string content, Polarity expected) =>
        Assert.Equal(expected, Read.Of(text, content).Polarity);

    [Fact]
    public void The_words_that_lowered_the_certainty_are_told()
    {
        const string text = "The dam will probably fail, the engineer said.";
        Attribution found = Read.Of(text, "fail");
        Assert.Equal("probably", Read.Words(text, found.Hedges));
    }
}
