using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

/// <summary>Turns of phrase in which newsrooms pass on what others said: who of several spoke, through which medium, and in whose words.</summary>
public sealed class TurnsOfPhraseTests
{
    [Theory]
    [InlineData("Two clerks with knowledge of the sale told the Argus that the mill was sold. According to one, who works in Tresk, the price was low.", "price", "two clerks with knowledge of the sale")]
    [InlineData("Two clerks said the mill was sold. The rules forbid it, according to the two, who were interviewed separately.", "forbid it", "two clerks")]
    [InlineData("Two divers said the wreck was found. \"It is whole,\" says one of them. \"You could sail it home,\" is how he puts it.", "sail", "two divers")]
    [InlineData("The ferry left at six, according to the pilot, Piet Oband, who was quoted by the Coast News Agency.", "ferry", "Coast News Agency <- Piet Oband")]
    [InlineData("The letter is real, according to a clerk who typed it and who says that it was never posted.", "posted", "clerk")]
    [InlineData("A cap of nine percent, from 2031. A fund of eight million. That is according to two delegates who read out passages to us.", "fund", "two delegates")]
    [InlineData("\"Not a word,\" was how Hanne Roth, its lawyer, put it to reporters on Monday.", "word", "Hanne Roth")]
    [InlineData("The yard's theory, set out by director Lena Fisk on Tuesday, is that a rope damaged the rudder.", "rope", "Lena Fisk")]
    [InlineData("The union's argument is that a rope damaged the rudder.", "rope", "union")]
    [InlineData("My cousin heard on the news that there is oil in the harbour.", "oil", "my cousin <- news")]
    [InlineData("It has been suggested in the Norland press that he has confessed.", "confessed", "Norland press")]
    [InlineData("A clerk gave the same account. He put the number of earlier complaints at two, not three.", "complaints", "clerk")]
    [InlineData("The company put the quantity lost at some 60,000 litres.", "quantity", "company")]
    [InlineData("Fire chief Mara Quill came herself. She said the gate was shut. The railway's emergency number, she told the Argus, rang for eleven minutes before anyone picked up, and the person who did could not find the town.", "picked up", "Argus <- Mara Quill")]
    [InlineData("Between 40 and 60 men came, according to a clerk who spoke on condition of anonymity because he was not allowed to brief the press. They cut the fence at the back, he said, where there is no light.", "fence", "clerk")]
    [InlineData("Asked about this, Lena Bell, who speaks for the police, said that she had no letter. Had there been one? \"I have answered your question.\"", "answered", "Lena Bell")]
    [InlineData("Dr Mara Quint told the Argus that 27 people were treated. \"These are no scratches,\" the doctor said.", "scratches", "Mara Quint")]
    public void Speakers_are_found(string text, string content, string chain) =>
        Assert.Equal(chain, Read.Chain(text, content), ignoreCase: true);

    private const string Transcript = "LENA: It is seven past five. On the line is Piet Oband of the district. Piet, where was he?\n\nOBAND: He was in a pipe under the track. The dog found him at noon.\n\nLENA: What did he say?\n\nOBAND: Nothing yet. But I think that he will walk again.\n\nREED (tape): They never told us.\n\nLENA: That was Mary Reed, a farmer.";

    [Theory]
    [InlineData("The dog found", "OBAND")]
    [InlineData("he will walk", "OBAND")]
    [InlineData("never told us", "REED")]
    public void In_a_transcript_tags_in_capitals_speak(string content, string speaker) =>
        Assert.Contains(speaker, Read.Chain(Transcript, content), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Labels_in_capitals_do_not_speak() =>
        Assert.DoesNotContain(Read.Layer("UPDATE: The pass is open, Piet Oband says.\n\nCASUALTIES: Two men were hurt.\n\nUPDATE: The pass is shut again.\n\nACCESS: By boat alone.\n\nUPDATE: It snows.").Attributions, a => a.Cue.Any(c => c.Length == 1));

    [Theory]
    [InlineData("A hunter from the hills told the Argus by phone that he had come upon the tracks.", "tracks")]
    [InlineData("\"Nobody came for us,\" said a girl of 17 as she got down from a bus.", "Nobody")]
    [InlineData("Two people saw the boat. One, a woman who sells honey by the road, said that it was green.", "green")]
    [InlineData("Two clerks said the mill was sold. According to one, who works in Tresk, the price was low.", "price")]
    public void Who_is_only_described_is_unnamed(string text, string content) => Assert.True(Read.Of(text, content).Anonymous);

    [Theory]
    [InlineData("The principal, Greta Holm, calls this a wicked lie.", "wicked", Stance.Denies)]
    [InlineData("The mayor branded it a fabrication.", "fabrication", Stance.Denies)]
    [InlineData("The mayor called the motion baseless.", "motion", Stance.Asserts)]
    public void A_name_may_deny(string text, string content, Stance stance) => Assert.Equal(stance, Read.Of(text, content).Stance);

    [Theory]
    [InlineData("The firm had at no time asked a lawyer, the mayor said.", Polarity.Negative)]
    [InlineData("The mayor said that at no stage was a lawyer asked.", Polarity.Negative)]
    [InlineData("He had at one point met a lawyer, she said.", Polarity.Positive)]
    public void At_no_point_denies(string text, Polarity polarity) => Assert.Equal(polarity, Read.Of(text, "lawyer").Polarity);

    [Fact]
    public void Nobody_is_called_by_name() =>
        Assert.DoesNotContain(Read.Lines("The firm let it be known, through a clerk who would not be quoted by name, that it \"does not mind the figure\"."), l => l.StartsWith("name |", StringComparison.Ordinal));
}
