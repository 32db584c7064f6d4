using Stemma.Language;
using Stemma.Quantities;

namespace Stemma.Tests.Quantities;

public sealed class QuantityComparisonTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("12 sailors", "12 sailors", QuantityRelation.Same)]
    [InlineData("12 sailors", "a dozen sailors", QuantityRelation.Same)]
    [InlineData("at least 12 sailors", "15 sailors", QuantityRelation.Compatible)]
    [InlineData("at least 12 sailors", "fewer than 10 sailors", QuantityRelation.Conflict)]
    [InlineData("at least 12 sailors", "fewer than 12 sailors", QuantityRelation.Conflict)]
    [InlineData("more than 10 sailors", "10 sailors", QuantityRelation.Conflict)]
    [InlineData("more than 10 sailors", "11 sailors", QuantityRelation.Compatible)]
    [InlineData("up to 50 sailors", "51 sailors", QuantityRelation.Conflict)]
    [InlineData("about 100 sailors", "108 sailors", QuantityRelation.Compatible)]
    [InlineData("about 100 sailors", "130 sailors", QuantityRelation.Conflict)]
    [InlineData("dozens of sailors", "40 sailors", QuantityRelation.Compatible)]
    [InlineData("dozens of sailors", "9 sailors", QuantityRelation.Conflict)]
    [InlineData("hundreds of sailors", "4,000 sailors", QuantityRelation.Compatible)]
    [InlineData("10 to 20 sailors", "15 sailors", QuantityRelation.Compatible)]
    [InlineData("150 kilometers", "93 miles", QuantityRelation.Compatible)]
    [InlineData("150 kilometers", "50 kilometers", QuantityRelation.Conflict)]
    [InlineData("90 minutes", "1.5 hours", QuantityRelation.Compatible)]
    [InlineData("12 people", "15 sheep", QuantityRelation.Compatible)]
    [InlineData("12 people", "15 kilometers", QuantityRelation.Compatible)]
    [InlineData("50 basis points", "half a percentage point", QuantityRelation.Compatible)]
    [InlineData("25 basis points", "half a percentage point", QuantityRelation.Conflict)]
    public void Two_amounts_agree_when_one_true_value_could_satisfy_both(string a, string b, QuantityRelation relation)
    {
        (QuantityMention first, QuantityMention second) = (Read(a), Read(b));
        Assert.Equal(relation, QuantityComparison.Compare(first, second).Relation);
        Assert.Equal(relation, QuantityComparison.Compare(second, first).Relation);
    }

    [Fact]
    public void Amounts_of_different_things_are_not_compared()
    {
        Assert.False(QuantityComparison.Compare(Read("12 people"), Read("15 sheep")).Comparable);
        Assert.True(QuantityComparison.Compare(Read("12 people"), Read("15 people")).Comparable);
    }

    [Theory]
    [InlineData("tonnes", "kg")]
    public void A_reason_is_given_in_words(string a, string b) =>
        Assert.Contains("no value in common", QuantityComparison.Compare(Read("3 " + a), Read("20 " + b)).Why, StringComparison.Ordinal);

    private static QuantityMention Read(string words) => new QuantityExtractor().Extract(Engine.Analyse($"They saw {words}."), [])[0];
}
