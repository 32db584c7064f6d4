using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Stories.Drawing;
using Stemma.Web.Pages.Stories.Telling;
using Stemma.Weighing;

namespace Stemma.Web.Tests.Pages.Stories;

/// <summary>What is drawn agrees with the picture that it is drawn from.</summary>
public sealed class DrawingTests
{
    [Fact]
    public async Task Voices_never_fall_silent_and_end_at_the_story_s_own_count()
    {
        foreach (PageStory page in await SamplesAsync())
        {
            ImmutableArray<Voices> steps = page.Voices;
            Assert.Equal((page.Standing.Length, page.OriginsAtLeast, page.OriginsAtMost), (steps[^1].Reports, steps[^1].Least, steps[^1].Most));
            for (int i = 1; i < steps.Length; i++)
            {
                Assert.True(steps[i].Time > steps[i - 1].Time);
                Assert.True(steps[i].Reports > steps[i - 1].Reports && steps[i].Least >= steps[i - 1].Least && steps[i].Most >= steps[i - 1].Most);
            }
        }
    }

    [Fact]
    public async Task A_lineage_has_each_text_once_every_arrow_and_time_from_left_to_right()
    {
        foreach (PageStory page in await SamplesAsync())
        {
            LineageRows layout = LineageRows.Of(page, 1000);
            Assert.Equal(layout.Rows.Select(r => r.Id).Distinct().Count(), layout.Rows.Length);
            Assert.Superset(page.Story.Reports.Select(r => r.Id).ToHashSet(), layout.Rows.Select(r => r.Id).ToHashSet());
            Assert.Equal(page.Story.Lineage.Count(d => d.From != d.To), layout.Links.Length);
            foreach (LineageLink link in layout.Links)
                Assert.Equal((link.By.To, link.By.From), (layout.Rows[link.FromRow].Id, layout.Rows[link.ToRow].Id));
            LineageRow[] dated = [.. layout.Rows.Where(r => r.Report?.Published is not null)];
            foreach (LineageRow a in dated)
                Assert.All(dated, b => Assert.True(a.Report!.Published!.Value.SortKey >= b.Report!.Published!.Value.SortKey || a.Step <= b.Step));
        }
    }

    [Fact]
    public async Task A_drawing_too_small_for_all_says_how_many_are_left_out()
    {
        PageStory page = (await SamplesAsync()).MaxBy(p => p.Story.Reports.Length)!;
        LineageRows all = LineageRows.Of(page, 1000), some = LineageRows.Of(page, 3);
        Assert.Equal(3, some.Rows.Length);
        Assert.Equal(all.Rows.Length - 3, some.LeftOut);
        Assert.All(some.Links, l => Assert.InRange(Math.Max(l.FromRow, l.ToRow), 0, 2));
    }

    [Fact]
    public void The_pieces_of_a_body_are_the_body_and_changed_words_stand_out_of_what_was_kept()
    {
        const string Parent = "Eight were missing after the slide. The road was shut.", Child = "Eighteen were missing after the slide. Nobody knew why.";
        Derivation edge = new("c", "p", DerivationKind.Rewrite, 0.6,
            [new SharedPassage(Span("c", Child, "Eighteen were missing after the slide."), Span("p", Parent, "Eight were missing after the slide."))],
            [new Alteration(Differences.DifferenceKind.Number, Span("c", Child, "Eighteen"), Span("p", Parent, "Eight"))]);

        ImmutableArray<Piece> pieces = Carried.Pieces(Child, edge, ofChild: true);
        Assert.Equal(Child, string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal([("Eighteen", Fate.Changed), (" were missing after the slide.", Fate.Kept), (" Nobody knew why.", Fate.Alone)], pieces.Select(p => (p.Text, p.Fate)));
        Assert.Equal(Parent, string.Concat(Carried.Pieces(Parent, edge, ofChild: false).Select(p => p.Text)));
    }

    [Fact]
    public void A_span_that_reaches_past_its_body_is_left_out_and_breaks_nothing()
    {
        Derivation edge = new("c", "p", DerivationKind.Verbatim, 1, [new SharedPassage(new ReportSpan("c", 2, 90, "x"), new ReportSpan("p", 0, 1, "a"))], []);
        Assert.Equal(new Piece("short", Fate.Alone), Assert.Single(Carried.Pieces("short", edge, ofChild: true)));
    }

    [Theory]
    [InlineData("2026-02-04", "2026-02-04", false, false)]
    [InlineData("2026-02-04", null, false, true)]
    [InlineData(null, "2026-02-04", true, false)]
    [InlineData("1987-01-01", "1987-12-31", true, false)]
    public void A_bar_has_an_arrow_where_no_end_is_known_or_shown(string? from, string? to, bool openStart, bool openEnd)
    {
        (DateOnly, DateOnly) scale = (new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 10));
        TimelineEntry entry = new(from is null ? null : DateOnly.ParseExact(from, "yyyy-MM-dd"), to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"), "", [], []);
        (double start, double end, bool first, bool last) = Timelines.Bar(entry, scale);
        Assert.Equal((openStart, openEnd), (first, last));
        Assert.InRange(start, 0, end - 1);
        Assert.InRange(end, start + 1, Timelines.Width);
    }

    private static ReportSpan Span(string report, string body, string words) => new(report, body.IndexOf(words, StringComparison.Ordinal), body.IndexOf(words, StringComparison.Ordinal) + words.Length, words);

    private static async Task<PageStory[]> SamplesAsync()
    {
        await using Served served = await Served.SamplesAsync();
        List<PageStory> pages = [];
        foreach (StorySummary story in (await served.Store.StoriesAsync(new StoryQuery(), default)).Where(s => s.Reports > 1))
            pages.Add(new PageStory((await served.Store.PictureAsync(story.Id, default))!.Story));
        Assert.NotEmpty(pages);
        return [.. pages];
    }
}
