using System.Text;
using System.Text.Json;
using Stemma.Exports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

public sealed class AnnotationExportTests
{
    [Fact]
    public void It_has_the_form_of_the_model()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, InventedStory.Picture(), InventedStory.Poisoned("<b>\u0001") })
            Assert.Empty(new FormCheck("annotations").Faults(JsonDocument.Parse(Exporter.Write(ExportFormat.Annotations, picture)).RootElement));
    }

    [Fact]
    public void Every_quotation_is_found_at_its_position_counted_in_code_points()
    {
        // Characters beyond the basic plane stand before, in and behind the words, so that UTF-16 offsets would miss them.
        Picture picture = ExportStories.Avalanche with { Stories = [Widened(ExportStories.Avalanche.Stories[0])] };
        int statements = Check(picture);
        Assert.True(statements >= picture.Stories[0].Assertions.Length);
        Check(ExportStories.Avalanche);
    }

    [Fact]
    public void Ids_are_all_different()
    {
        JsonElement[] items = [.. JsonDocument.Parse(Exporter.Write(ExportFormat.Annotations, ExportStories.Avalanche)).RootElement.GetProperty("items").EnumerateArray()];
        Assert.Equal(items.Length, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Sources_and_cues_are_marked_where_they_stand()
    {
        JsonElement[] items = [.. JsonDocument.Parse(Exporter.Write(ExportFormat.Annotations, ExportStories.Avalanche)).RootElement.GetProperty("items").EnumerateArray()];
        Story story = ExportStories.Avalanche.Stories[0];
        Assert.Equal(story.Assertions.Count(a => a.Cue is not null), items.Count(i => i.GetProperty("id").GetString()!.EndsWith("#cue", StringComparison.Ordinal)));
        Assert.Equal(story.Assertions.Sum(a => a.Attribution.Count(s => s.At is not null)), items.Count(i => i.GetProperty("id").GetString()!.Contains("#source", StringComparison.Ordinal)));
    }

    private static int Check(Picture picture)
    {
        Dictionary<string, Rune[]> bodies = picture.Stories[0].Reports.ToDictionary(r => "urn:stemma:report:" + r.Id + ":body", r => r.Body.EnumerateRunes().ToArray());
        int count = 0;
        foreach (JsonElement item in JsonDocument.Parse(Exporter.Write(ExportFormat.Annotations, picture)).RootElement.GetProperty("items").EnumerateArray())
        {
            JsonElement target = item.GetProperty("target");
            Rune[] body = bodies[target.GetProperty("source").GetProperty("id").GetString()!];
            JsonElement quote = target.GetProperty("selector")[0], position = target.GetProperty("selector")[1];
            int start = position.GetProperty("start").GetInt32(), end = position.GetProperty("end").GetInt32();
            Assert.Equal(quote.GetProperty("exact").GetString(), Text(body.AsSpan(start, end - start)));
            Assert.EndsWith(quote.GetProperty("prefix").GetString()!, Text(body.AsSpan(0, start)), StringComparison.Ordinal);
            Assert.StartsWith(quote.GetProperty("suffix").GetString()!, Text(body.AsSpan(end)), StringComparison.Ordinal);
            count++;
        }

        return count;
    }

    private static string Text(ReadOnlySpan<Rune> runes)
    {
        StringBuilder text = new();
        foreach (Rune rune in runes)
            text.Append(rune.ToString());
        return text.ToString();
    }

    /// <summary>Each "e" of the bodies is a character of two UTF-16 units, and every span moves along.</summary>
    private static Story Widened(Story story)
    {
        Dictionary<string, string> bodies = story.Reports.ToDictionary(r => r.Id, r => r.Body);
        return story with
        {
            Reports = [.. story.Reports.Select(r => r with { Body = Wide(r.Body) })],
            Assertions = [.. story.Assertions.Select(a => a with
            {
                At = Move(a.At),
                Cue = a.Cue is null ? null : Move(a.Cue),
                Attribution = [.. a.Attribution.Select(s => s with { At = s.At is null ? null : Move(s.At) })],
            })],
        };

        Stemma.Text.ReportSpan Move(Stemma.Text.ReportSpan at) =>
            new(at.Report, Wide(bodies[at.Report][..at.Start]).Length, Wide(bodies[at.Report][..at.End]).Length, Wide(at.Quote));

        static string Wide(string text) => text.Replace("e", "\U0001D41E", StringComparison.Ordinal);
    }
}
