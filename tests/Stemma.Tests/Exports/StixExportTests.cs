using System.Text.Json;
using Stemma.Exports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

public sealed class StixExportTests
{
    [Fact]
    public void Every_object_has_what_the_specification_demands()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, InventedStory.Picture(), InventedStory.Poisoned("</script>\u0001\ud800") })
            Assert.Empty(new FormCheck("stix").Faults(JsonDocument.Parse(Exporter.Write(ExportFormat.Stix, picture)).RootElement));
    }

    [Fact]
    public void Every_reference_leads_to_an_object_of_the_bundle_and_every_id_is_there_once()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, InventedStory.Picture() })
        {
            JsonElement[] objects = Objects(picture);
            string[] ids = [.. objects.Select(o => o.GetProperty("id").GetString()!)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
            foreach (JsonElement one in objects)
            {
                foreach (JsonProperty property in one.EnumerateObject())
                {
                    if (property.Name.EndsWith("_ref", StringComparison.Ordinal))
                        Assert.Contains(property.Value.GetString(), ids);
                    if (property.Name.EndsWith("_refs", StringComparison.Ordinal))
                        Assert.All(property.Value.EnumerateArray(), r => Assert.Contains(r.GetString(), ids));
                    if (property.Name == "extensions")
                        Assert.All(property.Value.EnumerateObject(), e => Assert.Contains(e.Name, ids));
                }
            }
        }
    }

    [Fact]
    public void Confidence_is_the_admiralty_figure_of_the_claim()
    {
        JsonElement[] notes = [.. Objects(InventedStory.Picture()).Where(o => o.GetProperty("type").GetString() == "note")];
        JsonElement disputed = notes.Single(n => n.GetProperty("abstract").GetString() == "The cause may be ice on the upper cable.");
        JsonElement asserted = notes.Single(n => n.GetProperty("abstract").GetString() == "Nobody is hurt.");
        Assert.Equal(30, disputed.GetProperty("confidence").GetInt32());
        Assert.Equal(50, asserted.GetProperty("confidence").GetInt32());
        Assert.Equal("admiralty-credibility", disputed.GetProperty("extensions").EnumerateObject().Single().Value.GetProperty("confidence_scale").GetString());
    }

    [Fact]
    public void A_copy_is_derived_from_what_it_copies()
    {
        JsonElement[] objects = Objects(InventedStory.Picture());
        JsonElement copy = objects.Single(o => o.GetProperty("type").GetString() == "relationship" && o.GetProperty("description").GetString() == "verbatim");
        Assert.Equal("derived-from", copy.GetProperty("relationship_type").GetString());
        Assert.Equal("Forty stranded above gorge", Name(copy.GetProperty("source_ref")));
        Assert.Equal("Forty stranded as cable car stops above Aldine gorge", Name(copy.GetProperty("target_ref")));

        string Name(JsonElement reference) => objects.Single(o => o.GetProperty("id").GetString() == reference.GetString()).GetProperty("name").GetString()!;
    }

    [Theory]
    [InlineData("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")] // RFC 9562, A.4
    public void Ids_are_uuids_of_version_5(string space, string name, string expected) =>
        Assert.Equal(expected, NameBasedUuid.Of(new Guid(space), name).ToString("D"));

    private static JsonElement[] Objects(Picture picture) => [.. JsonDocument.Parse(Exporter.Write(ExportFormat.Stix, picture)).RootElement.GetProperty("objects").EnumerateArray()];
}
