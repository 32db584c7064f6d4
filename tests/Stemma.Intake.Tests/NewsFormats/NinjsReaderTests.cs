using Stemma.Reports;

namespace Stemma.Intake.Tests.NewsFormats;

public sealed class NinjsReaderTests
{
    private const string Sentence = Inputs.Sentence;

    [Fact]
    public void Version_1_names_are_read()
    {
        RawReport report = Inputs.One($$"""
            {
              "uri": "urn:newsml:coastwire.example:20260310:17", "type": "text", "version": "2", "pubstatus": "usable", "urgency": 3, "language": "en",
              "firstcreated": "2026-03-10T09:30:00Z", "versioncreated": "2026-03-10T10:30:00Z", "copyrightholder": "Coast Wire", "byline": "Jane Roe", "located": "Karsk",
              "headline": "Bridge closed", "ednote": "CORRECTS day in first sentence", "infosource": [ { "name": "Hill Agency" } ],
              "body_text": "{{Sentence}} Nobody was hurt.", "body_xhtml": "<p>{{Sentence}}</p><figure><figcaption>A bridge</figcaption></figure><p>Nobody was hurt &amp; all is well.</p>",
              "associations": { "more": { "uri": "https://coastwire.example/16", "type": "text", "headline": "Bridge inspected" }, "pic": { "uri": "x", "type": "picture", "headline": "Picture" } }
            }
            """);
        Assert.Equal(("item urn:newsml:coastwire.example:20260310:17", 2L, 3, ReportStatus.Standing), (report.ItemId, report.Version, report.Urgency, report.Status));
        Assert.Equal(("Coast Wire", "Bridge closed", "Karsk", "en", null), (report.Outlet, report.Headline, report.Located, report.Language, report.Url));
        Assert.Equal(("2026-03-10T09:30:00Z", "2026-03-10T10:30:00Z"), (report.Published.ToString(), report.Updated.ToString()));
        Assert.Equal(Sentence + "\n\nNobody was hurt & all is well.", report.Text);
        Assert.Equal(new EditorNote(EditorNoteKind.Correction, "CORRECTS day in first sentence"), Assert.Single(report.Notes));
        Assert.Equal("Hill Agency", Assert.Single(report.Agencies));
        Assert.Equal(new RelatedLink("Bridge inspected", "https://coastwire.example/16"), Assert.Single(report.Links));
    }

    [Fact]
    public void Version_3_names_are_read()
    {
        RawReport report = Inputs.One($$"""
            { "uri": "https://coastwire.example/items/17", "standard": { "name": "ninjs", "version": "3.0" }, "type": "text", "pubStatus": "usable", "versionCreated": "2026-03-10T09:30:00Z",
              "by": "Jane Roe and Joe Bloggs", "located": "Karsk", "infoSources": [ { "name": "Hill Agency" } ], "edNote": "With photos",
              "headlines": [ { "role": "short", "value": "Shut" }, { "role": "main", "value": "Bridge closed" } ],
              "bodies": [ { "role": "summary", "contentType": "text/plain", "value": "The bridge is shut now." }, { "role": "main", "contentType": "text/plain", "value": "{{Sentence}} Nobody was hurt." } ] }
            """.ReplaceLineEndings(" "));
        Assert.Equal(("Bridge closed", "https://coastwire.example/items/17", "2026-03-10T09:30:00Z"), (report.Headline, report.Url, report.Published.ToString()));
        Assert.Equal((Sentence + " Nobody was hurt.", "Hill Agency"), (report.Text, Assert.Single(report.Agencies)));
        Assert.Empty(report.Notes); // what is for the desk alone is no note of the report
    }

    [Fact]
    public void Withheld_items_and_items_without_text_are_rejected()
    {
        Assert.Equal("withheld by its publisher (pubstatus withheld)", Inputs.Reason($$"""{"uri":"a","pubstatus":"withheld","body_text":"{{Sentence}}"}"""));
        Assert.Equal("a ninjs item of type picture: no text", Inputs.Reason("""{"uri":"a","type":"picture","pubstatus":"usable"}"""));
        Assert.Equal("no sentence in it", Inputs.Reason("""{"uri":"a","pubstatus":"usable","headline":"Shut"}"""));
    }

    [Fact]
    public void An_array_of_items_and_items_line_by_line_are_read()
    {
        string item(int i) => $$"""{"uri":"urn:x:{{i}}","versioncreated":"2026-03-10T09:30:00Z","body_text":"{{Sentence}} Number {{i}}."}""";
        Assert.Equal(["-#1", "-#2"], Inputs.Read($"[{item(1)}, {item(2)}]").Reports.Select(r => r.Input));
        Assert.Equal(["-#1", "-#2"], Inputs.Read(item(1) + "\n" + item(2)).Reports.Select(r => r.Input));
    }

    [Fact]
    public void A_line_of_the_contract_that_has_an_uri_too_is_no_ninjs()
    {
        RawReport report = Inputs.One($$"""{"id":"1","uri":"x","headline":"h","bodies":[],"text":"{{Sentence}}"}""");
        Assert.Equal(("-#1", Sentence), (report.Input, report.Text));
    }
}
