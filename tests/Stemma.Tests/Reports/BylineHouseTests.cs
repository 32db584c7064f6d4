using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

/// <summary>Bylines and head lines that join people, houses and agencies; below the text, a name that the text has people tell something.</summary>
public sealed class BylineHouseTests
{
    private const string Told = "Drivers were sent through the old tunnel by noon and two schools let their pupils go home early, a driver told Farwire by telephone on Tuesday.";

    private static Report Of(string line, bool below = false) => Reading.Of(new RawReport
    {
        Input = "t",
        Outlet = "Valley Sun",
        Headline = "Bridge closed to lorries",
        Text = below ? Reading.First + "\n\n" + Told + "\n\n" + line : line + "\n\n" + Reading.First + "\n\n" + Told,
    });

    [Theory]
    [InlineData("By Mara Quill, Coast News Agency, and Sun staff", "Mara Quill", "Coast News Agency")]
    [InlineData("By Mara Quill of the Valley Sun and Coast Dispatch", "Mara Quill", "Coast Dispatch")]
    [InlineData("By our reporter in Karsk, and XNB", "", "XNB")]
    [InlineData("By Mara Quill in Karsk and John Dee in Lund", "Mara Quill|John Dee", "")]
    [InlineData("By MARA QUILL Associated Press", "Mara Quill", "Associated Press")]
    [InlineData("By AP staff", "", "Associated Press")]
    [InlineData("By Staff Sgt. Mara Quill", "Mara Quill", "")]
    [InlineData("By Dr. Mara Quill, PhD", "Mara Quill", "")]
    [InlineData("By Mara Quill @maraquill", "Mara Quill", "")]
    [InlineData("By Mara Quill, Coast Daily", "Mara Quill", "")]
    [InlineData("Mara Quill for the Coast Daily", "Mara Quill", "")]
    [InlineData("HILL NOTES, a weekly column on walking by Mara Quill", "Mara Quill", "")]
    [InlineData("By Mara Quill | 3 March 2031", "Mara Quill", "")]
    [InlineData("Farwire | 3 March 2031", "", "Farwire")]
    [InlineData("NBA | 3 March 2031", "", "")]
    [InlineData("Short Look | March 3, 2031 | 4 min read", "", "")]
    public void A_head_line_names_people_and_agencies_and_goes(string line, string authors, string agencies)
    {
        Report report = Of(line);
        Assert.Equal(Reading.First + "\n\n" + Told, report.Body);
        Assert.Equal(authors, string.Join('|', report.Authors));
        Assert.Equal(agencies, string.Join('|', report.Agencies));
        Assert.Equal(line.Contains("2031", StringComparison.Ordinal) ? "2031-03-03" : null, report.Published?.ToString());
    }

    [Theory]
    [InlineData("Farwire", "Farwire")]
    [InlineData("With Farwire", "Farwire")]
    [InlineData("PR Newswire", "")]
    public void A_name_below_the_text_is_an_agency_if_people_told_it_something(string line, string agencies)
    {
        Report report = Of(line, below: true);
        Assert.Equal(Reading.First + "\n\n" + Told, report.Body);
        Assert.Equal(agencies, string.Join('|', report.Agencies));
    }

    [Theory]
    [InlineData("Karsk")]
    [InlineData("The Editor")]
    [InlineData("By a whisker, said the ferryman.")]
    public void Another_last_line_stays(string line)
    {
        Report report = Of(line, below: true);
        Assert.EndsWith(line, report.Body, StringComparison.Ordinal);
        Assert.Empty(report.Agencies);
    }

    [Fact]
    public void What_a_page_shows_above_its_text_is_read_and_its_heads_authors_go_before()
    {
        RawReport page = new() { Input = "t", Outlet = "Valley Sun", Headline = "Bridge closed", Text = Reading.First + "\n\n" + Told, FromPage = true };
        Report shown = Reading.Of(page with { HeadLines = ["Local news", "By Mara Quill, Coast News Agency", "Farwire | 3 March 2031", "Share"] });
        Assert.Equal("Mara Quill", Assert.Single(shown.Authors));
        Assert.Equal("Coast News Agency|Farwire", string.Join('|', shown.Agencies));
        Assert.Equal("Ada Obi", Assert.Single(Reading.Of(page with { Authors = ["Ada Obi"], HeadLines = ["By Mara Quill"] }).Authors));
    }

    [Fact]
    public void A_reporter_whom_people_told_something_is_no_agency()
    {
        Report report = Reading.Text("By Mara Quill", Reading.First, "\"We were let go at noon,\" a pupil told Mara Quill on Tuesday.");
        Assert.Equal("Mara Quill", Assert.Single(report.Authors));
        Assert.Empty(report.Agencies);
    }

    [Fact]
    public void Services_that_distribute_releases_are_no_agencies()
    {
        Report report = Reading.Text("KARSK and LUND, March 3, 2031 /PRNewswire/ -- " + Reading.First, Reading.Second);
        Assert.Equal("Karsk and Lund", report.Dateline?.Place);
        Assert.Empty(report.Agencies);
        Assert.Equal(Reading.Clean, report.Body);
    }
}
