using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Quantities;
using Stemma.Tests.Claims;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Tests.Differences;

public sealed class DifferenceFinderTests
{
    private static readonly ClaimBuilder Builder = new();
    private static readonly DifferenceFinder Finder = new();

    private static ImmutableArray<Difference> Find(ImmutableArray<Derivation> lineage, params SomeReport[] reports)
    {
        ImmutableArray<DatedReport> built = [.. reports.Select(r => r.Build())];
        return Finder.Find(built, Builder.Build(built, lineage), lineage);
    }

    private static SomeReport Toll(string id, string time, string source, string number, double value, string fate = "died", Comparator comparator = Comparator.Exactly) =>
        new SomeReport(id, "Outlet " + id, time, $"{number} miners {fate} when the Harrow quarry collapsed, {source} said.")
            .Said(source, $"{number} miners {fate} when the Harrow quarry collapsed", office: source)
            .Counting($"{number} miners", value, "miner", comparator);

    [Fact]
    public void Two_bodies_with_two_numbers_at_one_time_are_in_conflict()
    {
        Difference difference = Assert.Single(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "14", 14), Toll("b", "2026-02-03T08:00:00Z", "the province", "6", 6)));
        Assert.Equal((DifferenceKind.Number, Verdict.Conflict), (difference.Kind, difference.Verdict));
        Assert.Equal(["14", "6"], difference.Positions.Select(p => p.Value));
        Assert.All(difference.Positions, p => Assert.NotEmpty(p.Assertions));
        Assert.Contains("inspectorate", difference.Positions[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_count_of_the_same_body_supersedes_its_earlier_one() =>
        Assert.Equal(Verdict.Superseded, Assert.Single(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "6", 6), Toll("b", "2026-02-03T08:00:00Z", "the inspectorate", "14", 14))).Verdict);

    [Fact]
    public void A_count_that_grows_overnight_is_superseded_whoever_counts() =>
        Assert.Equal(Verdict.Superseded, Assert.Single(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "6", 6), Toll("b", "2026-02-04T08:00:00Z", "the province", "14", 14))).Verdict);

    [Fact]
    public void At_least_twelve_agrees_with_fifteen() =>
        Assert.Equal(Verdict.Compatible, Assert.Single(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "12", 12, comparator: Comparator.AtLeast), Toll("b", "2026-02-03T08:00:00Z", "the province", "15", 15))).Verdict);

    [Fact]
    public void The_dead_and_the_injured_are_not_one_count() =>
        Assert.DoesNotContain(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "6", 6), Toll("b", "2026-02-03T08:00:00Z", "the province", "14", 14, "were injured")), d => d.Verdict is Verdict.Conflict);

    [Fact]
    public void A_copy_that_has_another_number_is_a_suspect_transcription()
    {
        Difference difference = Assert.Single(Find(
            [new Derivation("b", "a", DerivationKind.Rewrite, 0.8, [], [])],
            Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "15", 15),
            Toll("b", "2026-02-04T08:00:00Z", "the inspectorate", "51", 51)));
        Assert.Equal(Verdict.Conflict, difference.Verdict);
        Assert.Contains("15", difference.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void As_early_as_Tuesday_agrees_with_Wednesday()
    {
        ImmutableArray<Difference> found = Find([],
            new SomeReport("a", "One", "2026-02-01T06:00:00Z", "The envoys could hold their first talks in Marrow as early as Tuesday, an official said.")
                .Said("an official", "The envoys could hold their first talks in Marrow as early as Tuesday", kind: SourceKind.Person, anonymous: true).On("as early as Tuesday", "2026-02-03", TimeBound.NotBefore),
            new SomeReport("b", "Two", "2026-02-01T07:00:00Z", "The envoys hold their first talks in Marrow on Wednesday, the host said.")
                .Said("the host", "The envoys hold their first talks in Marrow on Wednesday").On("Wednesday", "2026-02-04"));
        Assert.Equal(Verdict.Compatible, Assert.Single(found, d => d.Kind is DifferenceKind.Time).Verdict);
    }

    [Fact]
    public void Two_days_for_one_thing_are_in_conflict()
    {
        ImmutableArray<Difference> found = Find([],
            new SomeReport("a", "One", "2026-02-05T06:00:00Z", "The bank informed the regulator of the theft on Monday, the bank said.").Said("the bank said"[..8], "The bank informed the regulator of the theft on Monday").On("Monday", "2026-02-02"),
            new SomeReport("b", "Two", "2026-02-05T07:00:00Z", "The bank informed the regulator of the theft on Wednesday, the regulator said.").Said("the regulator", "The bank informed the regulator of the theft on Wednesday").On("Wednesday", "2026-02-04"));
        Difference difference = Assert.Single(found);
        Assert.Equal((DifferenceKind.Time, Verdict.Conflict), (difference.Kind, difference.Verdict));
        Assert.Equal(["2026-02-02", "2026-02-04"], difference.Positions.Select(p => p.Value));
    }

    [Fact]
    public void What_one_says_and_another_denies_is_a_conflict_of_existence()
    {
        Difference difference = Assert.Single(Find([],
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "Miners said the quarry wall had been cracked for weeks.").Said("Miners", "the quarry wall had been cracked for weeks", kind: SourceKind.Group, anonymous: true),
            new SomeReport("b", "Two", "2026-02-03T08:00:00Z", "Harrow Stone denied that the quarry wall had been cracked for weeks.").Said("Harrow Stone", "the quarry wall had been cracked for weeks", stance: Stance.Denies)));
        Assert.Equal((DifferenceKind.Existence, Verdict.Conflict), (difference.Kind, difference.Verdict));
        Assert.Contains("denies", difference.Positions[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Presumed_and_then_stated_outright_is_superseded()
    {
        Difference difference = Assert.Single(Find([],
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", "The quarry wall probably gave way after rain, a rescue worker said.")
                .Said("a rescue worker", "The quarry wall probably gave way after rain", kind: SourceKind.Person, anonymous: true, certainty: Certainty.Probable),
            new SomeReport("b", "Two", "2026-02-04T08:00:00Z", "The quarry wall gave way after rain, the mining inspectorate said.").Said("the mining inspectorate", "The quarry wall gave way after rain")));
        Assert.Equal((DifferenceKind.Certainty, Verdict.Superseded), (difference.Kind, difference.Verdict));
    }

    [Fact]
    public void One_quotation_in_two_mouths_is_a_conflict_of_persons()
    {
        const string words = "The people have waited long enough and they will not wait longer";
        Difference difference = Assert.Single(Find([],
            new SomeReport("a", "One", "2026-02-03T06:00:00Z", $"\"{words},\" Oda Brill said.").Said("Oda Brill", words, kind: SourceKind.Person).Quoting(words, "Oda Brill"),
            new SomeReport("b", "Two", "2026-02-03T08:00:00Z", $"\"{words},\" Nils Tarr said.").Said("Nils Tarr", words, kind: SourceKind.Person).Quoting(words, "Nils Tarr")));
        Assert.Equal((DifferenceKind.Person, Verdict.Conflict), (difference.Kind, difference.Verdict));
    }

    [Fact]
    public void Reports_that_say_the_same_have_no_difference() =>
        Assert.Empty(Find([], Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "14", 14), Toll("b", "2026-02-03T08:00:00Z", "the inspectorate", "Fourteen", 14)));

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        SomeReport[] reports =
        [
            Toll("a", "2026-02-03T06:00:00Z", "the inspectorate", "14", 14),
            Toll("b", "2026-02-03T08:00:00Z", "the province", "6", 6),
            Toll("c", "2026-02-03T09:00:00Z", "the union", "14", 14),
        ];
        StoryAnalyst analyst = new();
        var built = reports.Select(r => r.Build()).Select(r => (r.Report, r.Annotation)).ToImmutableArray();
        string Told(ImmutableArray<(Reports.Report, Annotations.Annotation)> members)
        {
            Story story = analyst.Analyse("s", members, new AnalysisOptions())!;
            return string.Join('\n', story.Claims.Select(c => $"{c.Id} {c.Statement} {c.Status} {c.Support} {string.Join(',', c.Assertions)}"))
                + string.Join('\n', story.Differences.Select(d => $"{d.Id} {d.About} {d.Verdict} {string.Join('|', d.Positions.Select(p => p.Value + p.Text))}"));
        }

        string forward = Told(built);
        Assert.Equal(forward, Told([.. built.Reverse()]));
        Assert.Equal(forward, Told([built[1], built[2], built[0]]));
    }
}
