using Stemma.Differences;
using Stemma.Tests.Claims;

namespace Stemma.Tests.Differences;

/// <summary>"There was none" against whoever tells that there was.</summary>
public sealed class NoneTests
{
    [Theory]
    [InlineData("Rescue boats turned back because of a hobbyist's drone, a fisherman said. The ferry sank off Varn on Tuesday.", "No drone was seen over the harbour, the coastguard said. The ferry sank off Varn on Tuesday.")]
    [InlineData("A school bus was on the bridge when it fell, a driver said. The bridge in Varn fell on Monday.", "There was no bus, the mayor said. The bridge in Varn fell on Monday.")]
    [InlineData("Forty farmhands were kidnapped near Varn on Monday, the governor said.", "No farmhand was kidnapped, the police said. The road to Varn is open.")]
    [InlineData("Eleven sailors were fighting for their lives on Monday, a website said. The ship burned off Varn.", "Nobody is fighting for their life, the doctor said. The ship burned off Varn.")]
    public void What_one_tells_another_says_there_was_none_of(string some, string none) =>
        Assert.Contains(ReadStory.Of(some, none).Differences, d => d is { Kind: DifferenceKind.Existence, Verdict: Verdict.Conflict });

    [Theory]
    // What stands on no list, what nobody says, what nobody has decided: nothing is said of the event.
    [InlineData("The list of the cargo names oil and grain, the port said. A ship sank off Varn.", "The powder was on no list, a sailor said. A ship sank off Varn.")]
    [InlineData("The owner announced on Monday that the ship was sold. It sank off Varn.", "No announcement had been made by the insurer, a clerk said. The ship sank off Varn.")]
    // A fire chief is no fire; a search for a drone finds none; what was ruled out did not happen.
    [InlineData("Fire chief Mira Stolz went to the harbour herself on Monday. A ship sank off Varn.", "There was no fire, the port said. A ship sank off Varn.")]
    [InlineData("The police found a station open on Sunday, a voter in Varn said.", "The mission found no station from which observers had been sent away. Varn voted on Sunday.")]
    [InlineData("There had been no fire, the port said. A ship sank off Varn.", "The chief engineer ruled out a fire, the Post reported. A ship sank off Varn.")]
    // Not on that day.
    [InlineData("The council meets on 16 April, its secretary said. The bank of Varn cut its rate.", "There was no meeting on Monday, a member of the council said. The bank of Varn cut its rate.")]
    public void A_no_of_something_else_denies_nothing(string some, string none) =>
        Assert.DoesNotContain(ReadStory.Of(some, none).Differences, d => d.Kind is DifferenceKind.Existence);

    [Fact]
    public void The_dead_do_not_grow_fewer_in_one_mouth()
    {
        Difference found = Assert.Single(
            ReadStory.Of("Forty rebels were killed in the battle for Varn ridge on Sunday, the army said on Monday.", "Fourteen rebels were killed in the battle for Varn ridge in the Lower Dale on Sunday, the army said.").Differences,
            d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Conflict, found.Verdict);
    }

    [Fact]
    public void Whoever_counts_anew_may_count_fewer()
    {
        Difference found = Assert.Single(
            ReadStory.Of("Forty rebels were killed in the battle for Varn ridge on Sunday, the army said on Monday.", "Fourteen rebels were killed in the battle for Varn ridge on Sunday, the army said, revising its earlier count.").Differences,
            d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Superseded, found.Verdict);
    }
}
