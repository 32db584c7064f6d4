using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>Statements that can be read by themselves.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("The trustees of the museum resigned on Thursday over a loan that they had not declared, three weeks after an aide told the Echo that they would go.", "three weeks.")]
    [InlineData("The gate, meant for the builders, was never locked and had “a latch of string”, Mira Stolz said.", "and had.")]
    [InlineData("The shipping line Brandt, which runs the ferry, disputed the ruling.", "runs the ferry.")]
    public void Nothing_is_broken_off(string text, string end) =>
        Assert.DoesNotContain(ReadStory.Statements(ReadStory.Of(text)), s => s.EndsWith(end, StringComparison.Ordinal));

    [Fact]
    public void What_is_denied_of_any_is_that_one_was() =>
        Assert.Contains("A pillar was taken out.", ReadStory.Statements(ReadStory.Of("The builder denied on Thursday that any pillar was taken out.")));

    [Fact]
    public void It_emerged_that_is_not_part_of_what_emerged() =>
        Assert.DoesNotContain(ReadStory.Statements(ReadStory.Of("The rector will step down, a colleague said on Monday, after it emerged that he had copied parts of his thesis.")), s => s.Contains("emerged", StringComparison.Ordinal));

    [Fact]
    public void A_refusal_is_read_with_who_refused() =>
        Assert.Contains(ReadStory.Statements(ReadStory.Of("The ministry declined to comment.")), s => s == "The ministry declined to comment.");

    [Fact]
    public void Parts_that_add_up_are_parts_of_the_whole()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("A total of 910 trees were felled in two parks, 350 oaks and 560 limes, the council said."));
        Assert.Contains(statements, s => s.Contains("910 trees", StringComparison.Ordinal) && !s.Contains("oaks", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, s => s.Contains("in 350 oaks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_for_all_of_a_kind_counts_the_same_as_one_for_some()
    {
        Story story = ReadStory.Of("The authorities slaughtered 520 pigs near Varn on Tuesday.", "All 520 animals on the farm near Varn have been killed.");
        Assert.Equal(ReadStory.ClaimOf(story, "520 pigs").Id, ReadStory.ClaimOf(story, "520 animals").Id);
    }

    [Theory]
    [InlineData("Thirteen guests on levels 6 and 7 have tested positive.", "Three guests on level 5 have tested positive.")]
    [InlineData("Two climbers, aged 81 and 77, have died near Varn.", "Three climbers have died near Varn.")]
    public void Labels_and_ages_are_no_counts(string first, string second) =>
        Assert.DoesNotContain(ReadStory.Of(first, second).Differences, d => d.Positions.Any(p => p.Value is "6" or "7" or "5" or "81" or "77"));

    [Fact]
    public void Sums_of_other_things_are_no_conflict()
    {
        Story story = ReadStory.Of("Harrow agreed to buy Varn Tools for $18.40 per share.", "If the deal fails, Harrow must pay Varn Tools $95 million.", "Varn Tools shares rose to $17.90.");
        Assert.DoesNotContain(story.Differences, d => d.Verdict is Stemma.Differences.Verdict.Conflict);
    }

    [Fact]
    public void What_was_read_is_not_what_will_be()
    {
        Story story = ReadStory.Of("She read the letter aloud to the families in Varn.", "She will read the letter aloud to the families in Varn.");
        Assert.NotEqual(ReadStory.ClaimOf(story, "She read").Id, ReadStory.ClaimOf(story, "She will read").Id);
    }

    [Fact]
    public void None_of_the_staff_is_none_of_the_patients()
    {
        Story story = ReadStory.Of("Two guests have died in the Varn hotel.", "No member of staff has died in the Varn hotel.");
        Assert.DoesNotContain(story.Differences, d => d.Kind is Stemma.Differences.DifferenceKind.Existence);
    }

    [Fact]
    public void A_figure_whose_source_the_documents_note_names_is_that_sources()
    {
        Story story = ReadStory.Of("The Orlan ministry said 46 hikers had been injured near Varn.", "Near Varn 46 hikers were injured.\n\nNOTE. Figures for guides come from our own survey; figures for hikers are those given by the ministry.");
        Claim claim = ReadStory.ClaimOf(story, "46 hikers were");
        Assert.Equal(1, claim.Support.OriginsAtLeast);
        Assert.NotEqual(ClaimStatus.Confirmed, claim.Status);
    }
}
