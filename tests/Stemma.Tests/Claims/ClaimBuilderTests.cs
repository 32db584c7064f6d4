using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Quantities;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

public sealed class ClaimBuilderTests
{
    private static readonly ClaimBuilder Builder = new();

    private static ClaimSet Build(params SomeReport[] reports) => Builder.Build([.. reports.Select(r => r.Build())], []);

    private static ClaimSet Build(SomeReport[] reports, params Derivation[] lineage) => Builder.Build([.. reports.Select(r => r.Build())], [.. lineage]);

    private static Claim ClaimOf(ClaimSet set, string words) =>
        Assert.Single(set.Claims, c => set.Assertions.Any(a => a.Claim == c.Id && a.At.Quote.Contains(words, StringComparison.Ordinal)));

    private static SomeReport Quarry(string id, string outlet, string time) =>
        new SomeReport(id, outlet, time, "At least 9 miners died when the Harrow quarry collapsed, the Vellish mining inspectorate said.")
            .Said("the Vellish mining inspectorate", "At least 9 miners died when the Harrow quarry collapsed", "Vellish mining inspectorate", "said", office: "Vellish mining inspectorate")
            .Counting("9 miners", 9, "miner", Comparator.AtLeast);

    [Fact]
    public void A_copy_and_a_paraphrase_join_one_claim_of_one_origin()
    {
        ClaimSet set = Build(
            Quarry("a", "Northern News Agency", "2026-02-03T06:00:00Z"),
            Quarry("b", "Evening Lantern", "2026-02-03T08:00:00Z"),
            new SomeReport("c", "Delta Post", "2026-02-03T09:00:00Z", "Nine miners lost their lives in the collapse of the Harrow quarry, according to inspectorate spokeswoman Oda Brill.")
                .Said("inspectorate spokeswoman Oda Brill", "Nine miners lost their lives in the collapse of the Harrow quarry", "Oda Brill", "according to", SourceKind.Person, office: "mining inspectorate")
                .Counting("Nine miners", 9, "miner"));

        Claim claim = ClaimOf(set, "lost their lives");
        Assert.Equal(3, claim.Assertions.Length);
        Assert.Equal(new Support(3, 3, 1, 1, false), claim.Support);
        Assert.Equal(ClaimStatus.Asserted, claim.Status);
    }

    [Fact]
    public void Another_number_is_another_claim()
    {
        ClaimSet set = Build(
            Quarry("a", "Northern News Agency", "2026-02-03T06:00:00Z"),
            new SomeReport("b", "Evening Lantern", "2026-02-03T08:00:00Z", "At least 90 miners died when the Harrow quarry collapsed, the Vellish mining inspectorate said.")
                .Said("the Vellish mining inspectorate", "At least 90 miners died when the Harrow quarry collapsed", "Vellish mining inspectorate", "said", office: "Vellish mining inspectorate")
                .Counting("90 miners", 90, "miner", Comparator.AtLeast));
        Assert.Equal(2, set.Claims.Length);
        Assert.All(set.Claims, c => Assert.Equal(1, c.Support.Reports));
    }

    [Fact]
    public void Another_place_or_day_or_a_not_is_another_claim()
    {
        ClaimSet set = Build(
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "The army shelled the bridge at Orrin on Monday, residents said.")
                .Said("residents", "The army shelled the bridge at Orrin on Monday", kind: SourceKind.Group, anonymous: true).On("Monday", "2026-02-02"),
            new SomeReport("b", "Two", "2026-02-03T07:00:00Z", "The army shelled the bridge at Orrin on Sunday, residents said.")
                .Said("residents", "The army shelled the bridge at Orrin on Sunday", kind: SourceKind.Group, anonymous: true).On("Sunday", "2026-02-01"),
            new SomeReport("c", "Three", "2026-02-03T08:00:00Z", "The army has not shelled the bridge at Orrin on Monday, residents said.")
                .Said("residents", "The army has not shelled the bridge at Orrin on Monday", kind: SourceKind.Group, anonymous: true, polarity: Polarity.Negative).On("Monday", "2026-02-02"));
        Assert.Equal(3, set.Claims.Length);
    }

    [Fact]
    public void A_denial_joins_the_claim_it_denies_and_disputes_it()
    {
        ClaimSet set = Build(
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "Miners said the quarry wall had been cracked for weeks.")
                .Said("Miners", "the quarry wall had been cracked for weeks", kind: SourceKind.Group, anonymous: true),
            new SomeReport("b", "Two", "2026-02-03T08:00:00Z", "Harrow Stone denied that the quarry wall had been cracked for weeks.")
                .Said("Harrow Stone", "the quarry wall had been cracked for weeks", office: "Harrow Stone", stance: Stance.Denies));
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal(ClaimStatus.Disputed, claim.Status);
        Assert.Equal([ClaimStatus.Reported, ClaimStatus.Disputed], claim.History.Select(h => h.Status));
        Assert.Equal(1, claim.Support.Reports);
    }

    [Fact]
    public void What_nobody_says_but_one_denies_is_denied_and_has_no_origin()
    {
        ClaimSet set = Build(new SomeReport("a", "One", "2026-02-03T06:00:00Z", "Harrow Stone denied that the quarry wall had been cracked for weeks.")
            .Said("Harrow Stone", "the quarry wall had been cracked for weeks", office: "Harrow Stone", stance: Stance.Denies));
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal((ClaimStatus.Denied, 0, 0), (claim.Status, claim.Support.OriginsAtLeast, claim.Support.OriginsAtMost));
    }

    [Fact]
    public void Presumed_by_one_and_then_confirmed_by_the_body_in_charge()
    {
        ClaimSet set = Build(
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "The quarry wall probably gave way after rain, a rescue worker said.")
                .Said("a rescue worker", "The quarry wall probably gave way after rain", "rescue worker", kind: SourceKind.Person, anonymous: true, certainty: Certainty.Probable),
            new SomeReport("b", "Two", "2026-02-04T08:00:00Z", "The quarry wall gave way after rain, the mining inspectorate said.")
                .Said("the mining inspectorate", "The quarry wall gave way after rain", office: "mining inspectorate"));
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal([ClaimStatus.Presumed, ClaimStatus.Confirmed], claim.History.Select(h => h.Status));
        Assert.Equal("b", claim.History[1].Report);
    }

    [Fact]
    public void Nobody_confirms_himself_by_saying_a_thing_twice()
    {
        ClaimSet set = Build(
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "The quarry wall gave way after rain, the mining inspectorate said.").Said("the mining inspectorate", "The quarry wall gave way after rain"),
            new SomeReport("b", "Two", "2026-02-04T06:00:00Z", "The quarry wall gave way after rain, the mining inspectorate confirmed.").Said("the mining inspectorate", "The quarry wall gave way after rain", stance: Stance.Confirms));
        Assert.Equal(ClaimStatus.Asserted, Assert.Single(set.Claims).Status);
    }

    [Fact]
    public void Two_unnamed_sources_of_two_outlets_only_report()
    {
        ClaimSet set = Build(
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "Harrow Stone will close the quarry in May, two people familiar with the plan said.")
                .Said("two people familiar with the plan", "Harrow Stone will close the quarry in May", kind: SourceKind.Group, anonymous: true),
            new SomeReport("b", "Two", "2026-02-04T06:00:00Z", "Harrow Stone will close the quarry in May, an official told Two.")
                .Said("an official", "Harrow Stone will close the quarry in May", kind: SourceKind.Person, anonymous: true));
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal(ClaimStatus.Reported, claim.Status);
        Assert.Equal((1, 2, true), (claim.Support.OriginsAtLeast, claim.Support.OriginsAtMost, claim.Support.AnonymousOnly));
    }

    [Fact]
    public void A_cited_outlet_leads_on_to_whom_it_quotes()
    {
        ClaimSet set = Build(
            new SomeReport("a", "Evening Lantern", "2026-02-03T06:00:00Z", "Harrow Stone will close the quarry in May, two people familiar with the plan told the Lantern.")
                .Said("two people familiar with the plan", "Harrow Stone will close the quarry in May", "people familiar with the plan", kind: SourceKind.Group, anonymous: true),
            new SomeReport("b", "Delta Post", "2026-02-03T09:00:00Z", "Harrow Stone is to close the quarry in May, the Evening Lantern reports.")
                .Said("the Evening Lantern", "Harrow Stone is to close the quarry in May", "Evening Lantern", kind: SourceKind.Outlet),
            new SomeReport("c", "Coast Gazette", "2026-02-03T10:00:00Z", "Harrow Stone is to close the quarry in May, according to an official cited by the Evening Lantern.")
                .Said("the Evening Lantern", "Harrow Stone is to close the quarry in May", "Evening Lantern", kind: SourceKind.Outlet)
                .Said("an official", "Harrow Stone is to close the quarry in May", "official", kind: SourceKind.Person, anonymous: true, parent: 0));
        Claim claim = ClaimOf(set, "will close");
        Assert.Equal(new Support(3, 3, 1, 1, true), claim.Support);
        Assert.Equal("people familiar with the plan", Assert.Single(set.Origins).Name);
    }

    [Fact]
    public void Outlets_that_cite_each_other_in_a_circle_have_no_origin()
    {
        ClaimSet set = Build(
            new SomeReport("a", "Estuary Live", "2026-02-03T06:00:00Z", "Oil has reached the Marrow lagoon, according to media reports.")
                .Said("media reports", "Oil has reached the Marrow lagoon", kind: SourceKind.Group, anonymous: true),
            new SomeReport("b", "Green Alarm", "2026-02-03T07:00:00Z", "Oil has reached the Marrow lagoon, Estuary Live reports.")
                .Said("Estuary Live", "Oil has reached the Marrow lagoon", kind: SourceKind.Outlet),
            new SomeReport("c", "Citybeat", "2026-02-03T08:00:00Z", "Oil has reached the Marrow lagoon, Green Alarm says.")
                .Said("Green Alarm", "Oil has reached the Marrow lagoon", kind: SourceKind.Outlet));
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal((0, 1), (claim.Support.OriginsAtLeast, claim.Support.OriginsAtMost));
        Assert.Equal(ClaimStatus.Reported, claim.Status);
    }

    [Fact]
    public void A_copy_in_the_outlets_own_voice_adds_no_origin()
    {
        SomeReport first = new("a", "Northern News Agency", "2026-02-03T06:00:00Z", "Two trucks were seen leaving the quarry before the wall fell, a guard said.");
        first.Said("a guard", "Two trucks were seen leaving the quarry before the wall fell", kind: SourceKind.Person, anonymous: true);
        SomeReport second = new("b", "Evening Lantern", "2026-02-03T08:00:00Z", "Two trucks were seen leaving the quarry before the wall fell.");
        DatedReport[] reports = [first.Build(), second.Build()];
        TextSpan whole = new(0, 61);
        Derivation copy = new("b", "a", DerivationKind.Rewrite, 0.9,
            [new SharedPassage(ReportSpan.Of("b", reports[1].Report.Body, whole), ReportSpan.Of("a", reports[0].Report.Body, whole))], []);
        ClaimSet set = Builder.Build([.. reports], [copy]);
        Claim claim = Assert.Single(set.Claims);
        Assert.Equal(new Support(2, 2, 1, 1, true), claim.Support);
        Assert.Equal(ClaimStatus.Reported, claim.Status);
    }

    [Fact]
    public void What_a_body_says_in_its_own_release_is_its_word()
    {
        ClaimSet set = Build(new SomeReport("a", "Harbour Authority of Vell", "2026-02-03T06:00:00Z", "The north pier is closed until further notice. Nobody was hurt."));
        Assert.All(set.Assertions, a => Assert.Empty(a.Attribution));
        Origin origin = Assert.Single(set.Origins);
        Assert.Equal(("Harbour Authority of Vell", OriginBasis.Document), (origin.Name, origin.Basis));
    }

    [Fact]
    public void A_story_taken_back_is_withdrawn_with_what_rests_on_it()
    {
        ClaimSet set = Build(
            new SomeReport("a", "Northern News Agency", "2026-02-03T06:00:00Z", "A diver has drowned in the lagoon, the rescue league said.")
                .Headed("Diver drowns in lagoon, league says").Said("the rescue league", "A diver has drowned in the lagoon", office: "rescue league"),
            new SomeReport("b", "Delta Post", "2026-02-03T07:00:00Z", "A diver has drowned in the lagoon, the rescue league told the Northern News Agency.")
                .Said("the rescue league", "A diver has drowned in the lagoon", office: "rescue league"),
            new SomeReport("c", "Northern News Agency", "2026-02-03T08:00:00Z", "The agency has withdrawn its story headlined \"Diver drowns in lagoon, league says\". The diver is safe.")
                .Headed("KILL - Diver drowns in lagoon").Noting(EditorNoteKind.Retraction, "The agency has withdrawn its story"));
        Claim claim = ClaimOf(set, "drowned");
        Assert.Equal(ClaimStatus.Withdrawn, claim.Status);
        Assert.Equal([ClaimStatus.Asserted, ClaimStatus.Withdrawn], claim.History.Select(h => h.Status));
    }

    [Fact]
    public void A_cancelled_item_leaves_every_count_and_takes_its_copies_along_but_not_what_others_asked_themselves()
    {
        SomeReport[] reports =
        [
            new SomeReport("a", "Northern News Agency", "2026-02-03T06:00:00Z", "A diver has drowned in the lagoon, the rescue league said. The search has ended for the night.")
                .Said("the rescue league", "A diver has drowned in the lagoon", office: "rescue league").Cancelled("2026-02-03T09:00:00Z"),
            new SomeReport("b", "Delta Post", "2026-02-03T07:00:00Z", "A diver has drowned in the lagoon, the rescue league told the Northern News Agency.")
                .Said("the rescue league", "A diver has drowned in the lagoon", office: "rescue league"),
        ];
        Derivation cites = new("b", "a", DerivationKind.Cites, 0.1, [], []);
        ClaimSet set = Build(reports, cites);
        Claim alone = ClaimOf(set, "drowned");
        Assert.Equal((ClaimStatus.Withdrawn, new Support(0, 0, 0, 0, false)), (alone.Status, alone.Support));
        Assert.Equal([("2026-02-03T06:00:00Z", ClaimStatus.Asserted), ("2026-02-03T09:00:00Z", ClaimStatus.Withdrawn)], alone.History.Select(h => (h.Time.ToString(), h.Status)));
        Assert.All(set.Origins, o => Assert.True(o.Withdrawn));

        SomeReport herald = new SomeReport("c", "Bay Herald", "2026-02-03T08:00:00Z", "A diver has drowned in the lagoon, harbour master Ada Quill said.")
            .Said("harbour master Ada Quill", "A diver has drowned in the lagoon", "Ada Quill", kind: SourceKind.Person);
        set = Build([.. reports, herald], cites, new Derivation("c", "a", DerivationKind.Rewrite, 0.5, [], []));
        Claim asked = ClaimOf(set, "drowned");
        Assert.Equal((ClaimStatus.Asserted, new Support(1, 1, 1, 1, false)), (asked.Status, asked.Support));
        Assert.Equal([false], set.Origins.Where(o => o.Name == "Ada Quill").Select(o => o.Withdrawn));
    }

    [Fact]
    public void Editions_of_one_publisher_count_as_one_outlet()
    {
        ClaimSet set = Build(Quarry("a", "Channel Four World", "2026-02-03T06:00:00Z"), Quarry("b", "Channel Four Europe", "2026-02-03T07:00:00Z"));
        Assert.Equal((2, 1), (Assert.Single(set.Claims).Support.Reports, set.Claims[0].Support.Outlets));
    }

    [Fact]
    public void Questions_are_no_assertions() =>
        Assert.Empty(Build(new SomeReport("a", "One", "2026-02-03T06:00:00Z", "How long had the wall been cracked?")).Assertions);

    [Fact]
    public void Every_span_says_what_stands_there_and_every_id_is_known()
    {
        ClaimSet set = Build(Quarry("a", "One", "2026-02-03T06:00:00Z"), Quarry("b", "Two", "2026-02-03T07:00:00Z"));
        HashSet<string> ids = [.. set.Assertions.Select(a => a.Id)];
        Assert.Equal(set.Assertions.Length, ids.Count);
        Assert.All(set.Claims, c => Assert.All(c.Assertions, id => Assert.Contains(id, ids)));
        Assert.All(set.Assertions, a => Assert.Contains(set.Claims, c => c.Id == a.Claim && c.Assertions.Contains(a.Id)));
        Assert.All(set.Assertions.SelectMany(a => a.Attribution).Where(s => s.Origin is not null), s => Assert.Contains(set.Origins, o => o.Id == s.Origin));
    }

    [Fact]
    public void The_statement_is_a_sentence()
    {
        Claim claim = Build(Quarry("a", "One", "2026-02-03T06:00:00Z")).Claims[0];
        Assert.Equal("At least 9 miners died when the Harrow quarry collapsed.", claim.Statement);
    }
}
