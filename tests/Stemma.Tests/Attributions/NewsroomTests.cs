using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

/// <summary>Ways in which newsrooms say who says what that the first rules did not know.</summary>
public sealed class NewsroomTests
{
    [Theory]
    [InlineData("Two engineers said the wall was cracked. Another said the drawings were lost.", "drawings", "Two engineers")]
    [InlineData("Two engineers said the wall was cracked. \"I would rather have waited,\" said the other.", "rather", "Two engineers")]
    [InlineData("The Masons' and Joiners' Guild claims that wages fell.", "wages", "Masons' and Joiners' Guild")]
    [InlineData("The bout was off, as the Upper Boxing Council admitted at once.", "bout", "Upper Boxing Council")]
    [InlineData("The company, Alpine Dairy, said the milk was safe.", "milk", "Alpine Dairy")]
    [InlineData("A farmer who came down from the hills, Piet Obuya, told the inquiry that the well was dry.", "well", "Piet Obuya")]
    [InlineData("Mary Poole, whose shop is shut, heard of the tax at church. \"I laughed out loud,\" she said.", "laughed", "Mary Poole")]
    [InlineData("She found a note from the landlord. It says that the rent is due.", "rent", "note from the landlord")]
    [InlineData("The mill is shut, per Dealflow.", "mill", "Dealflow")]
    [InlineData("The flood, by the union's own estimate, cost a million.", "million", "union")]
    [InlineData("The Tresk Herald reported, giving as its source an aide to the mayor, that the pool would close.", "pool", "Tresk Herald <- aide to the mayor")]
    [InlineData("The Tresk Herald reported, citing two persons who had seen the letter, that the board would resign.", "resign", "Tresk Herald <- two persons")]
    [InlineData("\"The oven is cold,\" the Tresk Herald quotes a cook as saying.", "oven", "Tresk Herald <- cook")]
    [InlineData("\"We have sold two tents,\" groaned a shopkeeper.", "tents", "shopkeeper")]
    [InlineData("Ada Lund told Radio Sierra in her kitchen on Sunday that two cows were lost.", "cows", "Ada Lund")]
    [InlineData("Two teachers said the exam was late, as the Tresk Herald had written, and that nobody passed.", "passed", "Two teachers")]
    [InlineData("Mary Poole: We lost the barn.\n\nJohn Reed: And the cows.\n\nMary Poole: The cows swam.", "swam", "Mary Poole")]
    [InlineData("The union put the number of strikers at forty.", "forty", "union")]
    [InlineData("By the union's count, forty people marched.", "marched", "union")]
    [InlineData("The judge freed Tom Reed. He said the evidence was weak.", "evidence", "judge")]
    [InlineData("A driver who set out for Santa Fe, New Mexico, said the road was bad.", "road", "driver")]
    [InlineData("salt_marsh, 17:10 GMT: We have rain here. The road is gone.", "road", "salt_marsh")]
    public void Speakers_are_found(string text, string content, string chain) =>
        Assert.Equal(chain, Read.Chain(text, content), ignoreCase: true);

    [Theory]
    [InlineData("The school refused to say who paid.", "who paid", Stance.Withholds)]
    [InlineData("The coach would not be drawn on the date of his return.", "return", Stance.Withholds)]
    [InlineData("The palace did not want to comment on the wedding.", "wedding", Stance.Withholds)]
    [InlineData("Asked whose car it was, the clerk declined to say.", "whose car", Stance.Withholds)]
    [InlineData("The bank dismissed as nonsense a rumour that it was broke.", "broke", Stance.Denies)]
    [InlineData("The coach rejected the claim that she despised referees.", "referees", Stance.Denies)]
    [InlineData("The army denied that its men had wanted a war.", "war", Stance.Denies)]
    [InlineData("She told the cook to throw out the soup.", "soup", Stance.Asks)]
    public void Silences_and_denials_are_told_from_acts(string text, string content, Stance stance) =>
        Assert.Equal(stance, Read.Of(text, content).Stance);

    [Fact]
    public void A_refusal_to_act_is_no_denial() =>
        Assert.Equal((CueManner.Intent, Polarity.Negative), (Read.Of("The farmer refused to move his cows.", "cows").Manner, Read.Of("The farmer refused to move his cows.", "cows").Polarity));

    [Theory]
    [InlineData("The court fined the baker and would not wait for his lawyer.")]
    [InlineData("The cadets have been sent home until Sunday.")]
    [InlineData("The tribunal held the former coach liable for the fall.")]
    [InlineData("The farm was sold in May and has a tractor with two seats, named Daisy.")]
    [InlineData("Monday: rain in the north.")]
    [InlineData("The crew that blasts the cliffs has gone home.")]
    [InlineData("The firm that paints the doors has moved to Lund.")]
    [InlineData("London: Shares rose early.\n\nLondon: The pound fell.")]
    [InlineData("UPDATE: The road is open.\n\nUPDATE: The road is shut.")]
    [InlineData("India, 14:30: The rain has stopped.")]
    [InlineData("The lines were not drawn on the map.")]
    [InlineData("The club dismissed as captain Ravi Nair.")]
    [InlineData("She put her house on the market at two million.")]
    [InlineData("He was arrested on his brother's account.")]
    [InlineData("The staff were warned that the roof might fall.")]
    public void Acts_and_names_are_no_sayings(string text) => Assert.Empty(Read.Layer(text).Attributions);

    [Theory]
    [InlineData("The dairy, which denied that a cow was ill, said it would pay.", "The dairy | said | it would pay")]
    [InlineData("The airline, which says that its fleet is safe, grounded two jets.", "which | says | that its fleet is safe")]
    [InlineData("The lender, which warned that rates, already high, would rise, cut 40 jobs.", "which | warned | that rates, already high, would rise")]
    [InlineData("The bank, which said last week that it had no plans to sell, is to close forty branches.", "which | said | that it had no plans to sell")]
    [InlineData("The coast is empty, said Ada Lund, who sells boats, or the fleet was \"at lunch\".", "Ada Lund, who sells boats | said | The coast is empty … or the fleet was \"at lunch\"")]
    public void What_is_said_ends_and_goes_on_where_it_should(string text, string expected) => Assert.Contains(expected, Read.Lines(text));

    [Theory]
    [InlineData("A cook in the house of Anna Berg said the soup was cold.", "soup", true)]
    [InlineData("Another said the vote was close.", "vote", true)]
    [InlineData("Two persons close to the king said the crown was sold.", "crown", true)]
    public void Unnamed_speakers_are_unnamed(string text, string content, bool anonymous) => Assert.Equal(anonymous, Read.Of(text, content).Anonymous);
}
