using Stemma.Reports;

namespace Stemma.Intake.Tests.Feeds;

public sealed class JsonFeedReaderTests
{
    private const string Feed = $$"""
        {
          "title": "Coast Daily | News",
          "items": [
            { "id": "17", "url": "https://coast.example/17", "title": "Bridge closed", "content_html": "<p>{{Inputs.Sentence}}</p>",
              "date_published": "2026-03-10T09:30:00+01:00", "date_modified": "2026-03-10T10:00:00+01:00", "authors": [ { "name": "Jane Roe" } ], "language": "en" },
            { "id": "18", "content_text": "The ferry sails again, said the port." },
            { "id": "19", "title": "Only a title" }
          ],
          "version": "https://jsonfeed.org/version/1.1"
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_json_feed_is_told_by_its_version_wherever_that_stands(bool spread)
    {
        IntakeResult result = Inputs.Read(spread ? Feed : Feed.ReplaceLineEndings(" "));
        Assert.Equal(["-#17", "-#18"], result.Reports.Select(r => r.Input));
        Assert.Equal(("-#19", "no sentence in it"), (result.Rejected[0].Input, Assert.Single(result.Rejected).Reason));
        RawReport first = result.Reports[0];
        Assert.Equal(("Coast Daily", "https://coast.example/17", "Bridge closed", Inputs.Sentence), (first.Outlet, first.Url, first.Headline, first.Text));
        Assert.Equal(("2026-03-10T09:30:00+01:00", "2026-03-10T10:00:00+01:00"), (first.Published.ToString(), first.Updated.ToString()));
        Assert.Equal("Jane Roe", Assert.Single(first.Authors));
    }
}
