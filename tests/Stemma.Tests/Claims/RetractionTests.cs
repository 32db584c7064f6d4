using Stemma.Claims;
using Stemma.Differences;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>Single statements that whoever made them puts right or takes back.</summary>
public sealed class RetractionTests
{
    [Theory]
    [InlineData("The bridge near Varn was reopened on Thursday, the mayor said.\n\n(In a March 4 story, this agency wrote that the bridge carried 4,100 cars a day. It carries 1,400.)", "4,100")]
    [InlineData("The bridge near Varn was reopened on Thursday, the mayor said.\n\n(Corrects number of cars to 1,400 a day, not 4,100, in story of March 4)", "4,100")]
    [InlineData("The bridge near Varn was reopened on Thursday, the mayor said.\n\nThis story corrects the number of cars, given in a March 4 story as 4,100 a day. It is 1,400.", "4,100")]
    public void A_newsroom_that_corrects_a_figure_takes_its_own_back(string later, string words)
    {
        Story story = ReadStory.Of(("Coast Press", "Bridge near Varn closed", "The bridge near Varn was closed on Tuesday, the mayor said.\n\nIt carried 4,100 cars a day."), ("Coast Press", "Bridge near Varn reopened", later));
        Assert.Equal(ClaimStatus.Withdrawn, ReadStory.ClaimOf(story, words).Status);
        Assert.NotEqual(ClaimStatus.Withdrawn, ReadStory.ClaimOf(story, "was closed").Status);
    }

    [Fact]
    public void Another_newsrooms_correction_takes_nothing_back()
    {
        Story story = ReadStory.Of(("Coast Press", "Bridge near Varn closed", "The bridge near Varn was closed on Tuesday.\n\nIt carried 4,100 cars a day."),
            ("Harbour Echo", "Bridge near Varn reopened", "The bridge near Varn was reopened on Thursday.\n\n(Corrects number of cars to 1,400 a day, not 4,100, in story of March 4)"));
        Assert.NotEqual(ClaimStatus.Withdrawn, ReadStory.ClaimOf(story, "4,100").Status);
    }

    [Fact]
    public void What_a_correction_repeats_is_no_second_voice_for_it()
    {
        Story story = ReadStory.Of(("Coast Press", "Keeper dies in fire", "The keeper of the Varn lighthouse has died in the fire, the harbour office said."),
            ("Coast Press", "Correction: Varn lighthouse", "An article on 4 March said that the keeper of the Varn lighthouse had died in the fire. He has not. We apologise to him."));
        Claim claim = ReadStory.ClaimOf(story, "has died");
        Assert.Equal(ClaimStatus.Withdrawn, claim.Status);
        Assert.True(claim.Support.OriginsAtMost <= 1);
        Assert.DoesNotContain(story.Brief.KeyFacts, p => p.Text.Contains("died", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_takes_its_own_word_back()
    {
        Story story = ReadStory.Of("Harrow Mining said the collapse in the Varn pit had followed an earthquake in the region.", "Harrow Mining withdrew its statement that the collapse in the Varn pit had followed an earthquake in the region.");
        Assert.Equal(ClaimStatus.Withdrawn, ReadStory.ClaimOf(story, "followed an earthquake").Status);
    }

    [Fact]
    public void A_figure_put_right_stands_in_no_conflict()
    {
        Story story = ReadStory.Of(("Coast Press", "Fire in Varn", "Firefighters rescued 41 passengers from a burning coach near Varn on Tuesday."), ("Harbour Echo", "Coach burns", "Firefighters rescued 31 passengers from a burning coach near Varn on Tuesday."),
            ("Coast Press", "Correction: Fire in Varn", "An article on 4 March gave the number of passengers rescued from a burning coach near Varn as 41; it should have been 31."));
        Assert.DoesNotContain(story.Differences, d => d.Kind is DifferenceKind.Number && d.Verdict is Verdict.Conflict);
        Assert.NotEqual(ClaimStatus.Disputed, ReadStory.ClaimOf(story, "31 passengers").Status);
    }

    [Theory]
    [InlineData("The bridge near Varn was reopened on Thursday. “We were wrong: we said 4,100 cars a day,” the mayor said.")]
    [InlineData("The bridge near Varn was reopened on Thursday. The ministry's report said that 4,100 cars a day cross it, which the mayor called wrong.")]
    public void What_others_got_wrong_takes_nothing_of_the_newsrooms_back(string later)
    {
        Story story = ReadStory.Of(("Coast Press", "Bridge near Varn closed", "The bridge near Varn was closed on Tuesday, the mayor said.\n\nIt carried 4,100 cars a day."), ("Coast Press", "Bridge near Varn reopened", later));
        Assert.NotEqual(ClaimStatus.Withdrawn, ReadStory.ClaimOf(story, "It carried").Status);
    }

    [Fact]
    public void Who_accepts_a_finding_no_longer_denies_it()
    {
        Story story = ReadStory.Of("The mining company denied that the dam leaked.", "The mining company, which had denied that the dam leaked, accepted the finding of the inspectors.");
        Assert.Equal(ClaimStatus.Denied, ReadStory.Of("The mining company denied that the dam leaked.").Claims.Single().Status);
        Assert.NotEqual(ClaimStatus.Denied, ReadStory.ClaimOf(story, "the dam leaked").Status);
    }

    [Fact]
    public void Who_acknowledges_something_else_takes_nothing_back()
    {
        Story story = ReadStory.Of("The mining company said that the dam was full.", "The mining company, which had said that the dam was full, acknowledged that the inspectors were still at work.");
        Assert.Equal(ClaimStatus.Asserted, ReadStory.ClaimOf(story, "the dam was full").Status);
    }

    [Theory]
    [InlineData("Corrects number of horses to 60, not 90, in story of Aug 9", 90)]
    [InlineData("This story corrects the rent, given in a May 7 story as $5,200. It was $2,500.", 5200)]
    [InlineData("In an April 2 story, this agency wrote that the bridge was opened in May 1987. It was opened in May 1978.", 1987)]
    [InlineData("The article gave the number of pupils as 270; it should have been 720.", 270)]
    public void The_wrong_figure_is_told_from_the_right_one(string note, double wrong) =>
        Assert.Equal([wrong], CorrectedFigures.Old(note));
}
