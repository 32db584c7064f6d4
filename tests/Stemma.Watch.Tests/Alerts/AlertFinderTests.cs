using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Weighing;

namespace Stemma.Watch.Tests.Alerts;

public sealed class AlertFinderTests
{
    private static readonly ImmutableArray<int> Counts = [1, 2, 5];
    private static readonly Said Leaks = new("ona", "c1", "The dam leaks", "Ivo Brandl");
    private static readonly Said Three = new("ona", "c2", "Three villages were emptied", "Marit Osk");

    private static ImmutableArray<Alert> Between(Story before, Story now, params int[] counts) => AlertFinder.Find(StorySnapshot.Of(before, 4), now, [.. counts]);

    [Fact]
    public void Of_a_story_that_has_not_changed_nothing_is_told() =>
        Assert.Empty(Between(Invented.Story([Leaks, Three]), Invented.Story([Leaks, Three]), 1, 2, 5));

    [Fact]
    public void A_claim_that_goes_by_another_id_and_another_order_is_the_same_claim() =>
        Assert.Empty(Between(Invented.Story([Leaks, Three]), Invented.Story([Three with { Claim = "c9" }, Leaks with { Claim = "c2" }])));

    [Fact]
    public void A_status_that_changed_is_told_with_both_and_the_words_that_changed_it()
    {
        Said radio = new("radio", "c1", "Water runs through the dam");
        Alert alert = Assert.Single(Between(Invented.Story([Leaks, Three]), Invented.Story([Leaks, Three, radio], new() { ["c1"] = (ClaimStatus.Confirmed, 1) })));
        Assert.Equal((AlertKind.Status, "asserted", "confirmed", "c1", "The dam leaks."), (alert.Kind, alert.Before, alert.After, alert.Claim, alert.Statement));
        AlertEvidence evidence = Assert.Single(alert.Evidence);
        Assert.Equal(("radio", "RADIO", "Water runs through the dam", "https://radio.example/dam", 0), (evidence.Report, evidence.Outlet, evidence.Quote, evidence.Url, evidence.Start));
        Assert.Equal("2026-05-04T09:00:00Z", alert.Time);
    }

    [Fact]
    public void One_more_origin_is_told_and_a_copy_is_not()
    {
        Said radio = new("radio", "c1", "Water runs through the dam", "Ana Lund");
        Assert.Empty(Between(Invented.Story([Leaks]), Invented.Story([Leaks, radio])));
        Alert alert = Assert.Single(Between(Invented.Story([Leaks]), Invented.Story([Leaks, radio], new() { ["c1"] = (ClaimStatus.Asserted, 2) })));
        Assert.Equal((AlertKind.Origin, "1", "2"), (alert.Kind, alert.Before, alert.After));
        Assert.Empty(Between(Invented.Story([Leaks, radio], new() { ["c1"] = (ClaimStatus.Asserted, 2) }), Invented.Story([Leaks, radio])));
    }

    [Fact]
    public void A_denial_is_told_with_who_denies_and_only_once()
    {
        Said denial = new("radio", "c1", "the dam leaks at all", "Sorn Power", Stance.Denies);
        Story before = Invented.Story([Leaks]), now = Invented.Story([Leaks, denial], new() { ["c1"] = (ClaimStatus.Disputed, 1) });
        ImmutableArray<Alert> alerts = Between(before, now);
        Assert.Equal([AlertKind.Status, AlertKind.Denial], alerts.Select(a => a.Kind));
        Assert.Equal(("asserted", "denied by Sorn Power"), (alerts[1].Before, alerts[1].After));
        Assert.Equal("the dam leaks at all", Assert.Single(alerts[1].Evidence).Quote);
        // Another weighing puts the same denial with another claim: no news.
        Assert.Empty(Between(now, Invented.Story([Leaks, denial with { Claim = "c7" }], new() { ["c1"] = (ClaimStatus.Disputed, 1) })).Where(a => a.Kind is AlertKind.Denial));
    }

    [Fact]
    public void A_denial_of_what_nobody_had_said_is_told()
    {
        Said denial = new("radio", "c5", "anyone had drowned", "Sorn Power", Stance.Denies);
        Alert alert = Assert.Single(Between(Invented.Story([Leaks]), Invented.Story([Leaks, denial])));
        Assert.Equal((AlertKind.Denial, null, "c5"), (alert.Kind, alert.Before, alert.Claim));
    }

    [Theory]
    [InlineData(Verdict.Superseded, "5 (superseded)")]
    [InlineData(Verdict.Conflict, "5 (conflict)")]
    public void A_number_that_moved_is_told_with_the_old_and_the_new(Verdict verdict, string after)
    {
        Said five = new("radio", "c3", "Five villages were emptied", "Marit Osk");
        Story now = Invented.Story([Leaks, Three, five], differences: [Invented.Number(verdict, ("3", "ona.a2"), ("5", "radio.a1"))]);
        Alert alert = Assert.Single(Between(Invented.Story([Leaks, Three]), now));
        Assert.Equal((AlertKind.Number, "3", after, "Three villages were emptied."), (alert.Kind, alert.Before, alert.After, alert.Statement));
        Assert.Equal(["Five villages were emptied", "Three villages were emptied"], alert.Evidence.Select(e => e.Quote));
        Assert.Empty(Between(now, now));
    }

    [Fact]
    public void Numbers_that_can_both_be_true_and_old_ones_are_not_told()
    {
        Said five = new("radio", "c3", "Five villages were emptied", "Marit Osk");
        Assert.Empty(Between(Invented.Story([Three]), Invented.Story([Three, five], differences: [Invented.Number(Verdict.Compatible, ("3", "ona.a1"), ("5", "radio.a1"))])));
        // Both sides stood in what was known: another weighing has only now seen that they differ.
        Assert.Empty(Between(Invented.Story([Three, five]), Invented.Story([Three, five], differences: [Invented.Number(Verdict.Conflict, ("3", "ona.a1"), ("5", "radio.a1"))])));
    }

    [Fact]
    public void A_report_that_was_taken_back_is_told()
    {
        Alert alert = Assert.Single(Between(Invented.Story([Leaks, Three]), Invented.Story([Leaks, Three], withdrawn: "ona")));
        Assert.Equal((AlertKind.Withdrawn, "stands", "withdrawn by ONA: Dam: ona"), (alert.Kind, alert.Before, alert.After));
        Assert.Empty(Between(Invented.Story([Leaks], withdrawn: "ona"), Invented.Story([Leaks], withdrawn: "ona")));
    }

    [Fact]
    public void Reports_are_told_when_a_number_is_reached_and_not_between()
    {
        Said[] more = [.. Enumerable.Range(1, 5).Select(i => new Said("r" + i, "c1", "The dam leaks, says number " + i))];
        Alert first = Assert.Single(AlertFinder.Find(StorySnapshot.Empty("s-dam"), Invented.Story([Leaks]), Counts));
        Assert.Equal((AlertKind.Report, "0", "1"), (first.Kind, first.Before, first.After));
        Assert.Equal(("0", "2"), AlertFinder.Find(StorySnapshot.Empty("s-dam"), Invented.Story([Leaks, more[0]]), Counts).Select(a => (a.Before, a.After)).Single());
        Assert.Empty(Between(Invented.Story([Leaks, more[0]]), Invented.Story([Leaks, more[0], more[1]]), 1, 2, 5));
        Assert.Equal("6", Assert.Single(Between(Invented.Story([Leaks, more[0]]), Invented.Story([Leaks, .. more]), 1, 2, 5)).After);
    }

    [Fact]
    public void Of_a_new_story_only_its_reports_are_told_not_every_claim() =>
        Assert.Equal([AlertKind.Report], AlertFinder.Find(StorySnapshot.Empty("s-dam"), Invented.Story([Leaks, new("radio", "c1", "the dam leaks at all", "Sorn Power", Stance.Denies)]), Counts).Select(a => a.Kind));

    [Fact]
    public void The_same_change_has_the_same_key_and_another_turn_another()
    {
        Story before = Invented.Story([Leaks]), now = Invented.Story([Leaks], new() { ["c1"] = (ClaimStatus.Disputed, 1) });
        Alert[] keys = [.. new[] { 4, 4, 5 }.Select(turn => AlertFinder.Find(StorySnapshot.Of(before, turn), now, []).Single())];
        Assert.Equal(keys[0].Key, keys[1].Key);
        Assert.NotEqual(keys[0].Key, keys[2].Key);
        Assert.Matches("^[0-9a-f]{32}$", keys[0].Key);
    }

    [Fact]
    public void A_claim_that_was_split_goes_on_with_its_larger_part()
    {
        ImmutableArray<ClaimSnapshot> then = [new(["a", "b", "c"], ClaimStatus.Asserted, 1, []), new(["d"], ClaimStatus.Asserted, 1, [])];
        Assert.Equal([-1, 0, 1], ClaimMatcher.Match(then, [["a"], ["b", "c", "x"], ["d", "y"]]).ToArray());
        Assert.Equal([0], ClaimMatcher.Match(then, [["a", "b", "c", "d"]]).ToArray());
        Assert.Equal([-1], ClaimMatcher.Match(then, [["z"]]).ToArray());
    }

    [Fact]
    public void A_snapshot_comes_back_from_the_store_as_it_was()
    {
        StorySnapshot snapshot = StorySnapshot.Of(Invented.Story([Leaks, Three]), 3);
        Assert.Equal(WatchJson.Write(snapshot), WatchJson.Write(WatchJson.ReadSnapshot(WatchJson.Write(snapshot))));
    }
}
