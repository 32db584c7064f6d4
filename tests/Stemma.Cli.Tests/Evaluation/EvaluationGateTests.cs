using System.Collections.Immutable;
using Stemma.Evaluation.Cases;
using Stemma.Evaluation.Gate;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class EvaluationGateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    private string FloorsFile => Path.Combine(folder.Path, "floors.json");

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public void What_reaches_its_floors_passes()
    {
        Assert.True(Repin(Result(times: 8)));
        Assert.True(Check(Result(times: 8)));
        Assert.Contains("0 figures fell, 0 are better", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_below_its_floor_by_more_than_the_band_fails_and_is_named()
    {
        Repin(Result(times: 8));

        Assert.False(Check(Result(times: 6)));
        Assert.Matches(@"quake +times +80\.0 -> +60\.0 +FELL", output.ToString());
    }

    [Fact]
    public void A_figure_inside_its_band_passes_and_is_told()
    {
        Repin(Result(times: 8, outOf: 20));

        Assert.True(Check(Result(times: 9, outOf: 20, quotes: 19)));
        Assert.Matches(@"quotes: found +100\.0 -> +95\.0 +lower, within its band", output.ToString());
    }

    [Fact]
    public void What_must_always_hold_has_no_band()
    {
        Repin(Result(times: 8));

        Assert.False(Check(Result(times: 8, spansExact: 0)));
        Assert.Matches(@"spans exact +100\.0 -> +0\.0 +FELL", output.ToString());
    }

    [Fact]
    public void Many_small_losses_that_each_keep_their_band_fail_by_the_mean()
    {
        Repin(Result(times: 20, outOf: 20, quotes: 20));

        Assert.False(Check(Result(times: 19, outOf: 20, quotes: 19)));
        Assert.Matches(@"mean of categories +100\.0 -> +96\.7 +FELL", output.ToString());
    }

    [Fact]
    public void A_better_figure_passes_and_is_told()
    {
        Repin(Result(times: 8));

        Assert.True(Check(Result(times: 9)));
        Assert.Matches(@"times +80\.0 -> +90\.0 +better", output.ToString());
    }

    [Fact]
    public void A_category_that_is_no_longer_asked_fails()
    {
        Repin(Result(times: 8));

        Assert.False(Check(Result(times: null)));
        Assert.Matches(@"times +80\.0 -> +none +FELL", output.ToString());
    }

    [Fact]
    public void Floors_do_not_sink_without_being_asked_to_and_the_file_stays()
    {
        Repin(Result(times: 8));
        string before = File.ReadAllText(FloorsFile);

        Assert.False(Repin(Result(times: 7)));
        Assert.Equal(before, File.ReadAllText(FloorsFile));
        Assert.Contains("would lower quake, times: 80.0 -> 70.0", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Floors_sink_when_asked_to_and_each_is_named()
    {
        Repin(Result(times: 8));

        Assert.True(Repin(Result(times: 7), allowLower: true));
        Assert.Contains("LOWERED quake, times: 80.0 -> 70.0", output.ToString(), StringComparison.Ordinal);
        Assert.True(Check(Result(times: 7)));
    }

    [Fact]
    public void Pinning_keeps_the_bands_that_a_person_set()
    {
        File.WriteAllText(FloorsFile, (Floors.Empty with { DefaultBand = 0.3 }).ToJson());
        Repin(Result(times: 8));

        Assert.Equal(0.3, Floors.Parse(File.ReadAllText(FloorsFile)).DefaultBand);
    }

    [Fact]
    public void A_changed_gold_of_our_own_fails_until_it_is_pinned_anew()
    {
        Repin(Result(times: 8));

        Assert.False(Check(Result(times: 8) with { Digest = "other" }));
        Assert.Contains("changed since its floors were pinned", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_gold_that_stands_elsewhere_is_told_and_not_compared()
    {
        Repin(Result(times: 8));

        Assert.True(Check(Result(times: 2) with { Digest = "other" }, required: false));
        Assert.Contains("changed since its floors were pinned", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pinned_case_of_our_own_that_is_gone_fails()
    {
        Repin(Result(times: 8));

        Assert.False(Check(Result(times: 8) with { Name = "flood" }));
        Assert.Contains("quake is pinned but not there", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("flood has no floors yet", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_elsewhere_that_are_absent_are_skipped_with_a_word()
    {
        EvaluationGate gate = new(_ => throw new InvalidOperationException("nothing to measure"), output);
        GateSet absent = new("shared cases", [Path.Combine(folder.Path, "absent")], FloorsFile, IsRequired: false);

        Assert.True(gate.Check(absent));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);
        Assert.False(gate.Check(absent with { IsRequired = true }));
    }

    [Fact]
    public void Cases_of_our_own_whose_texts_stand_elsewhere_are_skipped_where_those_are_absent_and_held_where_they_are_not()
    {
        EvaluationGate gate = Gate(Result(times: 8));
        GateSet set = Set(required: true) with { Needs = [Path.Combine(folder.Path, "corpora")] };
        Assert.True(gate.Check(set));
        Assert.True(gate.Repin(set, allowLower: false));
        Assert.False(File.Exists(FloorsFile));
        Assert.Contains("skipped", output.ToString(), StringComparison.Ordinal);

        Directory.CreateDirectory(set.Needs[0]);
        Assert.True(gate.Repin(set, allowLower: false));
        Assert.False(Gate(Result(times: 6)).Check(set));
    }

    [Fact]
    public void A_broken_file_of_floors_is_named_as_such() =>
        Assert.Throws<System.Text.Json.JsonException>(() => Floors.Parse("""{ "cases": { "quake": {} } }"""));

    private bool Check(CaseResult result, bool required = true) => Gate(result).Check(Set(required));

    private bool Repin(CaseResult result, bool allowLower = false) => Gate(result).Repin(Set(required: true), allowLower);

    private EvaluationGate Gate(CaseResult result) => new(_ => [result], output);

    private GateSet Set(bool required) => new("own cases", [folder.Path], FloorsFile, required);

    private static CaseResult Result(int? times, int outOf = 10, int quotes = 20, int spansExact = 1)
    {
        ImmutableArray<CategoryTally> categories =
        [
            new("spans exact", spansExact, 1, []),
            new("quotes: found", quotes, 20, []),
            .. times is { } found ? [new CategoryTally("times", found, outOf, [])] : ImmutableArray<CategoryTally>.Empty,
        ];
        return new CaseResult("quake", "digest", new CaseScore(categories));
    }
}
