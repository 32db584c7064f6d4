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

    [Fact]
    public void A_day_that_is_set_aside_in_so_many_words_is_disputed()
    {
        Difference found = Assert.Single(Find(
            "The system was disconnected on 2 May and the authorities were informed on the same day, the firm said.",
            "\"We were informed on 4 May, not on the 2nd as the firm has stated,\" the commissioner, Ewa Tarn, said."), d => d.Kind is DifferenceKind.Time && d.Verdict is Verdict.Conflict);
        Assert.Equal(["2031-05-02", "2031-05-04"], found.Positions.Select(p => p.Value).Order(StringComparer.Ordinal));
        Assert.Contains("so many words", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_spared_is_not_what_was_stolen()
    {
        ImmutableArray<Difference> found = Find(
            "Medical records and bank details are not affected, the firm said on Monday.",
            "Names, addresses and bank details were stolen from the firm, the Daily Horn said on Monday.");
        Assert.Contains(found, d => d is { Kind: DifferenceKind.Existence, Verdict: Verdict.Conflict });
    }

    [Fact]
    public void The_spared_trains_are_not_the_stolen_papers() =>
        Assert.DoesNotContain(Find(
            "Night trains are not affected, the firm said on Monday.",
            "Bank details were stolen from the firm, the Daily Horn said on Monday."), d => d.Kind is DifferenceKind.Existence);

    [Fact]
    public void A_place_miswritten_by_who_copies_is_a_suspect_transcription()
    {
        Difference found = Assert.Single(Find(Copied, Copied.Replace("Dalmarrow", "Dalmorrow", StringComparison.Ordinal)), d => d.Kind is DifferenceKind.Place);
        Assert.Equal(["Dalmarrow", "Dalmorrow"], found.Positions.Select(p => p.Value).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Austria_and_Australia_are_two_countries() =>
        Assert.DoesNotContain(Find(
            "Austria will send 40 police officers to the mission, the government in Vienna said on Monday.",
            "Ministers of Austria met on Monday to speak of the mission.",
            "Three nurses left Australia for the mission on Monday, a hospital in Sydney said."), d => d.Kind is DifferenceKind.Place);

    [Theory]
    [InlineData("The party won the election by fewer than 23,000 votes.", "The party got 612,480 votes, the commission said.")]
    [InlineData("Six people were killed in the fire on Monday, police said.", "Eight people were missing after the fire on Monday, police said.")]
    public void Figures_of_other_things_are_no_difference(string first, string second) =>
        Assert.DoesNotContain(Find(first, second), d => d.Kind is DifferenceKind.Number);

    private const string Copied =
        "A fire broke out at a paint works in Dalmarrow before dawn on Monday and burned for six hours.\n\nTwo night watchmen were led out through a side gate, the fire service said. "
        + "Smoke drifted over the harbour, and the school on Mill Lane sent its pupils home at noon.\n\nThe works has made paint for ships since 1921 and employs about 90 people, its owner said.";

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
