using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Tests.Differences;

/// <summary>Differences found in texts that are read from the first letter on.</summary>
public sealed class ReadDifferencesTests
{
    private static readonly Annotator Annotator = new();
    private static readonly StoryAnalyst Analyst = new();

    private const string Scene = "The rebels attacked the army post at Varn ridge on Sunday night. ";

    [Fact]
    public void Two_counts_of_one_lot_differ_though_the_sentences_have_little_in_common()
    {
        Difference found = Assert.Single(Find(
            Scene + "The army said that 40 rebel fighters were killed when it took the ridge back.",
            "The Free Hill Front said that six of its fighters had died in the battle for Varn ridge on Sunday."), d => d.Kind is DifferenceKind.Number);
        Assert.Equal((Verdict.Conflict, "40", "6"), (found.Verdict, found.Positions[0].Value, found.Positions[1].Value));
    }

    [Fact]
    public void Two_lots_are_no_difference() =>
        Assert.DoesNotContain(Find(
            Scene + "The army said that 40 rebel fighters were killed when it took the ridge back.",
            Scene + "The army said that 8 government soldiers were killed on Varn ridge."), d => d.Kind is DifferenceKind.Number);

    [Fact]
    public void The_same_digits_in_another_place_are_a_slip()
    {
        Difference found = Assert.Single(Find(
            "The insurer said on Monday that the personal data of at least 1.2 million customers had been stolen.",
            "The theft of data at the insurer concerns at least 12 million customers, the Daily Horn said on Monday."), d => d.Kind is DifferenceKind.Number);
        Assert.Equal(Verdict.Conflict, found.Verdict);
        Assert.Contains("transcription", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_age_of_one_is_not_the_age_of_another_nor_a_count_of_the_dead() =>
        Assert.DoesNotContain(Find(
            "Police said on Friday that Jan Holm, 61, opened fire at an office party in Varn, killing one man.",
            "Police said on Friday that Jan Holm opened fire at an office party in Varn, killing Pieter Brandt, 40."), d => d.Kind is DifferenceKind.Number);

    [Fact]
    public void A_short_no_refutes_the_longer_statement()
    {
        ImmutableArray<Difference> found = Find(
            "A delegation of the Free Hill Front has left for the capital, state radio said on Monday.",
            "\"No delegation has left,\" the Free Hill Front said on Monday.");
        Assert.Contains(found, d => d is { Kind: DifferenceKind.Existence, Verdict: Verdict.Conflict });
    }

    [Fact]
    public void A_no_that_hangs_on_another_word_refutes_nothing() =>
        Assert.DoesNotContain(Find(
            "Five women were inside the building when the fire broke out, police said on Monday.",
            "It was not specified how many women were inside the building when the fire broke out on Monday."), d => d.Kind is DifferenceKind.Existence);

    [Fact]
    public void A_denial_leads_to_the_claim_that_it_denies()
    {
        ImmutableArray<Difference> found = Find(
            "Water from the fire hoses has contaminated the Varn reservoir, the group GreenLook said on Monday.",
            "The water company denied on Monday that the Varn reservoir had been polluted.");
        Assert.Contains(found, d => d is { Kind: DifferenceKind.Existence, Verdict: Verdict.Conflict });
    }

    [Fact]
    public void A_denial_that_says_only_something_denies_what_was_said_just_before()
    {
        Difference found = Assert.Single(Find(
            "The army has accused the Free Hill Front of shelling two villages near Varn, something the Front has denied.",
            "The weather in Varn stayed cold on Monday."), d => d.Kind is DifferenceKind.Existence);
        Assert.Contains(found.Positions, p => p.Text.Contains("shelling", StringComparison.Ordinal));
        Assert.Contains(found.Positions, p => p.Text.Contains("denies", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_not_to_be_clear_is_nothing_that_anybody_denies() =>
        Assert.DoesNotContain(Find(
            "It was not immediately clear how many people the boat had been carrying.",
            "The company denied on Monday that the boat had carried too many people."), d => d.Kind is DifferenceKind.Existence);

    private static ImmutableArray<Difference> Find(params string[] texts)
    {
        ReportReader reader = new();
        var members = texts.Select((t, i) => reader.Read(new RawReport
        {
            Input = FormattableString.Invariant($"{i}.txt"),
            Text = t,
            Outlet = "Outlet " + (char)('A' + i),
            Headline = "",
            Published = new ReportTime(new DateTimeOffset(2031, 5, 5, 8 + i, 0, 0, TimeSpan.Zero)),
        })).Select(r => (r, Annotator.Annotate(r.Body))).ToImmutableArray();
        return Analyst.Analyse("s", members, new AnalysisOptions())!.Differences;
    }
}
