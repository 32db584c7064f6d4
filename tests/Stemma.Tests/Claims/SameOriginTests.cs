using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>Who is one origin by whatever words a report names him.</summary>
public sealed class SameOriginTests
{
    [Fact]
    public void A_rank_tells_of_no_body_of_its_own()
    {
        BodyNames bodies = new(["Varnish army", "army's chief", "army"]);
        Assert.Equal(bodies.Of("Varnish army"), bodies.Of("the army's chief"));
        Assert.Equal(bodies.Of("Varnish army"), bodies.Of("army"));
    }

    [Fact]
    public void The_holder_of_an_office_and_the_office_own_one_campaign()
    {
        BodyNames bodies = new(["Ortega's campaign", "governor's campaign"], new Dictionary<string, string>(StringComparer.Ordinal) { ["governor"] = "ortega" });
        Assert.Equal(bodies.Of("Ortega's campaign"), bodies.Of("the governor's campaign"));
    }

    [Fact]
    public void My_agent_is_whom_the_story_names_as_agent()
    {
        Story story = ReadStory.Of(
            ("Varn Post", null, "\"There is no file on her,\" the runner's agent, Pavel Holm, said on Monday."),
            ("Echo", null, "My agent said that there was no file on her."));
        Claim claim = ReadStory.ClaimOf(story, "no file");
        Assert.Equal((2, 1, 1), (claim.Support.Reports, claim.Support.OriginsAtLeast, claim.Support.OriginsAtMost));
    }

    [Fact]
    public void A_name_that_a_newsroom_of_the_story_bears_is_that_newsroom()
    {
        Story story = ReadStory.Of(
            ("Marketwatcher", null, "Holm AG is in talks to buy Stolz Tools, people close to the talks told Marketwatcher."),
            ("Varn Post", null, "Holm AG is in talks to buy Stolz Tools, Marketwatcher reported on Monday."));
        Assert.DoesNotContain(story.Origins, o => o.Id.StartsWith("o-person-marketwatcher", StringComparison.Ordinal));
        Assert.Equal(1, ReadStory.ClaimOf(story, "in talks").Support.OriginsAtMost);
    }

    [Fact]
    public void Pages_seen_by_a_newsroom_are_a_document()
    {
        Story story = ReadStory.Of(("Varn Post", null, "The fault had been known for four days, according to pages of the ship's log seen by the Varn Post."));
        Assert.Contains(story.Origins, o => o.Basis is OriginBasis.Document);
    }

    [Fact]
    public void Who_confirms_in_a_later_report_confirms()
    {
        Story story = ReadStory.Of(
            "Shares of Stolz Tools rose by a fifth in Varn on Monday on talk of a takeover.",
            "Stolz Tools confirmed on Tuesday that it had received a proposal from Holm AG.");
        Assert.Equal(ClaimStatus.Confirmed, ReadStory.ClaimOf(story, "received a proposal").Status);
    }
}
