using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class ConceptsTests
{
    private readonly Concepts concepts = Concepts.Shared;

    [Theory]
    [InlineData("death", "kill")]
    [InlineData("departure", "leave")]
    [InlineData("vessel", "ship")]
    [InlineData("insurers", "insurer")]
    public void Words_for_one_thing_are_one_concept(string first, string second) =>
        Assert.Equal(concepts.Of(first), concepts.Of(second));

    [Theory]
    [InlineData("rise", "fall")]
    [InlineData("open", "close")]
    [InlineData("arrive", "leave")]
    public void Opposites_are_two(string first, string second) =>
        Assert.NotEqual(concepts.Of(first), concepts.Of(second));

    [Theory]
    [InlineData("department", "leave")]
    [InlineData("shipment", "ship")]
    [InlineData("firmly", "company")]
    [InlineData("training", "train")]
    public void What_only_looks_derived_is_another_word(string word, string concept) =>
        Assert.NotEqual(concept, concepts.Of(word));

    [Fact]
    public void A_phrase_counts_as_its_concept_with_a_word_between()
    {
        Assert.Equal((concepts.Of("die"), 3), concepts.PhraseAt(["lose", "their", "life"], 0));
        Assert.Null(concepts.PhraseAt(["lose", "the", "only", "match"], 0));
    }

    [Fact]
    public void No_word_stands_in_two_rows() =>
        Assert.Empty(Stemma.Text.Resources.Table("Claims/Synonyms.en.tsv")
            .SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key));
}
