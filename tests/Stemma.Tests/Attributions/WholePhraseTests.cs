using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

public sealed class WholePhraseTests
{
    [Theory]
    [InlineData("Half of the voters said they were tired.", "Half of the voters")]
    [InlineData("\"We were not told,\" said Jan Holm, a lawyer who advises the fishermen.", "Jan Holm, a lawyer who advises the fishermen")]
    [InlineData("A person briefed on the talks said the deal was near.", "A person briefed on the talks")]
    [InlineData("The harbour master said the quay was closed.", "The harbour master")]
    [InlineData("She said the quay was closed.", "She")]
    [InlineData("The quay was closed, according to the harbour master.", "the harbour master")]
    public void A_source_is_the_whole_phrase_that_describes_it(string text, string source)
    {
        Attribution only = Assert.Single(Read.Layer(text).Attributions);
        Assert.Equal(source, only.Source[0].In(text));
    }
}
