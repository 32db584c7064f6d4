using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

/// <summary>Who wrote a text and on which day, where a line tells it in a way of its own.</summary>
public sealed class CreditAndGreetingTests
{
    [Theory]
    [InlineData("(Norpress, with own reporting)", "Norpress")]
    [InlineData("(XNB/Norpress, staff)", "XNB|Norpress")]
    [InlineData("(with agencies)", "")]
    public void A_closing_bracket_names_what_a_text_was_put_together_from(string line, string agencies)
    {
        Report report = Reading.With(line, 2);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(agencies, string.Join('|', report.Agencies));
    }

    [Theory]
    [InlineData("(The bridge, with its own toll house)")]
    [InlineData("(Photographs were taken with staff of the museum)")]
    public void Another_bracket_stays(string line) => Assert.Contains(line, Reading.With(line, 2).Body, StringComparison.Ordinal);

    [Fact]
    public void Sentences_of_who_reported_from_where_are_credits()
    {
        Report report = Reading.Text(Reading.First, Reading.Second, "Quill reported from Karsk. Coast Press writer Ada Obi contributed.");
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal("Quill|Ada Obi", string.Join('|', report.Authors));
    }

    [Fact]
    public void An_agency_between_strokes_behind_the_date_is_the_agency_and_a_distributor_none()
    {
        Report agency = Reading.Text("OSTRAVA POINT, March 9 /Norinform/. " + Reading.First, Reading.Second), release = Reading.Text("OSTRAVA POINT, March 9 /PRNewswire/ -- " + Reading.First, Reading.Second);
        Assert.Equal((Reading.Clean, "Ostrava Point", "Norinform"), (agency.Body, agency.Dateline?.Place, string.Join('|', agency.Agencies)));
        Assert.Equal((Reading.Clean, "Ostrava Point", ""), (release.Body, release.Dateline?.Place, string.Join('|', release.Agencies)));
    }

    [Theory]
    [InlineData("Good morning! It's Friday, March 9, and the bridge is shut.")]
    [InlineData("Hello, this is the Harbour brief for Friday, March 9.")]
    public void A_greeting_tells_the_day(string line)
    {
        Report report = Reading.Text(line, Reading.First, Reading.Second);
        Assert.Equal(new PartialDay(3, 9, DayOfWeek.Friday), report.StatedDay);
        Assert.StartsWith(line, report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_not_of_the_greeting_tells_no_day() =>
        Assert.Null(Reading.Text("Good morning to all who have waited since Friday, March 9, for a train.", Reading.First, Reading.Second).StatedDay);

    [Fact]
    public void A_desk_below_the_name_goes_with_it()
    {
        Report report = Reading.Of(new RawReport { Input = "t", Outlet = "Ostrava Herald", Text = "By Mara Quill\nHerald staff\n\n" + Reading.First + "\n\n" + Reading.Second });
        Assert.Equal((Reading.Clean, "Mara Quill"), (report.Body, string.Join('|', report.Authors)));
    }

    [Fact]
    public void A_body_that_speaks_of_itself_at_an_address_of_its_initials_is_the_issuer()
    {
        Report report = Reading.Of(new RawReport
        {
            Input = "t",
            Url = "https://nbb.norland.example/press/4",
            Text = "The Norland Bridge Board sees no reason to close the harbour bridge, it was decided at a meeting in the capital on Monday.\n\n" + Reading.First + "\n\n" + Reading.Second,
        });
        Assert.Equal("Norland Bridge Board", report.Outlet);
    }

    [Fact]
    public void Whom_the_media_may_ask_is_no_text()
    {
        Report report = Reading.With("Enquiries from the media: press office, Harbour Authority, Karsk", 2);
        Assert.Equal((Reading.Clean, "Harbour Authority"), (report.Body, report.Outlet));
    }
}
