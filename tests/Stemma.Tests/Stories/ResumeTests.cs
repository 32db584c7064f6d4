using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

/// <summary>A stream that is broken off and resumed goes on as if nothing had been.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void A_resumed_stream_makes_the_placements_of_one_that_never_stopped(int every)
    {
        Report[] reports = Mixed();
        StoryGrouper whole = new();
        StoryGrouper part = new();
        Dictionary<string, (string Story, long Slot, long Arrival, System.Collections.Immutable.ImmutableArray<byte> Memory)> kept = new(StringComparer.Ordinal);
        int changes = 0;
        for (int i = 0; i < reports.Length; i++)
        {
            Placement expected = whole.Add(reports[i]), placement = part.Add(reports[i]);
            Assert.Equal(expected.Story, placement.Story);
            Assert.Equal(expected.Changes.Select(Text), placement.Changes.Select(Text));
            changes += placement.Changes.Length;

            kept[reports[i].Id] = (placement.Story, placement.Slot, i, placement.Memory);
            foreach (StoryChange change in placement.Changes)
            {
                foreach (string moved in change.Reports)
                    kept[moved] = kept[moved] with { Story = change.To };
                foreach (string story in new[] { change.From, change.To })
                {
                    foreach (string member in kept.Where(k => k.Value.Story == story).Select(k => k.Key).ToList())
                        kept[member] = kept[member] with { Slot = part.SlotOf(story) ?? kept[member].Slot };
                }
            }

            // All of a story's reports carry its slot of now.
            foreach (string member in kept.Where(k => k.Value.Story == placement.Story).Select(k => k.Key).ToList())
                kept[member] = kept[member] with { Slot = placement.Slot };
            if (i % every != 0)
                continue;
            part = new StoryGrouper();
            part.Resume(kept.Select(k => new PlacedReport(k.Key, k.Value.Story, k.Value.Slot, k.Value.Arrival, k.Value.Memory)));
        }

        Assert.True(changes > 0, "the stream should make grouping mend itself at least once");
    }

    [Fact]
    public void A_story_keeps_its_id_when_its_earliest_report_is_gone()
    {
        StoryGrouper grouper = new();
        Placement first = grouper.Add(Some.Wire), second = grouper.Add(Some.Release);
        Assert.Equal(first.Story, second.Story);

        StoryGrouper resumed = new();
        resumed.Resume([new PlacedReport("release", second.Story, second.Slot, 1, second.Memory)]);

        Assert.Equal("s-wire", resumed.Add(Some.Column).Story);
    }

    [Fact]
    public void Damaged_memory_is_told_as_such() =>
        Assert.Throws<InvalidDataException>(() => new StoryGrouper().Resume([new PlacedReport("a", "s-a", 0, 0, [9, 9, 9])]));

    private static string Text(StoryChange change) => $"{change.Kind} {change.From} {change.To} {string.Join(',', change.Reports)}";

    /// <summary>Sentences of five events in random order and mixture, so that stories are merged and split.</summary>
    private static Report[] Mixed()
    {
        Report[] events = [Some.Wire, Some.Release, Some.Column, Some.Strike, Some.Festival];
        uint state = 7;
        return [.. Enumerable.Range(0, 120).Select(i =>
        {
            string[] first = events[Next(5)].Body.Split(". "), second = events[Next(5)].Body.Split(". ");
            return Some.Report("r" + i, first[Next(first.Length)] + ". " + first[Next(first.Length)] + ". " + second[Next(second.Length)], null, $"2025-10-{1 + Next(20):00}");
        })];

        int Next(int below)
        {
            state = unchecked(state * 1664525 + 1013904223);
            return (int)(state >> 8) % below;
        }
    }
}
