using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("OSTRAVA POINT, Norland, March 9 (XNB) - ", "Ostrava Point, Norland", "XNB")]
    [InlineData("OSTRAVA POINT — ", "Ostrava Point", "")]
    [InlineData("OSTRAVA POINT, Norland (AP) — ", "Ostrava Point, Norland", "Associated Press")]
    [InlineData("OSTRAVA POINT (XNB) -- ", "Ostrava Point", "XNB")]
    [InlineData("OSTRAVA POINT - ", "Ostrava Point", "")]
    [InlineData("NEW OSTRAVA: ", "New Ostrava", "")]
    [InlineData("ST. OLAF, N.D. (AP) — ", "St. Olaf, N.D.", "Associated Press")]
    [InlineData("Ostrava Point (AFP) – ", "Ostrava Point", "Agence France-Presse")]
    [InlineData("Ostrava Point — ", "Ostrava Point", "")]
    [InlineData("Ostrava Point, 22 September 2031. ", "Ostrava Point", "")]
    [InlineData("WASHINGTON/OSTRAVA, Feb 3 (Reuters) - ", "Washington/Ostrava", "Reuters")]
    [InlineData("(Reuters) - ", null, "Reuters")]
    public void A_dateline_becomes_fields_and_leaves_the_body(string dateline, string? place, string agency)
    {
        Report report = Reading.Text(dateline + Reading.First, Reading.Second);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(place, report.Dateline?.Place);
        Assert.Equal(agency, string.Join('|', report.Agencies));
    }

    [Theory]
    [InlineData("WARNING: The bridge is closed to all traffic until further notice, the works department said.")]
    [InlineData("The bridge - the oldest of its kind - was closed on Tuesday after inspectors found cracks in it.")]
    [InlineData("Nobody was hurt – that, at least, was clear by the evening, when the last lorry had left the ramp.")]
    [InlineData("Mara Quill (Harbour Party): 4,200 votes in the first count, with a third of the stations still missing.")]
    [InlineData("Ostrava – Norland's second port – has waited for a new bridge since the war, and waits still.")]
    public void Words_before_a_dash_are_not_always_a_dateline(string line)
    {
        Report report = Reading.Text(line, Reading.Second);
        Assert.Null(report.Dateline);
        Assert.StartsWith(line, report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_a_dateline_is_kept_without_a_year()
    {
        Report report = Reading.Text("OSTRAVA POINT, March 9 (XNB) - " + Reading.First, Reading.Second);
        Assert.Equal(new PartialDay(3, 9, null), report.StatedDay);
        Assert.Null(report.Published);
    }

    [Fact]
    public void An_acronym_is_resolved_against_the_outlet() =>
        Assert.Equal("Norland Bulletin Agency", Assert.Single(Reading.Of(new RawReport
        {
            Input = "t",
            Outlet = "Norland Bulletin Agency",
            Text = "OSTRAVA POINT (NBA) - " + Reading.First + "\n\n" + Reading.Second,
        }).Agencies));

    [Fact]
    public void A_dateline_below_a_deck_is_found_and_the_repeated_deck_goes()
    {
        Report report = Reading.Text("Bridge closed to lorries", Reading.First, "(Bloomberg) — " + Reading.First, Reading.Second);
        Assert.Equal("Bridge closed to lorries", report.Headline);
        Assert.Equal(Reading.Clean, report.Body);
    }
}
