using System.Collections.Immutable;
using System.Text;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Tests.Weighing;

public sealed class AnalystTests
{
    // Pieces of news prose and of trouble; a test story is a seeded mixture of them.
    private static readonly ImmutableArray<string> Pieces =
    [
        "The dam at Lower Varn burst on Tuesday, killing at least 14 people, the interior ministry said.",
        "\"We had no warning at all,\" said Mira Stolz, a baker. \"The water was simply there.\"",
        "Two officials briefed on the inquiry, who asked not to be named, told the Varn Courier that the gate had failed.",
        "According to the Ostrava News Service, citing a government document, repairs were put off in 2029.",
        "The ministry denied the report. It declined to comment further.",
        "It was not immediately clear how many people were missing.",
        "He said. She said. They denied it. “”\"\" ' ’s “unclosed quote, said",
        "said said said according to according to citing citing, said",
        "\uD83D\uDE00 emoji \u00A0\u200B zero\u0000width \u202Ertl\u202C, officials said \uFFFD",
        "<script>alert(1)</script> & <b>bold</b>, Mr. O’Neil-D’Arcy Jr. said at 7 p.m.",
        "1,234.5 6-7 99% $1.2bn €5m 10-12 June 1950-1953 0600 GMT No. 10 A7 3/4 1/2",
        "Read: more stories like this. © 2031 The Varn Courier. All rights reserved.",
        "(Reporting by Ada Holm; Editing by Bo Krey)",
        "“The first paragraph of a long quote,\n\n“goes on in a second one,” said Mayor Tove Lind of Varn.",
        "..............!!!!!?????-----——–––((((()))))[[[]]]",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Nothing_is_told_from_a_report_that_was_withdrawn_and_it_stands_in_no_count(int seed)
    {
        ImmutableArray<RawReport> reports = [.. Mixture(seed, reports: 9).Select((r, i) => i % 3 == seed % 3 ? r with { Status = ReportStatus.Withdrawn } : r)];
        Picture picture = new Analyst().Analyse(reports, [], new AnalysisOptions(), default);
        Assert.Empty(PictureRules.Breaches(picture));
        Assert.Contains(picture.Stories, s => s.Reports.Any(r => r.Status is ReportStatus.Withdrawn));
        foreach (Story story in picture.Stories.Where(s => s.Reports.Any(r => r.Status is ReportStatus.Standing)))
        {
            HashSet<string> withdrawn = [.. story.Reports.Where(r => r.Status is ReportStatus.Withdrawn).Select(r => r.Id)];
            Assert.DoesNotContain(story.Brief.KeyFacts.Concat(story.Brief.NewsPeg).Concat(story.Brief.Watch).Concat(story.Brief.Disputed).Concat(story.Brief.Unknown).Concat(story.Brief.Who).Append(story.Brief.BigNumber).OfType<Point>().SelectMany(p => p.Evidence), e => withdrawn.Contains(e.Report));
            Assert.All(story.Claims, c => Assert.True(c.Support.Reports <= story.Reports.Length - withdrawn.Count));
            Dictionary<string, Assertion> assertions = story.Assertions.ToDictionary(a => a.Id);
            Assert.All(
                story.Claims.Where(c => c.Assertions.All(a => withdrawn.Contains(assertions[a].Report)) && c.Status is not ClaimStatus.Denied),
                c => Assert.Equal((ClaimStatus.Withdrawn, new Support(0, 0, 0, 0, false)), (c.Status, c.Support)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_is_read_the_rules_of_the_picture_hold(int seed)
    {
        Picture picture = new Analyst().Analyse(Mixture(seed, reports: 8), [], new AnalysisOptions(), default);

        Assert.Empty(PictureRules.Breaches(picture));
    }

    [Fact]
    public void The_order_of_members_does_not_change_a_story()
    {
        ImmutableArray<RawReport> raw = Mixture(11, reports: 6);
        ReportReader reader = new();
        Annotations.Annotator annotator = new();
        var members = raw.Select(r => reader.Read(r)).Select(r => (r, annotator.Annotate(r.Body))).ToImmutableArray();
        StoryAnalyst analyst = new();

        Story forward = analyst.Analyse("s", members, new AnalysisOptions())!;
        Story backward = analyst.Analyse("s", [.. members.Reverse()], new AnalysisOptions())!;

        Assert.Equal(Json(forward), Json(backward));
    }

    [Fact]
    public void One_thread_and_eight_see_the_same()
    {
        ImmutableArray<RawReport> raw = Mixture(21, reports: 20);
        Analyst analyst = new();

        Picture one = analyst.Analyse(raw, [], new AnalysisOptions { Threads = 1 }, default);
        Picture eight = analyst.Analyse(raw, [], new AnalysisOptions { Threads = 8 }, default);

        Assert.Equal(PictureJson.Write(one), PictureJson.Write(eight));
    }

    [Fact]
    public void A_picture_survives_being_written_and_read()
    {
        Picture picture = new Analyst().Analyse(Mixture(31, reports: 5), [new Rejection("x", "why")], new AnalysisOptions(), default);

        string json = PictureJson.Write(picture);

        Assert.Equal(json, PictureJson.Write(PictureJson.Read(json)));
    }

    private static string Json(Story story) => PictureJson.Write(new Picture("1", [story], []));

    private static ImmutableArray<RawReport> Mixture(int seed, int reports)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, reports).Select(i =>
        {
            StringBuilder text = new();
            int paragraphs = random.Next(3, 14);
            for (int p = 0; p < paragraphs; p++)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
                text.Append(random.Next(4) == 0 ? " " : "\n\n");
            }

            ReportTime? published = random.Next(3) == 0 ? null : new ReportTime(new DateTimeOffset(2031, 6, 1 + random.Next(5), random.Next(24), 0, 0, TimeSpan.Zero));
            return new RawReport
            {
                Input = $"mixture#{i}",
                Id = i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Outlet = random.Next(2) == 0 ? null : $"Outlet {random.Next(4)}",
                Published = published,
                Headline = "Dam bursts at Lower Varn",
                Text = text.ToString(),
            };
        })];
    }
}
