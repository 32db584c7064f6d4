using System.Text.Json;
using Stemma.Exports;
using Stemma.Reports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

public sealed class NinjsExportTests
{
    [Fact]
    public void It_has_the_form_of_ninjs_3()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, InventedStory.Picture(), InventedStory.Poisoned("<script>\u0001\ud800") })
            Assert.Empty(new FormCheck("ninjs").Faults(JsonDocument.Parse(Exporter.Write(ExportFormat.Ninjs, picture with { Stories = [picture.Stories[0]] })).RootElement));
    }

    [Fact]
    public void The_brief_is_the_body_and_each_report_an_association()
    {
        Story story = ExportStories.Avalanche.Stories[0];
        JsonElement item = JsonDocument.Parse(Exporter.Write(ExportFormat.Ninjs, ExportStories.Avalanche)).RootElement;
        string body = item.GetProperty("bodies")[0].GetProperty("value").GetString()!;
        Assert.All(story.Brief.KeyFacts, p => Assert.Contains("- " + p.Text, body, StringComparison.Ordinal));
        Assert.Equal(body.Length, item.GetProperty("bodies")[0].GetProperty("charCount").GetInt32());
        Assert.Equal(story.Reports.Select(r => r.Headline), item.GetProperty("associations").EnumerateArray().Select(a => a.GetProperty("headlines")[0].GetProperty("value").GetString()));
        Assert.Equal(story.Reports.Select(r => "report " + r.Id), item.GetProperty("associations").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_report_that_was_withdrawn_is_cancelled()
    {
        Story story = InventedStory.Story();
        Picture picture = new("1", [story with { Reports = [story.Reports[0] with { Status = ReportStatus.Withdrawn }, .. story.Reports.Skip(1)] }], []);
        JsonElement item = JsonDocument.Parse(Exporter.Write(ExportFormat.Ninjs, picture)).RootElement;
        Assert.Equal(["canceled", "usable", "usable", "usable"], item.GetProperty("associations").EnumerateArray().Select(a => a.GetProperty("pubStatus").GetString()));
    }
}
