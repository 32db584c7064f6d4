using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>Statements that can be read by themselves.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("The owners of the mill, which closed in May, resigned on Thursday over a loan that they had not declared, two days after an aide told the Echo that they would go.", "two days.")]
    [InlineData("The account, opened for a trial, was never closed and had “a password of four letters”, Mira Stolz said.", "and had.")]
    [InlineData("The haulage firm Brandt, which owns the lorry, disputed the finding.", "owns the lorry.")]
    public void Nothing_is_broken_off(string text, string end) =>
        Assert.DoesNotContain(ReadStory.Statements(ReadStory.Of(text)), s => s.EndsWith(end, StringComparison.Ordinal));

    [Fact]
    public void What_is_denied_of_any_is_that_one_was() =>
        Assert.Contains("A charge was left in the rock.", ReadStory.Statements(ReadStory.Of("The contractor denied on Thursday that any charge was left in the rock.")));

    [Fact]
    public void It_emerged_that_is_not_part_of_what_emerged() =>
        Assert.DoesNotContain(ReadStory.Statements(ReadStory.Of("The minister will resign, an aide said on Monday, after it emerged that he had kept quiet about a stake in a builder.")), s => s.Contains("emerged", StringComparison.Ordinal));

    [Fact]
    public void A_refusal_is_read_with_who_refused() =>
        Assert.Contains(ReadStory.Statements(ReadStory.Of("The ministry declined to comment.")), s => s == "The ministry declined to comment.");

    [Fact]
    public void Parts_that_add_up_are_parts_of_the_whole()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("A total of 1,120 animals have been killed on two farms, 340 cattle and 780 sheep, the ministry said."));
        Assert.Contains(statements, s => s.Contains("1,120 animals", StringComparison.Ordinal) && !s.Contains("sheep", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, s => s.Contains("on 340 cattle", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_for_all_of_a_kind_counts_the_same_as_one_for_some()
    {
        Story story = ReadStory.Of("The authorities slaughtered 340 cattle near Varn on Tuesday.", "All 340 animals on the farm near Varn have been killed.");
        Assert.Equal(ReadStory.ClaimOf(story, "340 cattle").Id, ReadStory.ClaimOf(story, "340 animals").Id);
    }

    [Theory]
    [InlineData("Thirteen patients on wards 6 and 7 have tested positive.", "Three patients on ward 5 have tested positive.")]
    [InlineData("Two pensioners, aged 81 and 77, have died in Varn.", "Three pensioners have died in Varn.")]
    public void Labels_and_ages_are_no_counts(string first, string second) =>
        Assert.DoesNotContain(ReadStory.Of(first, second).Differences, d => d.Positions.Any(p => p.Value is "6" or "7" or "5" or "81" or "77"));

    [Fact]
    public void Sums_of_other_things_are_no_conflict()
    {
        Story story = ReadStory.Of("Harrow agreed to buy Varn Tools for $33.25 per share.", "If the deal fails, Harrow must pay Varn Tools $180 million.", "Varn Tools shares rose to $32.71.");
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
        Story story = ReadStory.Of("Two patients have died in the Varn infirmary.", "No member of staff has died in the Varn infirmary.");
        Assert.DoesNotContain(story.Differences, d => d.Kind is Stemma.Differences.DifferenceKind.Existence);
    }

    [Fact]
    public void A_figure_whose_source_the_documents_note_names_is_that_sources()
    {
        Story story = ReadStory.Of("The Orlan army said eight soldiers had been killed at Varn.", "Eight soldiers were killed at Varn.\n\nSOURCES. Figures for civilians come from the hospital; figures for soldiers are those given by the army.");
        Claim claim = ReadStory.ClaimOf(story, "Eight soldiers were");
        Assert.Equal(1, claim.Support.OriginsAtLeast);
        Assert.NotEqual(ClaimStatus.Confirmed, claim.Status);
    }

    [Fact]
    public void The_office_of_the_lead_is_the_person_named_below_it()
    {
        Story story = ReadStory.Of("Three miners were killed in the Varn pit, the governor of the province said on Monday.\n\nAurel Basku told Coast Radio that twelve men had walked out.");
        Assert.DoesNotContain(story.Origins, o => o.Name.Contains("governor", StringComparison.Ordinal));
        Assert.Contains(story.Origins, o => o.Name == "Aurel Basku");
    }
}
