using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Tests.Quantities;

public sealed class QuantityExtractorTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("At least 14 miners were trapped.", "At least 14 miners", 14, 14, "miner", Comparator.AtLeast)]
    [InlineData("Fewer than 20 miners were trapped.", "Fewer than 20 miners", 20, 20, "miner", Comparator.LessThan)]
    [InlineData("Some 3.4 million votes were cast.", "Some 3.4 million votes", 3_400_000, 3_400_000, "vote", Comparator.About)]
    [InlineData("The tunnel is about 80 kilometres (50 miles) long.", "about 80 kilometres (50 miles)", 80, 80, "km", Comparator.About)]
    [InlineData("It lies just 12 miles from the coast.", "just 12 miles", 12, 12, "[mi_i]", Comparator.Exactly)]
    [InlineData("He had two dozen sheep.", "two dozen sheep", 24, 24, "sheep", Comparator.Exactly)]
    [InlineData("They sold half a million tickets.", "half a million tickets", 500_000, 500_000, "ticket", Comparator.Exactly)]
    [InlineData("Prices rose by half a percentage point.", "half a percentage point", 0.5, 0.5, "percentage point", Comparator.Exactly)]
    [InlineData("Prices rose 0.7 percent.", "0.7 percent", 0.7, 0.7, "%", Comparator.Exactly)]
    [InlineData("It cost up to $1.2bn in all.", "up to $1.2bn", 1.2e9, 1.2e9, "[USD]", Comparator.AtMost)]
    [InlineData("It cost 15 million euros.", "15 million euros", 15e6, 15e6, "[EUR]", Comparator.Exactly)]
    [InlineData("The raid left 10 to 15 sheds in ashes.", "10 to 15 sheds", 10, 15, "shed", Comparator.Exactly)]
    [InlineData("He made a 60-hour flight.", "60-hour", 60, 60, "h", Comparator.Exactly)]
    [InlineData("It will take at least three days.", "at least three days", 3, 3, "d", Comparator.AtLeast)]
    [InlineData("A 12-member panel sat.", "12-member", 12, 12, "member", Comparator.Exactly)]
    [InlineData("They found five of the missing crates.", "five of the missing crates", 5, 5, "crate", Comparator.Exactly)]
    [InlineData("Police counted 300 marchers or more.", "300 marchers or more", 300, 300, "marcher", Comparator.AtLeast)]
    [InlineData("The blaze left 15 dead.", "15 dead", 15, 15, "person", Comparator.Exactly)]
    [InlineData("The death toll has risen to 15.", "15", 15, 15, "person", Comparator.Exactly)]
    [InlineData("Nearly 2,000 commuters were stuck.", "Nearly 2,000 commuters", 2000, 2000, "commuter", Comparator.About)]
    [InlineData("Twenty-one boats were lost.", "Twenty-one boats", 21, 21, "boat", Comparator.Exactly)]
    [InlineData("Two hundred and fifty thousand homes lost power.", "Two hundred and fifty thousand homes", 250_000, 250_000, "home", Comparator.Exactly)]
    public void An_amount_is_read_with_comparator_and_unit(string text, string words, double low, double high, string unit, Comparator comparator)
    {
        ImmutableArray<QuantityMention> found = Extract(text);
        QuantityMention? quantity = found.FirstOrDefault(q => q.Span.In(text).SequenceEqual(words));
        Assert.True(quantity is not null, $"found: {string.Join(" | ", found.Select(q => q.Span.In(text).ToString()))}");
        Assert.Equal((low, high, unit, comparator), (quantity.Low!.Value, quantity.High!.Value, quantity.Unit, quantity.Comparator));
    }

    [Fact]
    public void A_plural_that_names_no_number_is_open_above()
    {
        QuantityMention shells = Assert.Single(Extract("They sent tens of millions of bolts and screws."));
        Assert.Equal((10_000_000d, null, "bolt", "bolts and screws"), (shells.Low, shells.High, shells.Unit, shells.Of));
    }

    [Fact]
    public void A_number_set_out_as_a_heading_takes_its_noun_from_what_follows()
    {
        QuantityMention trips = Extract("9. That's how many voyages the captain has made.")[0];
        Assert.Equal((9d, "voyage"), (trips.Low, trips.Unit));
    }

    [Fact]
    public void A_second_unit_in_brackets_is_the_same_amount()
    {
        QuantityMention length = Assert.Single(Extract("The pipe is 150 kilometers (95 miles) long."));
        Assert.Equal(new QuantityEquivalent(95, 95, "[mi_i]"), length.Equivalent);
    }

    [Theory]
    [InlineData("Read Article 12 and Protocol No. 10.")]
    [InlineData("The A7 motorway and the Boeing 737 are closed.")]
    [InlineData("They met on 9 March 2026 at 7 p.m.")]
    [InlineData("He came 2nd and they won 3-2.")]
    [InlineData("No one knew, and one of them left.")]
    public void Labels_ranks_dates_and_scores_are_no_amounts(string text) => Assert.Empty(Extract(text));

    [Fact]
    public void Any_soup_of_tokens_is_read_without_a_throw_and_with_spans_in_range()
    {
        string[] scraps = ["at", "least", "12", "1,000", "3.4", "million", "half", "a", "dozen", "of", "tens", "millions", "people", "$", "€", "-", "to", "and", "or", "more", "(", ")", "miles", "km", "percent", "point", "the", "dead", "were", "½", "1/2", "No.", "toll", "between", "two", "thirds", "hundred", "\n\n", ".", "That's", "how", "many", "minus", "9999999999999999999999", "b", "😀", "%", "°", "C"];
        Random random = new(20260102);
        for (int round = 0; round < 400; round++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 40)).Select(_ => scraps[random.Next(scraps.Length)]));
            int last = 0;
            foreach (QuantityMention quantity in Extract(text))
            {
                Assert.InRange(quantity.Span.Start, last, text.Length);
                Assert.InRange(quantity.Span.End, quantity.Span.Start + 1, text.Length);
                Assert.True(quantity.Span.Contains(quantity.NumberSpan), text);
                Assert.True(quantity.High is null || quantity.Low <= quantity.High, text);
                last = quantity.Span.End;
            }
        }
    }

    private static ImmutableArray<QuantityMention> Extract(string text)
    {
        LinguisticText language = Engine.Analyse(text);
        return new QuantityExtractor().Extract(language, new TimeExtractor().Extract(language));
    }
}
