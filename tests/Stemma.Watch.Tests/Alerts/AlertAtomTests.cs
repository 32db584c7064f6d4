using System.Globalization;
using System.Xml.Linq;

namespace Stemma.Watch.Tests.Alerts;

public sealed class AlertAtomTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 14, 0, 0, TimeSpan.FromHours(2));

    private static LoggedAlert Alert(long number, string statement = "The dam leaks.") => new(number, new Alert
    {
        Key = number.ToString("x32", CultureInfo.InvariantCulture),
        Kind = AlertKind.Status,
        Story = "s-dam",
        Title = statement,
        Claim = "c1",
        Statement = statement,
        Before = "asserted",
        After = "confirmed",
        Evidence = [new AlertEvidence("ona", statement, "2026-05-04", "https://ona.example/dam?a=1&b=2", 0, 3, statement)],
    }, Noon.AddMinutes(number));

    [Fact]
    public void It_has_all_that_rfc_4287_demands()
    {
        XElement feed = XDocument.Parse(AlertAtom.Write([Alert(1), Alert(2)], "urn:stemma:alerts", "https://desk.example/alerts.atom", Noon)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("2026-05-04T12:02:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("https://desk.example/alerts.atom", feed.Elements(Atom + "link").Single().Attribute("href")!.Value);
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.Equal(2, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (XElement entry in entries.Append(feed))
        {
            Assert.True(Uri.TryCreate(Assert.Single(entry.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEqual("", Assert.Single(entry.Elements(Atom + "title")).Value);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", Assert.Single(entry.Elements(Atom + "updated")).Value);
        }

        Assert.Equal("Status: asserted → confirmed: The dam leaks.", entries[0].Element(Atom + "title")!.Value);
        Assert.Equal("https://ona.example/dam?a=1&b=2", entries[0].Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Contains("\"The dam leaks.\"", entries[0].Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_a_report_says_breaks_it()
    {
        const string poison = "<script>alert(1)</script>]]>\u0000\u0001\ud800 & \"x\"\u2028";
        XElement feed = XDocument.Parse(AlertAtom.Write([Alert(1, poison)], "urn:stemma:alerts", null, Noon)).Root!;
        Assert.Equal("Status: asserted → confirmed: <script>alert(1)</script>]]> \uFFFD & \"x\" ", feed.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.Equal("text", feed.Element(Atom + "entry")!.Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.DoesNotContain(AlertText.Line(Alert(1, poison).Alert), c => char.IsControl(c));
    }

    [Fact]
    public void Without_alerts_it_is_still_a_feed() =>
        Assert.Equal("2026-05-04T12:00:00Z", XDocument.Parse(AlertAtom.Write([], "urn:stemma:alerts", null, Noon)).Root!.Element(Atom + "updated")!.Value);
}
