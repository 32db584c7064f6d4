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
    public async Task An_origin_enters_only_with_reports_that_have_its_words_and_rest_on_none_that_has_them()
    {
        int drawn = 0;
        foreach (PageStory page in await SamplesAsync())
        {
            LineageRows layout = LineageRows.Of(page, 1000);
            ImmutableArray<OriginFeed> feeds = OriginFeeds.Of(page, layout.Rows, 1000);
            Assert.Equal(feeds.Length, feeds.Select(f => f.Origin.Id).Distinct().Count());
            foreach (OriginFeed feed in feeds)
            {
                HashSet<string> carriers = [.. page.Story.Assertions.Where(a => a.Attribution.Any(s => s.Origin == feed.Origin.Id)).Select(a => a.Report)];
                foreach (int row in feed.Rows)
                {
                    Assert.Contains(layout.Rows[row].Id, carriers);
                    Assert.DoesNotContain(page.Story.Lineage, d => d.From == layout.Rows[row].Id && d.To != d.From && carriers.Contains(d.To));
                }

                // Every carrier is reached: from a way in, along the arrows.
                HashSet<string> reached = [.. feed.Rows.Select(r => layout.Rows[r].Id)];
                while (page.Story.Lineage.Any(d => reached.Contains(d.To) && reached.Add(d.From))) { }
                Assert.Subset(reached, carriers);
            }

            ImmutableArray<double> places = OriginFeeds.Places(feeds, row => 40 + (26 * row), 20, 30);
            Assert.Equal(feeds.Length, places.Length);
            Assert.All(places, y => Assert.True(y >= 30));
            for (int i = 1; i < places.Length; i++)
                Assert.True(places[i] - places[i - 1] >= 20 - 1e-9);
            drawn += feeds.Length;
        }

        Assert.True(drawn > 10);
    }

    [Fact]
    public void Arrows_of_one_parent_share_its_trunk_and_two_parents_of_one_moment_have_two()
    {
        LineageRow[] rows = [Row("a", 0), Row("b", 0), Row("c", 1), Row("d", 2)];
        LineageRows layout = LineageRows.Drawn([.. rows], [Link("a", "c"), Link("a", "d"), Link("b", "d"), Link("b", "c")]);
        LineageRoutes routes = new(layout, step => 100 + (80 * step), row => 20 + (26 * row), 80);
        double[] trunks = [.. layout.Links.Select(l => Trunk(routes.Path(l)))];
        Assert.Equal(trunks[0], trunks[1]);
        Assert.Equal(trunks[2], trunks[3]);
        Assert.NotEqual(trunks[0], trunks[2]);

        // Two arrows into one child do not end at the same place.
        Assert.NotEqual(routes.Path(layout.Links[1])[^12..], routes.Path(layout.Links[2])[^12..]);

        static LineageRow Row(string id, int step) => new(id, null, step, 0);
        LineageLink Link(string parent, string child) =>
            new(new Derivation(child, parent, DerivationKind.Cites, 0, [], []), Array.FindIndex(rows, r => r.Id == parent), Array.FindIndex(rows, r => r.Id == child));

        // The last place to the side before the path first goes up or down as far as it has to.
        static double Trunk(string path)
        {
            string before = path[..path.IndexOf('V', StringComparison.Ordinal)];
            double start = double.Parse(before[1..before.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
            int aside = before.IndexOf('H', StringComparison.Ordinal);
            return aside < 0 ? start : double.Parse(before[(aside + 1)..before.IndexOf('q', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [InlineData(Differences.DifferenceKind.Time, "2026-02-04", "4 February 2026")]
    [InlineData(Differences.DifferenceKind.Time, "2026-07-04/2026-07-05", "4 to 5 July 2026")]
    [InlineData(Differences.DifferenceKind.Time, "the report it rests on says 2026-03.", "the report it rests on says March 2026.")]
    [InlineData(Differences.DifferenceKind.Time, "2026-02-31", "2026-02-31")]
    [InlineData(Differences.DifferenceKind.Number, "86000000", "86,000,000")]
    [InlineData(Differences.DifferenceKind.Number, "1987 or 0.12345", "1987 or 0.12345")]
    [InlineData(Differences.DifferenceKind.Place, "Route 12345", "Route 12345")]
    public void Values_of_a_difference_are_written_as_people_write_them(Differences.DifferenceKind kind, string value, string words) =>
        Assert.Equal(words, Stemma.Web.Pages.Parts.DifferenceWords.Of(kind, value));

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
