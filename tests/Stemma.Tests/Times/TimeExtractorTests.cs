using System.Collections.Immutable;
using System.Globalization;
using Stemma.Language;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>Phrases of our own, published on Wednesday 14 October 2026.</summary>
public sealed class TimeExtractorTests
{
    private static readonly LanguageEngine Engine = new();
    private static readonly DateOnly Wednesday = new(2026, 10, 14);

    [Theory]
    [InlineData("The mayor resigned on [Monday].", "2026-10-12")]
    [InlineData("The mayor will resign on [Monday].", "2026-10-19")]
    [InlineData("The mayor resigned on [Wednesday].", "2026-10-14")]
    [InlineData("The mayor is expected to resign on [Thursday].", "2026-10-15")]
    [InlineData("The bridge, due to open on [Friday], is not ready.", "2026-10-16")]
    [InlineData("[Saturday]'s match will be played in Ostrow.", "2026-10-17")]
    [InlineData("[Saturday]'s match drew a crowd.", "2026-10-10")]
    [InlineData("[Tuesday]'s ruling will cost them dear.", "2026-10-13")]
    [InlineData("She pledged [Tuesday] to build the bridge.", "2026-10-13")]
    [InlineData("They could meet on [Tuesday].", "2026-10-20")]
    [InlineData("He hurried south ahead of [Tuesday]'s vote.", "2026-10-20")]
    [InlineData("They failed to agree on [Tuesday].", "2026-10-13")]
    [InlineData("Talks collapsed [last Friday].", "2026-10-09")]
    [InlineData("Talks resume [next Tuesday].", "2026-10-20")]
    [InlineData("The school opens on [Friday of next week].", "2026-10-23")]
    [InlineData("The school shut on [Monday of last week].", "2026-10-05")]
    [InlineData("The school closes on [Friday of this week].", "2026-10-16")]
    [InlineData("They are to debate an order of [March 9] that lets them.", "2026-03-09")]
    [InlineData("Meet us at the gate on [Sunday]. Bring a coat.", "2026-10-18")]
    [InlineData("Fighting began at 10 p.m. on Saturday and stopped at [20 minutes past midnight].", "2026-10-11")]
    [InlineData("The train left at [ten minutes to noon].", "2026-10-14")]
    [InlineData("She arrived [yesterday].", "2026-10-13")]
    [InlineData("She arrives [the day after tomorrow].", "2026-10-16")]
    [InlineData("It fell [two days ago].", "2026-10-12")]
    [InlineData("The dam broke on [9 March].", "2026-03-09")]
    [InlineData("The inquiry will report on [9 March].", "2027-03-09")]
    [InlineData("The dam broke on [March 9, 2025].", "2025-03-09")]
    [InlineData("The dam broke on [Sunday, March 9th, 2025].", "2025-03-09")]
    [InlineData("The dam broke on [Dec. 3].", "2025-12-03")]
    [InlineData("Filed [2026-03-09] in court.", "2026-03-09")]
    [InlineData("They met on [Good Friday].", "2026-04-03")]
    public void A_day_is_settled_by_its_words_and_the_tense_of_its_verb(string text, string day) => AssertInterval(text, day, day);

    [Theory]
    [InlineData("The mill burned [early Tuesday].", "2026-10-13", "2026-10-13")]
    [InlineData("Police moved in [Sunday evening].", "2026-10-11", "2026-10-11")]
    [InlineData("It closed [late last month].", "2026-09-01", "2026-09-30")]
    [InlineData("It closed in [late July].", "2026-07-01", "2026-07-31")]
    [InlineData("It opened in [January].", "2026-01-01", "2026-01-31")]
    [InlineData("It will open in [January].", "2027-01-01", "2027-01-31")]
    [InlineData("They split [four years ago].", "2022-01-01", "2022-12-31")]
    [InlineData("He was born in [1987].", "1987-01-01", "1987-12-31")]
    [InlineData("Rents doubled in [the 1990s].", "1990-01-01", "1999-12-31")]
    [InlineData("The war of [1911-1914] emptied the valley.", "1911-01-01", "1914-12-31")]
    [InlineData("He ran the bank [between 1988 and 1995].", "1988-01-01", "1995-12-31")]
    [InlineData("The lots were packed [between May and July 2025].", "2025-05-01", "2025-07-31")]
    [InlineData("The fair runs [October 20-23].", "2026-10-20", "2026-10-23")]
    [InlineData("The fair ran [3-6 May 2025].", "2025-05-03", "2025-05-06")]
    [InlineData("Staff leave [next week].", "2026-10-19", "2026-10-25")]
    [InlineData("Staff left [last week].", "2026-10-05", "2026-10-11")]
    [InlineData("Staff left [earlier this week].", "2026-10-12", "2026-10-18")]
    [InlineData("Shots were heard at [the weekend].", "2026-10-10", "2026-10-11")]
    [InlineData("Profits rose in [the third quarter of last year].", "2025-07-01", "2025-09-30")]
    [InlineData("Leases end in [October of next year].", "2027-10-01", "2027-10-31")]
    [InlineData("Sales fell in February from [the same month last year].", "2025-02-01", "2025-02-28")]
    [InlineData("It was repaired [last autumn].", "2025-09-01", "2025-11-30")]
    [InlineData("It was decided in [the first week of March].", "2026-03-02", "2026-03-08")]
    [InlineData("The rate has stood there since [June 2024].", "2024-06-01", "2024-06-30")]
    public void Parts_keep_the_whole_day_month_or_year(string text, string from, string to) => AssertInterval(text, from, to);

    [Theory]
    [InlineData("Divers found it on 3 May 2026. [The following day] it was raised.", "2026-05-04")]
    [InlineData("Divers found it on 3 May 2026. It had sunk [two days earlier].", "2026-05-01")]
    [InlineData("The council met on Monday. [The same day] it voted.", "2026-10-12")]
    [InlineData("The council met on Monday. It will meet [a week later].", "2026-10-19")]
    [InlineData("The ship left on Sunday evening. It sank shortly after [7 p.m.]", "2026-10-11")]
    public void What_was_mentioned_before_anchors_the_story(string text, string day)
    {
        (ResolvedTime time, _) = Marked(text);
        Assert.True(time.From <= Day(day) && time.To >= Day(day), time.ToString());
    }

    [Theory]
    [InlineData("Talks could start as early as [Friday].", "2026-10-16", null, TimeBound.NotBefore)]
    [InlineData("Bids are due by [30 November].", null, "2026-11-30", TimeBound.NotAfter)]
    [InlineData("It will be done by [the end of the month].", null, "2026-10-31", TimeBound.NotAfter)]
    [InlineData("The port stays shut until [Sunday].", null, "2026-10-18", TimeBound.NotAfter)]
    [InlineData("The count will end [Thursday] at the latest.", null, "2026-10-15", TimeBound.NotAfter)]
    [InlineData("They have lived there since [2022].", "2022-01-01", "2022-12-31", TimeBound.NotBefore)]
    public void Bounds_are_kept_apart_from_dates(string text, string? from, string? to, TimeBound bound)
    {
        (ResolvedTime time, string marked) = Marked(text);
        Assert.Equal((from is null ? null : Day(from), to is null ? null : (DateOnly?)Day(to), bound), (time.From, time.To, time.Bound));
        Assert.NotEmpty(marked);
    }

    [Theory]
    [InlineData("Exports fell over [the past 17 months].", "P17M")]
    [InlineData("The [18-month-long] siege ended.", "P18M")]
    [InlineData("He was missing for [20 hours].", "PT20H")]
    [InlineData("The trip took [two and a half days].", "P2.5D")]
    [InlineData("She served [a decade].", "P10Y")]
    [InlineData("Repairs take [at least three days].", "P3D")]
    [InlineData("It was shut for [several weeks].", "PXW")]
    public void A_length_of_time_is_no_date(string text, string duration)
    {
        (ResolvedTime time, _) = Marked(text);
        Assert.Equal((TimeType.Duration, duration, duration), (time.Type, time.Duration, time.Value));
        Assert.Null(time.From);
    }

    [Theory]
    [InlineData("She resigned on Tuesday, [two days] after the paper printed the letters.", "2026-10-11")]
    [InlineData("It is sold from June 17, 2026, [three days] before the rival goes on sale.", "2026-06-20")]
    public void A_length_between_two_events_leads_to_the_day_of_the_other(string text, string day)
    {
        (ResolvedTime time, _) = Marked(text);
        Assert.Equal((TimeType.Duration, Day(day), Day(day)), (time.Type, time.From ?? default, time.To ?? default));
    }

    [Theory]
    [InlineData("The alarm rang at [02:47 this morning].", "2026-10-14T02:47")]
    [InlineData("They land at [0600 GMT].", "2026-10-14T06:00Z")]
    [InlineData("They met [Tuesday night].", "2026-10-13TNI")]
    [InlineData("It happened [noon on Sunday].", "2026-10-11T12:00")]
    [InlineData("The council meets [every Monday].", "XXXX-WXX-1")]
    [InlineData("It is [now] closed.", "PRESENT_REF")]
    public void Values_are_written_as_TIMEX3(string text, string value) => Assert.Equal(value, Marked(text).Time.Value);

    [Theory]
    [InlineData("Some 2,000 commuters were late.")]
    [InlineData("The A380 and the 737 are airliners.")]
    [InlineData("It may rain, and they may march.")]
    [InlineData("He wore a mayflower and read the Daily Herald.")]
    [InlineData("About 2000 people came.")]
    [InlineData("The Spring Hill school has pupils.")]
    public void Words_and_numbers_that_only_look_like_times_are_left(string text) => Assert.Empty(Extract(text));

    [Fact]
    public void Without_a_publication_day_only_absolute_times_are_settled()
    {
        ImmutableArray<TimeExpression> found = Extract("On Monday the court ruled on the case of 3 May 2019.");
        ImmutableArray<ResolvedTime> settled = new TimeResolver().Resolve(found, null);
        Assert.Equal([null, new DateOnly(2019, 5, 3)], settled.Select(t => t.From));
    }

    [Fact]
    public void Any_soup_of_tokens_is_read_without_a_throw_and_with_spans_in_range()
    {
        string[] scraps = ["Monday", "9", "March", "2026", "-", "–", "to", "the", "last", "next", "of", "quarter", "31", "February", "ago", "two", "years", "'", "s", "70", ":", "30", "p.m.", "\n\n", ",", ".", "early", "end", "day", "after", "tomorrow", "9999", "0001", "century", "21st", "every", "since", "by", "Easter", "past", "million", "½", "a", "few", "9998", "decades", "later", "00", "7/8/07", "😀"];
        Random random = new(20260101);
        for (int round = 0; round < 400; round++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 40)).Select(_ => scraps[random.Next(scraps.Length)]));
            ImmutableArray<TimeExpression> found = Extract(text);
            DateOnly? published = random.Next(4) switch { 0 => null, 1 => DateOnly.MinValue, 2 => DateOnly.MaxValue, _ => Wednesday };
            ImmutableArray<ResolvedTime> settled = new TimeResolver().Resolve(found, published);
            int last = 0;
            foreach (ResolvedTime time in settled)
            {
                Assert.InRange(time.Span.Start, last, text.Length);
                Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
                Assert.True(time.From is null || time.To is null || time.From <= time.To, text);
                last = time.Span.End;
            }
        }
    }

    [Theory]
    [InlineData("the end of ")]
    [InlineData("1 May - ")]
    [InlineData("in the ")]
    [InlineData("early late ")]
    [InlineData("millions of ")]
    [InlineData("a million and a half ")]
    [InlineData("Monday, ")]
    [InlineData("at least 12 or more ")]
    [InlineData("from 2019 to ")]
    public void A_phrase_repeated_without_end_is_read_in_one_pass(string phrase)
    {
        string text = string.Concat(Enumerable.Repeat(phrase, 20_000));
        // Without a tagger, which is not what is tested here.
        LinguisticText plain = new() { Text = text, Tokens = [], Sentences = [], Paragraphs = [], Entities = [] };
        ImmutableArray<TimeExpression> times = new TimeExtractor().Extract(plain);
        Assert.All(new Stemma.Quantities.QuantityExtractor().Extract(plain, times), q => Assert.InRange(q.Span.End, 1, text.Length));
        Assert.Equal(times.Length, new TimeResolver().Resolve(times, Wednesday).Length);
    }

    private static void AssertInterval(string text, string from, string to)
    {
        (ResolvedTime time, string marked) = Marked(text);
        Assert.Equal((marked, Day(from), Day(to)), (marked, time.From ?? default, time.To ?? default));
    }

    /// <summary>The expression whose words stand in brackets.</summary>
    private static (ResolvedTime Time, string Marked) Marked(string text)
    {
        int start = text.IndexOf('[', StringComparison.Ordinal), end = text.IndexOf(']', StringComparison.Ordinal) - 1;
        string plain = text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        ImmutableArray<ResolvedTime> settled = new TimeResolver().Resolve(Extract(plain), Wednesday);
        ResolvedTime? time = settled.FirstOrDefault(t => t.Span.Start == start && t.Span.End == end);
        Assert.True(time is not null, $"'{plain[start..end]}' not found among: {string.Join(" | ", settled.Select(t => plain[t.Span.Start..t.Span.End]))}");
        return (time, plain[start..end]);
    }

    private static ImmutableArray<TimeExpression> Extract(string text) => new TimeExtractor().Extract(Engine.Analyse(text));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
