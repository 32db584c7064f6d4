namespace Stemma.Tests.Attributions;

public sealed class AttributionExtractorTests
{
    [Theory]
    [InlineData("The harbour master said that the quay was closed.", "The harbour master | said | that the quay was closed")]
    [InlineData("The quay was closed, the harbour master said.", "the harbour master | said | The quay was closed")]
    [InlineData("\"The quay is closed,\" said harbour master Olin Brask.", "harbour master Olin Brask | said | \"The quay is closed,\"")]
    [InlineData("According to the harbour master, the quay was closed.", "the harbour master | According to | the quay was closed")]
    [InlineData("The quay was closed, according to the harbour master.", "the harbour master | according to | The quay was closed")]
    [InlineData("The mayor told reporters that the bridge would reopen in May.", "The mayor | told | that the bridge would reopen in May")]
    public void Source_cue_and_content_are_cut_at_their_rims(string text, string expected) =>
        Assert.Equal(expected, string.Join("\n", Read.Lines(text)));

    [Theory]
    [InlineData("The quay was rebuilt in 1974 and has four cranes.")]
    [InlineData("Her reports were filed in a drawer, and the notes were lost.")]
    [InlineData("He read the label and folded the map.")]
    public void What_nobody_is_quoted_for_stays_the_reports_own(string text) =>
        Assert.Empty(Read.Lines(text));
}
