using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

/// <summary>Whose text it is, as its own head and foot tell: a wire below its byline, a letterhead over a document, a motto, a board, a joint credit.</summary>
public sealed class HousesInHeadsTests
{
    [Fact]
    public void A_wire_below_the_byline_and_in_the_dateline_is_one_house_and_the_outlet()
    {
        Report report = Reading.Text("Bridge at Ostrava Point closed after cracks are found", "By MARA QUILL\nCoast News Agency", "OSTRAVA, March 9 (CNA) — " + Reading.First, Reading.Second);
        Assert.Equal(("Coast News Agency", "Coast News Agency", "Mara Quill"), (report.Outlet, string.Join('|', report.Agencies), string.Join('|', report.Authors)));
        Assert.Equal(Reading.Clean, report.Body);
    }

    [Fact]
    public void At_another_houses_address_the_wire_is_credited_and_not_the_outlet()
    {
        Report report = Reading.Of(new RawReport
        {
            Input = "t",
            Url = "https://valleysun.example/bridge",
            Text = "By MARA QUILL\nCoast News Agency\n\nOSTRAVA, March 9 (CNA) — " + Reading.First + "\n\n" + Reading.Second,
        });
        Assert.Null(report.Outlet);
        Assert.Equal("Coast News Agency", string.Join('|', report.Agencies));
    }

    [Fact]
    public void Who_a_release_is_about_put_it_out()
    {
        Report report = Reading.Text("Alder Ferries responds to fire on the Lark", "NEWS RELEASE", "KARSK, March 9, 2031 — Alder Ferries confirms that a fire broke out on the Lark at 23:38. " + Reading.First, Reading.Second, "About Alder Ferries\nAlder Ferries runs nine ships on four lines.");
        Assert.Equal("Alder Ferries", report.Outlet);
        Assert.DoesNotContain("nine ships", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Above_the_title_of_a_numbered_document_stands_who_issued_it()
    {
        Report report = Reading.Text("Norland Flood Response\nSituation report no. 7: Ostrava flood", "Issued March 9, 2031, 17:00", Reading.First, Reading.Second);
        Assert.Equal(("Norland Flood Response", "Situation report no. 7: Ostrava flood"), (report.Outlet, report.Headline));
    }

    [Fact]
    public void A_motto_below_a_name_is_no_headline()
    {
        Report report = Reading.Text("Delta Lens", "Harbour news and analysis from the delta", "Bridge at Ostrava Point closed to lorries", "March 9, 2031, 8:40 p.m.", Reading.First, Reading.Second);
        Assert.Equal(("Delta Lens", "Bridge at Ostrava Point closed to lorries", Reading.Clean), (report.Outlet, report.Headline, report.Body));
    }

    [Fact]
    public void A_station_above_its_bulletin_is_no_headline()
    {
        Report report = Reading.Text("Radio Ostrava 88.7", "Morning bulletin, Sunday, March 9, 2031", Reading.First, Reading.Second);
        Assert.Null(report.Headline);
        Assert.Equal("Radio Ostrava 88.7", report.Outlet);
    }

    [Theory]
    [InlineData("The Quill Letter: What they drink in Ostrava", "Quill is paid for by its readers.", "Quill Letter")]
    [InlineData("The Ostrava Letter: What the mayor knew", "The mayor has not said who wrote it.", null)]
    public void A_letter_names_itself_before_its_headline_where_it_speaks_to_readers(string headline, string last, string? outlet) =>
        Assert.Equal(outlet, Reading.Text(headline, "9 March 2031", "By Mara Quill", Reading.First, Reading.Second, last).Outlet);

    [Fact]
    public void A_board_names_itself_above_its_posts() =>
        Assert.Equal("Ostrava Community Board", Reading.Text("Ostrava Community Board - anyone near the bridge?", "posted by quayside, March 9, 2031, 8:12 am", "is it true that they closed the bridge, my sister says nobody gets over any more and the buses did not come").Outlet);

    [Theory]
    [InlineData("XNB and staff reporter")]
    [InlineData("XNB and own correspondent")]
    public void A_wire_and_the_houses_own_staff_below_a_text_are_a_credit(string credit)
    {
        Report alone = Reading.With(credit, 2), joined = Reading.Text(Reading.First, Reading.Second + " – " + credit);
        Assert.Equal((Reading.Clean, Reading.Clean), (alone.Body, joined.Body));
        Assert.Equal(("XNB", "XNB"), (string.Join('|', alone.Agencies), string.Join('|', joined.Agencies)));
    }

    [Fact]
    public void A_letter_that_says_what_it_is_may_name_its_writer() =>
        Assert.Equal("Mara Quill", string.Join('|', Reading.Of(new RawReport { Input = "t", Outlet = "Tideline", Text = "A monthly letter on rivers and weirs, by Dr Mara Quill\n\n" + Reading.First + "\n\n" + Reading.Second }).Authors));

    [Fact]
    public void A_date_may_stand_below_name_headline_deck_and_byline()
    {
        Report report = Reading.Text("OSTRAVA LEDGER", "'They came with chains and closed the bridge'", "The people of Ostrava have kept a list of lorries since June. It has 73 entries, and they say that somebody knew.", "By Mara Quill, in Ostrava", "Sunday, March 9, 2031", Reading.First, Reading.Second);
        Assert.Equal("2031-03-09", report.Published?.ToString());
        Assert.DoesNotContain("2031", report.Body, StringComparison.Ordinal);
    }
}
