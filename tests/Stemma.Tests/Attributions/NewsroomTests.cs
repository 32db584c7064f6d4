using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

/// <summary>Ways in which newsrooms say who says what that the first rules did not know.</summary>
public sealed class NewsroomTests
{
    [Theory]
    [InlineData("Two engineers said the wall was cracked. Another said the drawings were lost.", "drawings", "Two engineers")]
    [InlineData("Two engineers said the wall was cracked. \"I would rather have waited,\" said the other.", "rather", "Two engineers")]
    [InlineData("The Dockers' and Carters' Union says that it wrote twice.", "wrote", "Dockers' and Carters' Union")]
    [InlineData("The analysis was right, as the World Rowing Union confirmed two days later.", "analysis", "World Rowing Union")]
    [InlineData("The company, Alpine Dairy, said the milk was safe.", "milk", "Alpine Dairy")]
    [InlineData("A truck driver who had just left the yard, Nelson Aviar, told the council that the ground shook.", "ground", "Nelson Aviar")]
    [InlineData("Lena Harkey, whose father has been here since May, learned of the fire from the radio. \"I sat by that bed for an hour,\" she said.", "bed", "Lena Harkey")]
    [InlineData("I received a letter from the Board. It says that a horse was found in my barn.", "horse", "letter from the Board")]
    [InlineData("The mill is shut, per Dealflow.", "mill", "Dealflow")]
    [InlineData("The flood, by the union's own estimate, cost a million.", "million", "union")]
    [InlineData("The Tresk Herald reported, naming as its source a manager of the mill, that the gates would close.", "gates", "Tresk Herald <- manager of the mill")]
    [InlineData("The Tresk Herald reported, citing two persons who had seen the letter, that the board would resign.", "resign", "Tresk Herald <- two persons")]
    [InlineData("\"The bride has said yes,\" the Tresk Herald quotes a member of the board as saying.", "bride", "Tresk Herald <- member of the board")]
    [InlineData("\"You could drown in a bucket,\" quipped an insider.", "bucket", "insider")]
    [InlineData("Ada Lund told Radio Sierra by telephone from the mill's gate that two cows were lost.", "cows", "Ada Lund")]
    [InlineData("Two engineers said the board would vote on Friday, as the Tresk Herald had reported, and that the price was above $20.", "price", "Two engineers")]
    [InlineData("salt_marsh, 04:41 UTC: I have got a signal. It is weak.", "signal", "salt_marsh")]
    public void Speakers_are_found(string text, string content, string chain) =>
        Assert.Equal(chain, Read.Chain(text, content), ignoreCase: true);

    [Theory]
    [InlineData("The agency refused to say what was in it.", "what was", Stance.Withholds)]
    [InlineData("The minister would not be drawn on whether the governor should stay.", "governor", Stance.Withholds)]
    [InlineData("The institute did not wish to comment on pending matters.", "pending", Stance.Withholds)]
    [InlineData("Asked whose sample it was, the director declined to say.", "whose sample", Stance.Withholds)]
    [InlineData("The union dismissed as false a newspaper report that its leader had died.", "died", Stance.Denies)]
    [InlineData("The mayor rejected a union's charge that he had ignored the warnings.", "warnings", Stance.Denies)]
    [InlineData("The firm denied that it had ever planned to sell the mill.", "mill", Stance.Denies)]
    [InlineData("He told her to burn the letters.", "letters", Stance.Asks)]
    public void Silences_and_denials_are_told_from_acts(string text, string content, Stance stance) =>
        Assert.Equal(stance, Read.Of(text, content).Stance);

    [Fact]
    public void A_refusal_to_act_is_no_denial() =>
        Assert.Equal((CueManner.Intent, Polarity.Negative), (Read.Of("The judge refused to grant a new trial.", "grant").Manner, Read.Of("The judge refused to grant a new trial.", "grant").Polarity));

    [Theory]
    [InlineData("Jurors acquitted the baker and could not agree on a tax charge.")]
    [InlineData("All nine members of the committee have been ordered back to the hall on Monday.")]
    [InlineData("The panel found the former commissioner guilty of six counts.")]
    [InlineData("The probe was launched in June and carries a rover the size of a suitcase, named Pebble.")]
    [InlineData("Monday: rain in the north.")]
    public void Acts_and_names_are_no_sayings(string text) => Assert.Empty(Read.Layer(text).Attributions);

    [Theory]
    [InlineData("Tessel, which had denied that any pump had ever failed, said it accepted the finding.", "Tessel | said | it accepted the finding")]
    [InlineData("The bank, which said last week that it had no plans to sell, is to close forty branches.", "which | said | that it had no plans to sell")]
    [InlineData("Either there is nothing to sign, said Ada Lund, who teaches law, or the letter was \"written by a fool\".", "Ada Lund, who teaches law | said | Either there is nothing to sign … or the letter was \"written by a fool\"")]
    public void What_is_said_ends_and_goes_on_where_it_should(string text, string expected) => Assert.Contains(expected, Read.Lines(text));

    [Theory]
    [InlineData("A juror in the trial of Anna Berg said the panel was split.", "panel", true)]
    [InlineData("Another said the panel was split.", "panel", true)]
    [InlineData("Two persons with knowledge of the test said the sample was clean.", "sample", true)]
    public void Unnamed_speakers_are_unnamed(string text, string content, bool anonymous) => Assert.Equal(anonymous, Read.Of(text, content).Anonymous);
}
