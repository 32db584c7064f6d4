using Stemma.Reports;

namespace Stemma.Intake.Tests.NewsFormats;

public sealed class NewsMlReaderTests
{
    private const string Sentence = Inputs.Sentence;

    private static string Item(string guid, int version, string status, string body, string meta = "") => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2" xml:lang="en">
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:CW"><name>Coast Wire</name></provider>
            <versionCreated>2026-03-10T1{version}:30:00Z</versionCreated><firstCreated>2026-03-10T09:30:00Z</firstCreated><pubStatus qcode="stat:{status}"/>{meta}</itemMeta>
          <contentMeta><urgency>2</urgency><located qcode="city:1"><name>Karsk</name></located><infoSource literal="Hill Agency"/><by>Jane Roe</by><headline>Bridge closed</headline></contentMeta>
          <contentSet>{body}</contentSet></newsItem>
        """;

    private static string Html(string text) => $"<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>{text}</p><p>Nobody was hurt.</p></body></html></inlineXML>";

    [Fact]
    public void A_single_item_is_read_field_by_field()
    {
        RawReport report = Inputs.One("<?xml version=\"1.0\"?>" + Item("urn:cw:17", 2, "usable", Html(Sentence), "<edNote>UPDATES with quotes</edNote><signal qcode=\"sig:update\"/>"));
        Assert.Equal(("-#urn:cw:17", "item urn:cw:17", 2L, 2), (report.Input, report.ItemId, report.Version, report.Urgency));
        Assert.Equal(("Coast Wire", "Bridge closed", "Karsk", "en"), (report.Outlet, report.Headline, report.Located, report.Language));
        Assert.Equal(("2026-03-10T09:30:00Z", "2026-03-10T12:30:00Z"), (report.Published.ToString(), report.Updated.ToString()));
        Assert.Equal(("Jane Roe", "Hill Agency", Sentence + "\n\nNobody was hurt."), (Assert.Single(report.Authors), Assert.Single(report.Agencies), report.Text));
        Assert.Equal(new EditorNote(EditorNoteKind.Update, "UPDATES with quotes"), Assert.Single(report.Notes));
    }

    [Fact]
    public void A_message_of_many_gives_a_report_an_item_and_tells_what_is_none()
    {
        string nitf = $"<inlineXML><nitf><head/><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>{Sentence} In NITF.</p><media><media-caption>A caption here</media-caption></media></body.content></body></nitf></inlineXML>";
        IntakeResult result = Inputs.Read($"""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-10T09:30:00Z</sent></header><itemSet>
            {Item("a", 1, "usable", nitf)}{Item("b", 1, "usable", $"<inlineData contenttype=\"text/plain\">{Sentence} Plain.</inlineData>")}
            {Item("c", 1, "withheld", Html(Sentence))}{Item("d", 1, "usable", "<remoteContent href=\"http://x.example/d\"/>")}
            <packageItem guid="p"/></itemSet></newsMessage>
            """);
        Assert.Equal([Sentence + " In NITF.", Sentence + " Plain."], result.Reports.Select(r => r.Text));
        Assert.Equal([("-#c", "withheld by its publisher (pubStatus withheld)"), ("-#d", "a news item whose text lies elsewhere (remoteContent), and nothing is fetched")], result.Rejected.Select(r => (r.Input, r.Reason)));
        Assert.Equal("1 of its items are no news items (such as packageItem): left out", Assert.Single(result.Remarks).Text);
    }

    [Fact]
    public void A_nitf_document_by_itself_is_read()
    {
        RawReport report = Inputs.One($"""
            <nitf><head><title>T</title><docdata><doc-id id-string="n17"/><date.issue norm="20260310T093000+0100"/><doc.copyright holder="Coast Wire" year="2026"/></docdata></head>
            <body><body.head><hedline><hl1>Bridge closed</hl1></hedline><byline>By Jane Roe</byline></body.head><body.content><p>{Sentence}</p></body.content></body></nitf>
            """);
        Assert.Equal(("n17", "Coast Wire", "Bridge closed", "2026-03-10T09:30:00+01:00", Sentence), (report.Id, report.Outlet, report.Headline, report.Published.ToString(), report.Text));
    }

    [Fact]
    public void The_last_version_of_an_item_stands_in_whatever_order_they_come()
    {
        using TemporaryFolder folder = new();
        folder.Write("1.xml", Item("urn:cw:17", 3, "usable", Html(Sentence + " Third.")));
        folder.Write("2.xml", Item("urn:cw:18", 1, "usable", Html(Sentence + " Other.")));
        folder.Write("3.xml", Item("urn:cw:17", 1, "usable", Html(Sentence + " First.")));
        foreach (IReadOnlyList<RawReport> reports in new IReadOnlyList<RawReport>[] { new InputReader().Read([folder.Path], default).Reports, Streamed(folder.Path, holds: true) })
        {
            Assert.Equal(["urn:cw:17", "urn:cw:18"], reports.Select(r => r.Id));
            Assert.StartsWith(Sentence + " Third.", reports[0].Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, Streamed(folder.Path, holds: false).Count);
    }

    [Fact]
    public void A_cancelled_item_keeps_the_text_that_it_withdraws()
    {
        using TemporaryFolder folder = new();
        folder.Write("1.xml", Item("urn:cw:17", 1, "usable", Html(Sentence)));
        folder.Write("2.xml", Item("urn:cw:17", 2, "canceled", Html("The item on the bridge was sent in error."), "<edNote>This item is withdrawn</edNote>"));
        RawReport report = Assert.Single(new InputReader().Read([folder.Path], default).Reports);
        Assert.Equal((ReportStatus.Withdrawn, 2L, "2026-03-10T12:30:00Z"), (report.Status, report.Version, report.Updated.ToString()));
        Assert.StartsWith(Sentence, report.Text, StringComparison.Ordinal);
        Assert.Equal(["This item is withdrawn", "The item on the bridge was sent in error. Nobody was hurt."], report.Notes.Select(n => n.Text.Replace("  ", " ", StringComparison.Ordinal)));
        Assert.All(report.Notes, n => Assert.Equal(EditorNoteKind.Retraction, n.Kind));
    }

    [Fact]
    public void A_cancellation_whose_item_is_not_at_hand_is_a_withdrawn_report_all_the_same()
    {
        RawReport report = Inputs.One(Item("urn:cw:17", 2, "canceled", ""));
        Assert.Equal((ReportStatus.Withdrawn, "Bridge closed", ""), (report.Status, report.Headline, report.Text));
    }

    private static List<RawReport> Streamed(string path, bool holds)
    {
        List<RawReport> reports = [];
        new InputReader { HoldsVersions = holds }.Read([path], item => reports.Add(item.Report!), default);
        return reports;
    }
}
