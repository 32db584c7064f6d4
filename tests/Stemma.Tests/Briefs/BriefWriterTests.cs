using System.Collections.Immutable;
using Stemma.Briefs;
using Stemma.Reports;
using Stemma.Weighing;
using Words = Stemma.Briefs.Words;

namespace Stemma.Tests.Briefs;

/// <summary>The brief of a story of our own, read from its text by the whole engine.</summary>
public sealed class BriefWriterTests
{
    private static readonly ImmutableArray<RawReport> Reports =
    [
        Raw("1", "Highland Wire", "2031-02-03T20:10:00Z", "Forty stranded as cable car stops above Aldine gorge",
            "At least 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening, the mountain rescue service said.\n\n"
            + "\"Nobody has been hurt so far,\" said Marit Osk, head of the mountain rescue service. She said four helicopters were on their way.\n\n"
            + "The stop may have been caused by ice on the upper cable, a local official said on condition of anonymity. It was not immediately clear how long the rescue would take.\n\n"
            + "The operator, Sorn Ropeways, did not respond to a request for comment."),
        Raw("2", "Aldine Courier", "2031-02-03T21:30:00Z", "Cable car stops above gorge",
            "At least 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening, the mountain rescue service said.\n\n"
            + "\"Nobody has been hurt so far,\" said Marit Osk, head of the mountain rescue service. She said four helicopters were on their way.\n\n"
            + "But the stop may have been caused by ice on the upper cable, a local official said on condition of anonymity."),
        Raw("3", "Lowland Times", "2031-02-04T09:00:00Z", "All rescued from Aldine cable car; operator denies ice claim",
            "All 43 people who had been stranded in a cable car above the Aldine gorge have been brought down, the mountain rescue service confirmed on Tuesday.\n\n"
            + "Sorn Ropeways denied that ice had stopped the cable car. \"The cable was clear,\" its director, Ivo Brandl, told reporters.\n\n"
            + "An inquiry into the stop will open on 12 February, the transport ministry said. The cause is not yet known."),
    ];

    private static readonly Story Story = Analyse(Reports);

    private static IEnumerable<Point> Told => [.. Story.Brief.NewsPeg, .. Story.Brief.KeyFacts, .. Story.Brief.Disputed, .. Story.Brief.Unknown, .. Story.Brief.Watch];

    [Fact]
    public void The_reports_make_one_story_with_something_to_tell()
    {
        Assert.Equal(3, Story.Reports.Length);
        Assert.NotEmpty(Story.Brief.KeyFacts);
    }

    [Fact]
    public void Every_point_stands_on_passages_that_are_really_there()
    {
        Dictionary<string, string> bodies = Story.Reports.ToDictionary(r => r.Id, r => r.Body);
        Assert.All(Told.Concat(Story.Brief.Who), point =>
        {
            Assert.NotEmpty(point.Evidence);
            Assert.All(point.Evidence, e => Assert.Equal(e.Quote, bodies[e.Report][e.Start..e.End]));
        });
    }

    [Fact]
    public void The_words_of_a_point_are_those_of_its_evidence()
    {
        Assert.All(Told, point =>
        {
            HashSet<string> known = [.. point.Evidence.SelectMany(e => Words.Of(e.Quote))];
            ImmutableArray<string> words = Words.Of(point.Text);
            Assert.True(words.Count(known.Contains) >= 0.7 * words.Length, point.Text);
        });
    }

    [Fact]
    public void No_point_stands_twice_and_none_is_broken_off()
    {
        Assert.All(Told, point =>
        {
            Assert.True(point.Text.Length <= 330, point.Text);
            Assert.Matches("^[A-Z0-9\"“\\[]", point.Text);
            Assert.Matches("[.!?]['\"”)]?$", point.Text);
        });
        foreach (ImmutableArray<Point> section in new[] { Story.Brief.KeyFacts, Story.Brief.Unknown, Story.Brief.Watch, Story.Brief.Disputed })
            Assert.Equal(section.Length, section.Select(p => p.Text).Distinct().Count());
    }

    [Fact]
    public void May_stays_may()
    {
        Assert.DoesNotContain(Told, p => p.Text.Contains("caused by ice", StringComparison.Ordinal) && !p.Text.Contains("may have been", StringComparison.Ordinal));
    }

    [Fact]
    public void What_reports_say_is_not_known_is_told_as_such() =>
        Assert.Contains(Story.Brief.Unknown, p => p.Text.Contains("not immediately clear", StringComparison.Ordinal));

    [Fact]
    public void What_lies_ahead_is_to_be_watched() =>
        Assert.Contains(Story.Brief.Watch, p => p.Text.Contains("12 February", StringComparison.Ordinal));

    [Fact]
    public void The_denial_is_told_with_its_holder() =>
        Assert.Contains(Story.Brief.Disputed, p => p.Text.Contains("Sorn Ropeways", StringComparison.Ordinal));

    [Fact]
    public void The_number_is_one_of_people_stranded() =>
        Assert.Matches("\\b4[03]\\b", Story.Brief.BigNumber!.Text);

    [Fact]
    public void The_order_of_input_changes_nothing()
    {
        Story turned = Analyse([.. Reports.Reverse()]);
        Assert.Equal(Told.Select(p => p.Text), ((IEnumerable<Point>)[.. turned.Brief.NewsPeg, .. turned.Brief.KeyFacts, .. turned.Brief.Disputed, .. turned.Brief.Unknown, .. turned.Brief.Watch]).Select(p => p.Text));
    }

    [Fact]
    public void The_stretch_of_the_story_leaves_out_what_is_still_to_come() =>
        Assert.Equal((new DateOnly(2031, 2, 3), new DateOnly(2031, 2, 4)), (Story.From, Story.To));

    private static Story Analyse(ImmutableArray<RawReport> reports) =>
        new Analyst().Analyse(reports, [], new AnalysisOptions { Threads = 1 }, CancellationToken.None).Stories[0];

    private static RawReport Raw(string id, string outlet, string published, string headline, string text) => new()
    {
        Input = "cablecar.jsonl#" + id,
        Id = id,
        Outlet = outlet,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        Headline = headline,
        Language = "en",
        Text = text,
    };
}
