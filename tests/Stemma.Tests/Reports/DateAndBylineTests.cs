using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

public sealed class DateAndBylineTests
{
    [Theory]
    [InlineData("Issued in Ostrava Point, 9 March 2031, 08:00", 2, "2031-03-09T08:00:00")]
    [InlineData("Posted on 9 March 2031 at 15:05 by the Harbourwatch team", 0, "2031-03-09T15:05:00")]
    [InlineData("Coast Daily | Monday 9 March 2031, 7.25am", 0, "2031-03-09T07:25:00")]
    [InlineData("Published March 9, 2031 at 11:30 p.m. EST", 0, "2031-03-09T23:30:00-05:00")]
    [InlineData("Ostrava Point, 9 March 2031", 0, "2031-03-09")]
    [InlineData("2031-03-09 14:00 GMT", 0, "2031-03-09T14:00:00Z")]
    [InlineData("09.03.2031 12:40", 0, "2031-03-09T12:40:00")]
    [InlineData("Tags: bridges, traffic | Posted 9 March 2031 22:05 | Coast Daily", 2, "2031-03-09T22:05:00")]
    public void A_line_that_states_the_date_gives_it_and_goes(string line, int place, string published)
    {
        Report report = Reading.With(line, place);
        Assert.Equal(published, report.Published?.ToString());
        Assert.Equal(PublishedBasis.Stated, report.PublishedBasis);
        Assert.Equal(Reading.Clean, report.Body);
    }

    [Fact]
    public void A_closing_sentence_that_states_the_date_goes_and_the_paragraph_stays()
    {
        Report report = Reading.Text(Reading.First, Reading.Second + " Published Monday 9 March 2031.");
        Assert.Equal("2031-03-09", report.Published?.ToString());
        Assert.Equal(Reading.Clean, report.Body);
    }

    [Theory]
    [InlineData("The bridge was opened on 9 March 1931 and has been repaired twice since.")]
    [InlineData("Period covered: 3-6 July 2031")]
    [InlineData("The next report is due on 14 July 2031.")]
    public void A_date_in_running_text_is_the_storys(string line)
    {
        Report report = Reading.With(line, 2);
        Assert.Null(report.Published);
        Assert.EndsWith(line, report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_carriers_date_goes_before_the_stated_one()
    {
        Assert.True(ReportTime.TryParse("2031-03-10", out ReportTime carrier));
        Report report = Reading.Of(new RawReport { Input = "t", Published = carrier, Text = "9 March 2031\n\n" + Reading.First });
        Assert.Equal("2031-03-10", report.Published?.ToString());
        Assert.Equal(PublishedBasis.Metadata, report.PublishedBasis);
    }

    [Theory]
    [InlineData("By Mara Quill", "Mara Quill", "")]
    [InlineData("By Mara Quill in Ostrava Point", "Mara Quill", "")]
    [InlineData("By MARA QUILL and JOHN DEE", "Mara Quill|John Dee", "")]
    [InlineData("By Mara Quill, Coast Broadcasting, in Ostrava Point", "Mara Quill", "")]
    [InlineData("By Mara Quill, John Dee and Ada Obi", "Mara Quill|John Dee|Ada Obi", "")]
    [InlineData("Opinion | By Mara Quill", "Mara Quill", "")]
    [InlineData("By Mara Quill | The Associated Press", "Mara Quill", "Associated Press")]
    [InlineData("By Reuters", "", "Reuters")]
    [InlineData("By our political staff", "", "")]
    [InlineData("Mara Quill, Staff Writer", "Mara Quill", "")]
    public void A_byline_names_its_authors_and_goes(string line, string authors, string agencies)
    {
        Report report = Reading.With(line, 0);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(authors, string.Join('|', report.Authors));
        Assert.Equal(agencies, string.Join('|', report.Agencies));
    }

    [Theory]
    [InlineData("By Monday evening the queue had gone.")]
    [InlineData("By Tuesday Evening")]
    [InlineData("By the Harbour, a City Waits")]
    public void Not_every_line_that_begins_with_By_is_one(string line) => Assert.Empty(Reading.With(line, 0).Authors);

    [Theory]
    [InlineData("(Corrects number of lorries in paragraph 3 to 40 from 14)", EditorNoteKind.Correction)]
    [InlineData("(Updates with comment from the mayor in fourth paragraph.)", EditorNoteKind.Update)]
    [InlineData("Correction: An earlier version of this article gave the wrong name of the bridge.", EditorNoteKind.Correction)]
    [InlineData("This article was amended on 9 March 2031 to correct the length of the queue.", EditorNoteKind.Correction)]
    [InlineData("(This version replaces a story withdrawn on March 9 that wrongly reported a collapse.)", EditorNoteKind.Retraction)]
    [InlineData("Clarification: The tunnel was closed for lorries only.", EditorNoteKind.Clarification)]
    [InlineData("Editor's note: This story has been updated with new figures.", EditorNoteKind.Update)]
    public void An_editors_note_becomes_a_field(string line, EditorNoteKind kind)
    {
        Report report = Reading.With(line, 2);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(kind, Assert.Single(report.Notes).Kind);
    }

    [Theory]
    [InlineData("(Adds up to four hours for those who take the coast road, by the works department's own reckoning) is what one sign said.")]
    [InlineData("The correction came too late for the forty drivers who had been sent the wrong way.")]
    public void A_sentence_about_corrections_is_no_note(string line) => Assert.Empty(Reading.With(line, 1).Notes);

    [Fact]
    public void A_notice_to_editors_is_a_retraction_and_credits_the_agency()
    {
        Report report = Reading.Of(new RawReport
        {
            Input = "t",
            Outlet = "Coast Press",
            Headline = "KILL - Bridge collapses",
            Text = "ATTENTION EDITORS\n\nCoast Press has withdrawn its story headlined \"Bridge collapses\". The bridge stands.\n\nA kill is mandatory.",
        });
        Assert.Equal("Bridge collapses", report.Headline);
        Assert.Equal("Coast Press", Assert.Single(report.Agencies));
        Assert.Contains(report.Notes, n => n.Kind == EditorNoteKind.Retraction);
        Assert.Contains("The bridge stands.", report.Body, StringComparison.Ordinal);
    }
}
