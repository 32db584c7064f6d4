using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>How newspapers tell times, with the words that make up the expression in brackets; published on Wednesday 14 October 2026.</summary>
public sealed class NewspaperTimeTests
{
    private static readonly LanguageEngine Engine = new();
    private static readonly DateOnly Wednesday = new(2026, 10, 14);

    [Theory]
    [InlineData("The mill expects losses in [fiscal 2027].", "FY2027")]
    [InlineData("Spending rose in [the last fiscal year].", "FY2025")]
    [InlineData("Rates stay low for [the rest of the year].", "2026")]
    [InlineData("[The first half of 2019] was dry.", "2019-H1")]
    [InlineData("Output fell in [the July-September quarter].", "2026-Q3")]
    [InlineData("Profit fell in [the quarter] ended Sept. 30.", "2026-Q3")]
    [InlineData("Sales were flat in July from [the year-ago month].", "2025-07")]
    [InlineData("He fled on [the night of Jan. 3].", "2026-01-03TNI")]
    [InlineData("He was held [overnight].", "2026-10-14TNI")]
    [InlineData("It sank [this past weekend].", "2026-W41-WE")]
    [InlineData("It was shut in [the week of October 5].", "2026-W41")]
    [InlineData("Work starts in [the first week of 2027].", "2027-W01")]
    [InlineData("They vote on [the first Monday in May].", "2026-05-04")]
    [InlineData("He grew up in [the mid-1980s].", "198")]
    [InlineData("It was drained by [the early 20th century].", "19")]
    [InlineData("The attacks of [9/11] came first.", "2001-09-11")]
    [InlineData("Doors will open [Friday at 6 p.m.]", "2026-10-16T18:00")]
    [InlineData("Be there by [6 o'clock this evening].", "2026-10-14T18:00")]
    [InlineData("In [the three months] to June it rose.", "P3M")]
    [InlineData("The film lasts [two hours and 15 minutes].", "PT2H15M")]
    [InlineData("A [weeklong] fair ended.", "P1W")]
    [InlineData("A [month-long] fair ended.", "P1M")]
    [InlineData("They played [all day].", "P1D")]
    [InlineData("The girl is [nine years old].", "P9Y")]
    [InlineData("[Hours] after the vote the square filled.", "PTXH")]
    [InlineData("The board meets [each quarter].", "P3M")]
    [InlineData("It is dark [these days].", "PRESENT_REF")]
    [InlineData("It will take [two] to three weeks.", "P2W")]
    [InlineData("It will take two to [three weeks].", "P3W")]
    [InlineData("He won [a six-year term].", "P6Y")]
    [InlineData("[Last year's third quarter] was better.", "2025-Q3")]
    [InlineData("He left in [the late eighties].", "198")]
    [InlineData("It is calm [right now].", "PRESENT_REF")]
    [InlineData("They paused to remember the flood of [October 2].", "2026-10-02")]
    [InlineData("He seemed to dismiss it in [July].", "2026-07")]
    [InlineData("It blew up at [about 9 a.m.]", "2026-10-14T09:00")]
    [InlineData("Gold for [December] delivery fell.", "2026-12")]
    [InlineData("The court gave them until [November 3].", "2026-11-03")]
    [InlineData("He led the guild from [1997] to 2007.", "1997")]
    public void Expressions_end_and_read_as_TIMEX3_has_them(string marked, string value)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal), end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        string text = marked.Remove(end + 1, 1).Remove(start, 1);
        ImmutableArray<ResolvedTime> found = new TimeResolver().Resolve(new TimeExtractor().Extract(Engine.Analyse(text)), Wednesday);
        ResolvedTime? time = found.FirstOrDefault(t => t.Span.Start == start && t.Span.End == end);
        Assert.True(time is not null, $"'{text[start..end]}' not found among: {string.Join(" | ", found.Select(t => t.Span.In(text).ToString()))}");
        Assert.Equal(value, time.Value);
    }

    [Theory]
    [InlineData("The Sunday Times wrote of it.")]
    [InlineData("He told CBS This Morning so.")]
    [InlineData("The shop is open 24/7.")]
    [InlineData("It was a dawn raid.")]
    [InlineData("They trade at overnight rates.")]
    [InlineData("The owner is in his seventies.")]
    public void Names_and_qualities_are_no_times(string text) => Assert.Empty(new TimeExtractor().Extract(Engine.Analyse(text)));

    [Theory]
    [InlineData("It will not reopen before December.", "2026-12-01", null, TimeBound.NotBefore)]
    [InlineData("It closed before December 2020.", "2020-12-01", "2020-12-31", TimeBound.NotAfter)]
    [InlineData("The bank has given them until Monday.", null, "2026-10-19", TimeBound.NotAfter)]
    public void A_bound_says_which_side_is_open(string text, string? from, string? to, TimeBound bound)
    {
        ResolvedTime time = Assert.Single(new TimeResolver().Resolve(new TimeExtractor().Extract(Engine.Analyse(text)), Wednesday));
        Assert.Equal((from, to, bound), (time.From?.ToString("yyyy-MM-dd", null), time.To?.ToString("yyyy-MM-dd", null), time.Bound!.Value));
    }
}
