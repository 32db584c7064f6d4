using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>What the whole engine makes of a few sentences: which are one claim, which are two, and where they differ.</summary>
public sealed class ReadClaimsTests
{
    [Fact]
    public void Lots_counted_together_are_statements_of_their_own()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("Seven policemen and 30 rioters were injured in the clashes in Ostrava on Tuesday, the interior ministry said."));
        Assert.Contains("Seven policemen were injured in the clashes in Ostrava on Tuesday.", statements);
        Assert.Contains("30 rioters were injured in the clashes in Ostrava on Tuesday.", statements);
    }

    [Fact]
    public void A_list_behind_a_colon_counts_the_parts_of_the_whole()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("At least 21 people were killed in Lower Varn on Tuesday: nine villagers and 12 firemen."));
        Assert.Contains(statements, s => s.StartsWith("At least 21 people were killed", StringComparison.Ordinal) && !s.Contains("villagers", StringComparison.Ordinal));
        Assert.Contains(statements, s => s.Contains("Nine villagers", StringComparison.OrdinalIgnoreCase) && !s.Contains("12 firemen", StringComparison.Ordinal));
    }

    [Fact]
    public void Joined_verbs_are_two_statements_under_one_subject()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("The company closed its plant in Varn on Monday and is selling its fleet to a rival."));
        Assert.Equal(["The company closed its plant in Varn on Monday.", "The company is selling its fleet to a rival."], statements.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_lead_that_dates_both_verbs_is_read_with_the_second()
    {
        Story story = ReadStory.Of("In 1999 a flood hit the village of Varn and killed 16 people.");
        Claim second = ReadStory.ClaimOf(story, "killed 16");
        Assert.Equal("In 1999 a flood killed 16 people.", second.Statement);
    }

    [Fact]
    public void An_arrest_made_and_a_suspect_arrested_are_one_claim()
    {
        Story story = ReadStory.Of(
            "Federal police made an arrest on Friday in connection with the letter bombs sent to judges in Ostrava.",
            "Police have arrested a suspect in connection with the letter bombs sent to judges in Ostrava.");
        Assert.Equal(ReadStory.ClaimOf(story, "made an arrest").Id, ReadStory.ClaimOf(story, "have arrested").Id);
    }

    [Fact]
    public void What_was_learned_joins_nothing_across_other_figures()
    {
        Story story = ReadStory.Of("Thirty miners were rescued from the Harrow pit on Tuesday.", "Eleven miners were rescued from the Harrow pit on Tuesday.");
        Assert.NotEqual(ReadStory.ClaimOf(story, "Thirty").Id, ReadStory.ClaimOf(story, "Eleven").Id);
    }

    [Theory]
    [InlineData("“They are not afraid of anything,” said Mira Stolz.", "afraid")]
    [InlineData("Mira Stolz said there was no evidence of a leak.", "evidence")]
    [InlineData("Mira Stolz said nobody had warned the villagers.", "warned")]
    [InlineData("Mira Stolz said the dam was neither old nor weak.", "weak")]
    [InlineData("Mira Stolz said the firm had offered no plan to the village.", "offered")]
    public void A_statement_that_denies_its_verb_is_negative(string text, string words) =>
        Assert.Equal(Polarity.Negative, ReadStory.Of(text).Assertions.First(a => a.At.Quote.Contains(words, StringComparison.Ordinal)).Polarity);

    [Theory]
    [InlineData("Mira Stolz said the dam was not only old but weak.", "old")]
    [InlineData("The dam that was not repaired in 2029 broke on Monday.", "broke")]
    public void A_not_on_something_else_leaves_it_positive(string text, string words) =>
        Assert.Equal(Polarity.Positive, ReadStory.Of(text).Assertions.First(a => a.At.Quote.Contains(words, StringComparison.Ordinal)).Polarity);

    [Fact]
    public void Who_backs_a_move_acts_and_says_nothing() =>
        Assert.Empty(ReadStory.Of("Five of the seven members of the council backed the move at a closed meeting on Monday.").Assertions.Single().Attribution);

    [Fact]
    public void No_injuries_and_two_treated_differ_without_a_word_in_common()
    {
        Story story = ReadStory.Of("There are no reports of injuries at this time.", "Two workers were being treated in hospital for burns on Wednesday.");
        Difference found = Assert.Single(story.Differences, d => d.Kind is DifferenceKind.Existence);
        Assert.Equal(Verdict.Superseded, found.Verdict);
    }

    [Fact]
    public void A_later_larger_toll_overtakes_the_first()
    {
        Story story = ReadStory.Of("At least four people were killed in the landslide near Varn on Tuesday.", "Seven people are now known to have died in the landslide near Varn.");
        Difference found = Assert.Single(story.Differences, d => d.Kind is DifferenceKind.Number);
        Assert.Equal((Verdict.Superseded, "4", "7"), (found.Verdict, found.Positions.Min(p => p.Value)!, found.Positions.Max(p => p.Value)!));
    }

    [Fact]
    public void The_dead_are_not_set_against_the_missing()
    {
        Story story = ReadStory.Of("Four people were killed in the landslide near Varn on Tuesday.", "Six people are missing after the landslide near Varn.");
        Assert.DoesNotContain(story.Differences, d => d.Kind is DifferenceKind.Number && d.Verdict is Verdict.Conflict);
        Assert.NotEqual(ReadStory.ClaimOf(story, "killed").Id, ReadStory.ClaimOf(story, "missing").Id);
    }

    [Fact]
    public void The_dead_of_ones_own_ranks_are_not_all_the_dead()
    {
        Story story = ReadStory.Of("The army speaks of eight dead in its own ranks.", "At least 19 people were killed near Varn on Tuesday.");
        Assert.DoesNotContain(story.Differences, d => d.Verdict is Verdict.Conflict);
    }

    [Fact]
    public void Who_counts_nothing_confirms_no_count()
    {
        Story story = ReadStory.Of("The theft affects 12 million customers of Medmar.", "The theft affects customers of Medmar.");
        Assert.NotEqual(ReadStory.ClaimOf(story, "12 million").Id, ReadStory.ClaimOf(story, "affects customers").Id);
    }

    [Fact]
    public void What_is_denied_is_not_also_asserted() =>
        Assert.All(ReadStory.Of("The ministry said it was not true that a letter of resignation had been written.").Assertions.GroupBy(a => a.At.Span), g => Assert.Single(g));

    [Fact]
    public void Loot_of_another_raid_is_no_contradiction()
    {
        Story story = ReadStory.Of(
            "Robbers made off with jewels worth two million euros from a shop in Varn on Tuesday.",
            "In July 2029 a masked man made off with jewels worth 103 million euros from the Carlin Hotel in Ostrava.");
        Assert.DoesNotContain(story.Differences, d => d.Verdict is Verdict.Conflict);
    }

    [Fact]
    public void Look_alike_places_of_one_plant_are_told()
    {
        Story story = ReadStory.Of(
            "Firefighters are dealing with a large fire at the Veldmar Cells plant in Harrowgate.",
            "A fitter has been hurt in the blaze at the Veldmar Cells works in Harrowgale.");
        Assert.Contains(story.Differences, d => d.Kind is DifferenceKind.Place);
    }

    [Fact]
    public void Bill_and_William_of_one_family_name_are_one_man()
    {
        Story story = ReadStory.Of("Trooper Bill Harkan was killed by a bomb in Varn on Friday.", "Trooper William Harkan was killed by a bomb in Varn on Friday.");
        Assert.DoesNotContain(story.Differences, d => d.Kind is DifferenceKind.Person);
    }

    [Fact]
    public void The_police_is_no_shop_that_was_named_before_it()
    {
        Story story = ReadStory.Of("The robbers fled from the shop of Carlin Jewellers. Police said they had recovered the car.");
        Assert.DoesNotContain(story.Origins, o => o.Name.Contains("Carlin", StringComparison.Ordinal) && o.Basis is OriginBasis.NamedOfficial);
    }
}
