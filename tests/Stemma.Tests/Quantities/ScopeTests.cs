using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Tests.Quantities;

/// <summary>What is counted, of which whole, as of when; and what follows for the comparison.</summary>
public sealed class ScopeTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("A total of 15 miners died.", QuantityScope.Total)]
    [InlineData("They have found 15 bodies so far.", QuantityScope.Total)]
    [InlineData("The death toll rose to 15.", QuantityScope.Total)]
    [InlineData("Another 15 miners were pulled out.", QuantityScope.Additional)]
    [InlineData("The county reported 15 new cases.", QuantityScope.Additional)]
    [InlineData("They found 15 miners.", QuantityScope.Unstated)]
    public void A_whole_is_told_from_an_addition(string text, QuantityScope scope) => Assert.Equal(scope, Find(text)[0].Scope);

    [Fact]
    public void The_time_of_counting_is_kept()
    {
        const string Text = "As of Monday, 15 miners had died and 20 were missing. Later 3 more were found.";
        Assert.Equal(["Monday", "Monday", null], Find(Text).Select(q => q.AsOf?.In(Text).ToString()));
    }

    [Theory]
    [InlineData("15 people killed", "20 people injured", QuantityRelation.Compatible)]
    [InlineData("15 people killed", "20 people dead", QuantityRelation.Conflict)]
    [InlineData("a total of 15 cases", "another 3 cases", QuantityRelation.Compatible)]
    [InlineData("3 cubic metres per second", "3,000 litres per second", QuantityRelation.Compatible)]
    [InlineData("3 cubic metres per second", "9,000 litres per second", QuantityRelation.Conflict)]
    public void Only_what_counts_the_same_can_conflict(string a, string b, QuantityRelation relation) =>
        Assert.Equal(relation, QuantityComparison.Compare(One(a), One(b)).Relation);

    [Fact]
    public void A_later_and_larger_toll_is_no_conflict()
    {
        (QuantityMention few, QuantityMention many) = (One("12 people killed"), One("15 people killed"));
        (DateOnly monday, DateOnly tuesday) = (new(2026, 3, 9), new(2026, 3, 10));
        Assert.Equal(QuantityRelation.Compatible, QuantityComparison.Compare(few, monday, many, tuesday).Relation);
        Assert.Equal(QuantityRelation.Conflict, QuantityComparison.Compare(many, monday, few, tuesday).Relation);
        Assert.Equal(QuantityRelation.Conflict, QuantityComparison.Compare(few, monday, many, monday).Relation);
        Assert.Equal(QuantityRelation.Conflict, QuantityComparison.Compare(One("12 km"), monday, One("15 km"), tuesday).Relation);
    }

    [Theory]
    [InlineData("It cost C$5 million.", "[CAD]", 5e6)]
    [InlineData("It cost USD115 a night.", "[USD]", 115)]
    [InlineData("The yard was sold for R38.5 million.", "[ZAR]", 38.5e6)]
    [InlineData("The yard was sold for R25,000.", "[ZAR]", 25000)]
    [InlineData("The air held 85 milligrams of the stuff per cubic metre.", "mg/m3", 85)]
    [InlineData("It lost 30 MEUR.", "[EUR]", 30e6)]
    [InlineData("It lost 75 USD million.", "[USD]", 75e6)]
    [InlineData("The air held 40 micrograms per cubic metre of soot.", "ug/m3", 40)]
    [InlineData("The river carried 900 m3/s.", "m3/s", 900)]
    [InlineData("The calf is eight months old.", "mo", 8)]
    public void Money_and_measures_have_their_codes(string text, string unit, double value) =>
        Assert.Contains(Find(text), q => q.Unit == unit && q.Low == value);

    [Fact]
    public void The_same_sum_in_another_currency_is_an_equivalent()
    {
        QuantityMention sum = Assert.Single(Find("It cost 2.5 billion euros ($3.2 billion)."));
        Assert.Equal(("[EUR]", new QuantityEquivalent(3.2e9, 3.2e9, "[USD]")), (sum.Unit, sum.Equivalent));
    }

    [Fact]
    public void By_how_much_and_to_how_much_is_no_range()
    {
        Assert.Equal([1.26, 93.71], Find("Oil rose $1.26 to $93.71.").Select(q => q.High!.Value));
        Assert.Equal(93.71, Assert.Single(Find("Oil cost $1.26 to $93.71.")).High);
    }

    [Fact]
    public void Several_ages_are_all_ages() =>
        Assert.Equal([45d, 60d], Find("Two women, aged 45 and 60, died.").Where(q => q.IsAge).Select(q => q.Low!.Value));

    [Fact]
    public void One_in_five_counts_nobody() => Assert.Empty(Find("Nearly one in five children is poor."));

    [Theory]
    [InlineData("See https://a.example/q=30%25%2020 for more.")]
    [InlineData("Part 24703L202 is missing.")]
    public void Identifiers_and_addresses_hold_no_amounts(string text) => Assert.Empty(Find(text));

    private static QuantityMention One(string words) => Find($"They saw {words}.")[0];

    private static ImmutableArray<QuantityMention> Find(string text)
    {
        LinguisticText read = Engine.Analyse(text);
        return new QuantityExtractor().Extract(read, new TimeExtractor().Extract(read));
    }
}
