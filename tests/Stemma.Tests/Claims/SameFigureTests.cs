using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>When two figures are one, and when two statements are one though a word was changed.</summary>
public sealed class SameFigureTests
{
    [Theory]
    [InlineData("Returns from at least 400 polling places in the Varn valley were missing, Mira Stolz said.", "At least 400 are missing, Mira Stolz said on Monday.", "Returns", "At least 400 are")]
    [InlineData("The regulator ordered the recall of 16 lots of the drug Varnol on Monday after pills three times as strong as they should be were found.", "The maker is recalling 16 lots of its drug Varnol.", "ordered the recall", "is recalling")]
    [InlineData("Thirty-six people have been treated for injuries after the crash in Varn, the mayor said.", "Thirty-six people were injured in the crash in Varn, the police said.", "treated", "were injured")]
    [InlineData("Holm AG is in talks to buy Stolz Tools for about 31 euros a share, people close to the talks said.", "Holm AG is in talks to buy the U.S. toolmaker for about 31 euros a share.", "Stolz Tools", "toolmaker")]
    [InlineData("The north of Varn could be dark for three months, an official of the power company said.", "The north of Varn could be without power for three months, an official of the power company said.", "dark", "without")]
    public void These_are_one_claim(string first, string second, string a, string b)
    {
        Story story = ReadStory.Of(first, second);
        Assert.Equal(ReadStory.ClaimOf(story, a).Id, ReadStory.ClaimOf(story, b).Id);
    }

    [Theory]
    [InlineData("Holm AG will buy Stolz Tools for about 31 euros a share, people close to the talks said.", "Holm AG will buy Stolz Tools for 33.25 euros a share, the firms said.", "about 31", "33.25")]
    [InlineData("Holm AG will send the fleet to Varn with fuel, the firm said.", "Holm AG will send the fleet to Varn without fuel, the firm said.", "with fuel", "without fuel")]
    [InlineData("The brakes of the tram had been written up by crews three times in the eight days before the crash, the union said.", "In the eight days before the crash crews had made two entries about the brakes of the tram.", "three times", "two entries")]
    [InlineData("Holm AG bought the port of Varn on Monday, the mayor said.", "Stolz Tools bought the port of Varn on Monday, the mayor said.", "Holm AG", "Stolz Tools")]
    public void These_are_two(string first, string second, string a, string b)
    {
        Story story = ReadStory.Of(first, second);
        Assert.NotEqual(ReadStory.ClaimOf(story, a).Id, ReadStory.ClaimOf(story, b).Id);
    }

    [Fact]
    public void Two_papers_of_14_and_41_pages_are_no_slip() =>
        Assert.DoesNotContain(ReadStory.Of("The 14-page text, leaked in Varn on Monday, was seen by the paper.", "It has 41 pages, the chair said of her own text in Varn.").Differences, d => d.Why.Contains("transcription", StringComparison.Ordinal));

    [Fact]
    public void A_slip_is_disputed_by_what_it_slipped_from_and_disputes_nothing()
    {
        Story story = ReadStory.Of(
            "The insurer said on Monday that the personal data of at least 1.2 million customers had been stolen.",
            "The theft of data at the insurer concerns at least 12 million customers, the Daily Horn said on Monday.");
        Assert.Equal(ClaimStatus.Disputed, ReadStory.ClaimOf(story, "12 million").Status);
        Assert.Equal(ClaimStatus.Asserted, ReadStory.ClaimOf(story, "1.2 million").Status);
    }

    [Fact]
    public void A_preposition_said_again_parts_two_lots()
    {
        Story story = ReadStory.Of("The army speaks of nine dead in its own ranks and of thirteen rebels killed at Varn.");
        Assert.NotEqual(ReadStory.ClaimOf(story, "nine dead").Id, ReadStory.ClaimOf(story, "thirteen rebels").Id);
    }

    [Fact]
    public void Two_clauses_with_subjects_of_their_own_are_two_statements()
    {
        string[] statements = ReadStory.Statements(ReadStory.Of("A fireman went missing and 36 barns were destroyed in the hills of Varn on Tuesday, officials said."));
        Assert.Contains("A fireman went missing.", statements);
        Assert.Contains(statements, s => s.StartsWith("36 barns were destroyed", StringComparison.Ordinal));
    }
}
