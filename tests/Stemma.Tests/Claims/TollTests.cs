using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>How tolls are written, and which figures cannot be set against each other.</summary>
public sealed class TollTests
{
    [Theory]
    [InlineData("person", "worth", "live", "die")]
    [InlineData("person", "nine", "die", "die")]
    [InlineData("person", "save", "live", "save")]
    [InlineData("house", "burn", "live", "burn")]
    public void A_count_tells_what_became_of_people(string noun, string act, string lot, string expected)
    {
        (_, ImmutableArray<string> acts, _) = Tolls.Read(noun, [act], [lot], [], alone: true);
        Assert.Contains(expected, acts);
        Assert.Equal(expected == "die", acts.Contains("die"));
    }

    [Fact]
    public void Killed_and_injured_are_no_parts_of_one_count()
    {
        Assert.False(Tolls.MayShareFate(["die"], ["injure"]));
        Assert.True(Tolls.MayShareFate(["die"], ["die", "rise"]));
        Assert.True(Tolls.MayShareFate(["order"], ["die"]));
    }

    [Theory]
    [InlineData("Five people were killed when a crane fell on a market in Varn on Tuesday.", "The fall of the crane on the market in Varn has cost seven lives, the mayor said.", "5", "7")]
    [InlineData("Five people were killed when a crane fell on a market in Varn on Tuesday.", "The collapse of the crane in Varn has now claimed seven lives.", "5", "7")]
    public void Tolls_in_other_words_are_one_difference(string first, string second, string a, string b)
    {
        Difference found = Assert.Single(ReadStory.Of(first, second).Differences, d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Superseded, found.Verdict);
        Assert.Equal([a, b], found.Positions.Select(p => p.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_missing_are_found()
    {
        Difference found = Assert.Single(ReadStory.Of("Seven people were missing after the flood in Varn.", "Three people are still missing after the flood in Varn.").Differences, d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Superseded, found.Verdict);
    }

    [Fact]
    public void Prices_of_two_days_supersede_each_other()
    {
        Difference found = Assert.Single(ReadStory.Of("Shares of Orvik Mills closed at $23.20 on Tuesday.", "Shares of Orvik Mills closed at $32.90 on Wednesday, the exchange said.", "Shares of Orvik Mills closed at $25.10.").Differences, d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Superseded, found.Verdict);
    }

    [Fact]
    public void A_stretch_between_two_days_holds_the_days_between()
    {
        const string Moved = "Fourteen patients were moved to other hospitals in Varn ";
        Assert.Contains(ReadStory.Of(Moved + "on 1 March 2031.", Moved + "on 5 March 2031.").Differences, d => d.Kind is DifferenceKind.Time && d.Verdict is Verdict.Conflict);
        Assert.DoesNotContain(ReadStory.Of(Moved + "on 1 March 2031.", Moved + "between 28 February and 3 March 2031.").Differences, d => d.Kind is DifferenceKind.Time && d.Verdict is Verdict.Conflict);
    }

    [Fact]
    public void What_the_unnamed_told_is_not_confirmed_by_being_printed_again()
    {
        Story story = ReadStory.Of("The owner of the mill in Varn has sold it to a bank in Lund, two people familiar with the sale said.", "The owner of the mill in Varn has sold it to a bank in Lund.");
        Claim told = Assert.Single(story.Claims, c => c.Support.Reports == 2);
        Assert.NotEqual(ClaimStatus.Confirmed, told.Status);
    }

    [Fact]
    public void A_part_of_the_dead_is_no_toll() =>
        Assert.DoesNotContain(ReadStory.Of("Nine people were killed when a crane fell on a market in Varn.", "The funeral of three of the dead will be held in Varn on Friday.").Differences, d => d.Kind is DifferenceKind.Number);

    [Fact]
    public void Whoever_calls_a_figure_an_invention_does_not_hold_it()
    {
        Story story = ReadStory.Of(
            "The army said 40 rebels were killed at Varn.",
            "The rebels said on Thursday: \"The figure of 40 rebels killed at Varn is an invention.\"",
            "Six rebels were killed at Varn, a hospital said.");
        string[] first = [.. story.Differences.Where(d => d.Kind is DifferenceKind.Number).SelectMany(d => d.Positions).Where(p => p.Value == "40").SelectMany(p => p.Assertions)];
        Assert.NotEmpty(first);
        Assert.All(first, id => Assert.Equal(story.Reports[0].Id, story.Assertions.Single(a => a.Id == id).Report));
    }

    [Fact]
    public void A_name_for_the_matter_supports_no_count()
    {
        Story story = ReadStory.Of("The theft of files at Orvik concerns two million customers, the insurer said.", "The mayor spoke of the theft of customers' files at Orvik.");
        Assert.DoesNotContain(story.Claims, c => c.Statement.Contains("two million", StringComparison.Ordinal) && c.Support.Reports > 1);
    }
}
