using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

/// <summary>Voices that stand behind a statement in ways that tell little of themselves: polls, rumours, papers, people met at the gate.</summary>
public sealed class VoiceTests
{
    [Theory]
    [InlineData("The club maintains that its ground is safe.", "ground", "club")]
    [InlineData("The lamp had been out for weeks, a man who was there said.", "lamp", "man who was there")]
    [InlineData("A nurse I met at the gate says the ward is shut.", "ward", "nurse")]
    [InlineData("Mayor Ada Lund left early. A friend of hers said the mayor was ill.", "ill", "friend of hers")]
    [InlineData("The barrier fell by itself, the railway said, as quoted by the Tresk Herald.", "barrier", "Tresk Herald <- railway")]
    [InlineData("Rumours are going round on local forums that the mill has been sold.", "mill", "local forums")]
    [InlineData("The claim that cows had been seen in the church appeared on several social media accounts.", "cows", "several social media accounts")]
    [InlineData("Asked about a report in the Tresk Herald that a clerk had lost the key, he said he knew the clerk.", "key", "Tresk Herald")]
    [InlineData("A survey of farmers for the broadcaster had the mayor ahead by four points.", "four points", "survey of farmers for the broadcaster")]
    [InlineData("A poll of people leaving church put the mayor up by three.", "three", "poll of people")]
    [InlineData("The port put the number of people treated at fewer than 300.", "300", "port")]
    [InlineData("The board meant to sell the pool, per a leaked note.", "pool", "leaked note")]
    [InlineData("The lead is down to ten, by the Herald's math.", "ten", "Herald")]
    [InlineData("Ada Lund spoke of a town in which, as she put it, nobody locks a door.", "locks", "Ada Lund")]
    [InlineData("The owner was told by one of her cooks on Friday that the oven leaked.", "oven", "one of her cooks")]
    [InlineData("Orsic reports that parts of the dam could be unsafe, citing an engineer.", "unsafe", "Orsic <- engineer")]
    [InlineData("The bank confirmed that the letter in which a clerk warned of bad loans is genuine, and said that its head of lending had left.", "left", "bank")]
    [InlineData("Mary Poole keeps the watch in a drawer. John Poole, a retired miner, died in May. \"His hands were cold,\" she said.", "cold", "Mary Poole")]
    [InlineData("Ada Lund, 52, saw it all. \"I ran,\" the mum-of-two told us.", "ran", "Ada Lund")]
    [InlineData("\"It never rang,\" snapped a neighbour.", "rang", "neighbour")]
    [InlineData("The palace of the duke neither confirmed nor denied the wedding.", "wedding", "palace of the duke")]
    [InlineData("The weekly Aurora writes that the lake is dead.", "lake", "Aurora")]
    public void The_voice_is_found(string text, string content, string chain) =>
        Assert.Equal(chain, Read.Chain(text, content), ignoreCase: true);

    [Theory]
    [InlineData("\"We do not comment on rumours,\" a spokesman for the club said.", "rumours", Stance.Withholds)]
    [InlineData("The bank said it did not discuss clients.", "clients", Stance.Withholds)]
    [InlineData("She would not say whether the clerks had asked to see the ledger.", "ledger", Stance.Withholds)]
    [InlineData("The palace neither confirmed nor denied the wedding.", "wedding", Stance.Withholds)]
    [InlineData("\"We comment on every match,\" said Ada Lund.", "match", Stance.Asserts)]
    public void A_refusal_is_one_in_whatever_words(string text, string content, Stance stance) => Assert.Equal(stance, Read.Of(text, content).Stance);

    [Theory]
    [InlineData("Ada Lund said that not one cow was sold.", "cow", Polarity.Negative)]
    [InlineData("Ada Lund said that not a single cow was sold.", "cow", Polarity.Negative)]
    [InlineData("Ada Lund said that one cow was not sold but two were.", "sold", Polarity.Negative)]
    [InlineData("Ada Lund said that one cow was sold.", "cow", Polarity.Positive)]
    public void Not_one_denies_as_none_does(string text, string content, Polarity polarity) => Assert.Equal(polarity, Read.Of(text, content).Polarity);

    [Theory]
    [InlineData("A second juggler who was in the tent said that the rope was old.", "rope", true)]
    [InlineData("A Republican on the panel said that the vote was close.", "vote", true)]
    [InlineData("A museum in the capital said that the vase was old.", "vase", false)]
    public void Only_people_are_who(string text, string content, bool anonymous) => Assert.Equal(anonymous, Read.Of(text, content).Anonymous);

    [Theory]
    [InlineData("We called it ten times on Thursday.")]
    [InlineData("Q: Is that just me?\nA: No. The line is shut.")]
    [InlineData("The court ordered 41 horses off the course.")]
    public void Acts_are_no_sayings(string text) => Assert.Empty(Read.Layer(text).Attributions);

    [Theory]
    [InlineData("Ada Lund told the Herald that she knew of nine dead.", "Ada Lund | told | that she knew of nine dead")]
    [InlineData("The club said that the fee was twice what you would expect.", "The club | said | that the fee was twice what you would expect")]
    [InlineData("The barn burnt at noon when lightning struck it, the brigade said.", "the brigade | said | The barn burnt at noon when lightning struck it")]
    public void The_whole_clause_is_said(string text, string expected) => Assert.Contains(expected, Read.Lines(text));

    [Fact]
    public void A_quotation_between_two_sentences_of_one_speaker_is_his() =>
        Assert.Equal(["Irena Holm", "Irena Holm"], Read.Layer("\"It sank,\" Irena Holm told the Herald. \"Those who built it will pay for it.\" She said that the captain was missing.").Quotes.Select(q => q.Speaker));

    [Fact]
    public void Who_speaks_in_one_paragraph_of_an_interview_speaks_in_all_that_bear_the_name()
    {
        const string text = "Ada Lund received us in her kitchen.\n\nLund: The dam was old. I said so.\n\nDid they listen?\n\nLund: I believe them. But they knew of it.";
        Assert.Equal("Ada Lund", Read.Chain(text, "knew of it").Split(" <- ")[0]);
    }
}
