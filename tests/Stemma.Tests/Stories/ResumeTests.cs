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
        Report[] reports = [.. Enumerable.Range(0, 120).Select(Report)];
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

    /// <summary>Forty towns; of each a fire, then a council's budget, then a report that has much of both.</summary>
    private static Report Report(int i)
    {
        int town = i % 40, turn = i / 40;
        string name = $"{(char)('A' + town % 26)}orv{(char)('a' + town / 26)}sund";
        string fire = $"A fire broke out in the grain mill of {name} on Monday night. Brigade chief Torv {name}sen said that the silo of the {name} mill had burnt to the ground.";
        string price = $"The silo of the {name} mill will be rebuilt, said Elda {name}dal of the Harrow cooperative. The cooperative had insured the silo and the grain in it.";
        string body = turn switch { 0 => fire, 1 => price, _ => fire + "\n\n" + price };
        return Some.Report($"r{i}", body, turn == 1 ? $"Cooperative to rebuild {name} silo" : $"Fire destroys silo of {name} mill");
    }
}
