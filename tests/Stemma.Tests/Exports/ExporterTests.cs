using System.Text;
using System.Text.Json;
using Stemma.Exports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

/// <summary>What holds for every form.</summary>
public sealed class ExporterTests
{
    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_story_gives_the_same_bytes(ExportFormat format)
    {
        string first = Exporter.Write(format, ExportStories.Avalanche);
        Assert.Equal(first, Exporter.Write(format, PictureJson.Read(PictureJson.Write(ExportStories.Avalanche))));
        Assert.EndsWith("\n", first, StringComparison.Ordinal);
        Assert.Equal(format, Exporter.Find(Exporter.Name(format)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Script_control_characters_and_half_characters_are_harmless_in_each(ExportFormat format)
    {
        string text = Exporter.Write(format, InventedStory.Poisoned("<script>alert(1)</script> \u0001\u0007\ud800 \"quoted\" & =SUM(A1) \udc00"));
        // A table is no page; Markdown puts a backslash before the sign.
        if (format is not ExportFormat.Csv)
            Assert.DoesNotMatch(@"(?i)(?<!\\)</?script", text);
        Assert.DoesNotContain("\"javascript:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("](javascript:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\r'));
        // What is written can be encoded: no half character is left.
        Assert.Equal(text, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text)));
    }

    [Theory]
    [InlineData(ExportFormat.JsonLd)]
    [InlineData(ExportFormat.Prov)]
    [InlineData(ExportFormat.Annotations)]
    [InlineData(ExportFormat.Stix)]
    public void Several_stories_stand_in_one_document(ExportFormat format)
    {
        Picture two = ExportStories.Avalanche with { Stories = [.. ExportStories.Avalanche.Stories, InventedStory.Story()] };
        string text = Exporter.Write(format, two);
        using JsonDocument document = JsonDocument.Parse(text);
        Assert.Contains("rescue service", text, StringComparison.Ordinal);
        Assert.Contains("Nobody is hurt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_of_one_story_takes_one()
    {
        Assert.Throws<ArgumentException>(() => Exporter.Write(ExportFormat.Ninjs, InventedStory.Picture() with { Stories = [] }));
        Assert.True(Exporter.TakesOneStory(ExportFormat.Ninjs));
    }

    [Theory]
    [InlineData("urn:stemma:", null)]
    [InlineData("https://desk.example/s/", null)]
    [InlineData("https://desk.example/s", "ends in /")]
    [InlineData("javascript:alert(1)/", "http or https")]
    [InlineData("https://desk.example/<x>/", "a base is")]
    [InlineData("stories/", "a base is")]
    public void A_base_is_an_address_or_a_urn(string text, string? fault)
    {
        string? said = ExportOptions.Fault(text);
        if (fault is null)
            Assert.Null(said);
        else
            Assert.Contains(fault, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_begin_with_the_base_that_was_asked_for() =>
        Assert.Contains("\"https://desk.example/s/report/r-wire\"", Exporter.Write(ExportFormat.JsonLd, InventedStory.Picture(), new ExportOptions { Base = "https://desk.example/s/" }), StringComparison.Ordinal);
}
