using System.Globalization;
using Stemma.Cli.Grouping;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Tests.Grouping;

public sealed class GroupStreamTests
{
    private static readonly ReportReader Reader = new();

    // Sentences of five invented events; mixtures of them look now like one event, now like another.
    private static readonly string[][] Events =
    [
        ["The Osterbro bridge over the river Lemm gave way under a timber lorry.", "Engineer Gudrun Veel said a weld in the third span had cracked.", "The driver, Per Aksdal, was pulled from the cab by two fishermen."],
        ["Bus drivers in Hallin will walk out on Thursday over night shifts.", "Union secretary Marte Joll said her members had not seen a free weekend since Easter.", "The county offered a bonus of 900 crowns a month."],
        ["The herring festival in Tangen drew record crowds on Saturday.", "A brass band played on the quay until midnight.", "The organisers sold eleven tonnes of smoked herring."],
        ["A seam of copper was found below the Brekke moor, the mining company Dorvik said.", "Geologist Anna Tolle put the ore at two million tonnes.", "Reindeer herders asked the ministry to halt the drilling."],
        ["Goalkeeper Sune Falk will leave Lowhaven United for a club in Ostmark.", "The transfer fee is six million crowns, the club's chairman said.", "Falk saved three penalties in the cup final in May."],
    ];

    [Fact]
    public void The_last_line_of_each_report_is_where_the_grouper_has_it_in_the_end()
    {
        GroupStream stream = new();
        StoryGrouper grouper = new();
        Dictionary<string, string> last = new(StringComparer.Ordinal);
        int revised = 0;
        foreach ((RawReport raw, Report report) in Mixed(150))
        {
            grouper.Add(report);
            foreach (GroupLine line in stream.Add(raw, ReportTerms.Read(report)))
            {
                Assert.Equal(last.GetValueOrDefault(line.Id), line.Was);
                Assert.NotEqual(line.Was, line.Story);
                last[line.Id] = line.Story;
                revised += line.Was is null ? 0 : 1;
            }

            Assert.Equal(grouper.StoryOf(report.Id), last[raw.Id!]);
        }

        Assert.All(Mixed(150), r => Assert.Equal(grouper.StoryOf(r.Report.Id), last[r.Raw.Id!]));
        Assert.True(revised > 5, $"only {revised} lines were revised: the texts no longer test anything");
    }

    [Fact]
    public void The_same_content_under_two_names_is_moved_under_both()
    {
        // Each report twice: once as a line with an id, once as a file of the same words.
        GroupStream stream = new();
        Dictionary<string, string> last = new(StringComparer.Ordinal);
        bool anyRevised = false;
        foreach ((RawReport raw, Report report) in Mixed(80))
        {
            foreach (RawReport copy in new[] { raw, raw with { Id = raw.Id + "-copy", Input = raw.Input + "-copy" } })
            {
                foreach (GroupLine line in stream.Add(copy, ReportTerms.Read(report)))
                {
                    last[line.Id] = line.Story;
                    anyRevised |= line.Was is not null;
                }
            }
        }

        Assert.True(anyRevised);
        Assert.All(Mixed(80), r => Assert.Equal(last[r.Raw.Id!], last[r.Raw.Id + "-copy"]));
    }

    [Fact]
    public void An_endless_stream_fits_into_memory()
    {
        GroupStream stream = new();
        for (int i = 0; i < 2 * StoryGrouper.DefaultMaxReports + 5000; i++)
        {
            RawReport raw = new() { Input = "-", Id = i.ToString(CultureInfo.InvariantCulture), Text = "" };
            Assert.Single(stream.Add(raw, ReportTerms.Read(Reader.Read(raw))));
        }

        Assert.InRange(stream.Kept, 1, 2 * StoryGrouper.DefaultMaxReports);
    }

    private static IEnumerable<(RawReport Raw, Report Report)> Mixed(int count)
    {
        uint state = 11;
        for (int i = 0; i < count; i++)
        {
            string[] first = Events[Next(5)], second = Events[Next(5)];
            RawReport raw = new()
            {
                Input = "r" + i,
                Id = "r" + i,
                Text = $"{first[Next(3)]} {first[Next(3)]} {second[Next(3)]} Report {i}.",
            };
            yield return (raw, Reader.Read(raw));
        }

        int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)(state >> 8) % below;
        }
    }
}
