using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

public sealed class StoryGrouperTests
{
    [Fact]
    public void A_wire_report_a_press_release_and_a_column_on_one_event_are_one_story()
    {
        Assignments stories = Group(Some.Wire, Some.Release, Some.Column);

        Assert.Equal(stories.StoryOf("wire"), stories.StoryOf("release"));
        Assert.Equal(stories.StoryOf("wire"), stories.StoryOf("column"));
    }

    [Fact]
    public void What_else_happens_in_the_same_town_is_another_story()
    {
        Assignments stories = Group(Some.Festival, Some.Wire, Some.Strike, Some.Release);

        Assert.NotEqual(stories.StoryOf("wire"), stories.StoryOf("strike"));
        Assert.NotEqual(stories.StoryOf("wire"), stories.StoryOf("festival"));
        Assert.Equal(stories.StoryOf("wire"), stories.StoryOf("release"));
    }

    [Fact]
    public void A_story_is_named_after_its_earliest_member_in_order_of_arrival()
    {
        Assert.Equal("s-wire", Group(Some.Wire, Some.Release).StoryOf("release"));
        Assert.Equal("s-release", Group(Some.Release, Some.Wire).StoryOf("wire"));
    }

    [Fact]
    public void The_same_order_gives_the_same_placements()
    {
        Report[] reports = [Some.Festival, Some.Wire, Some.Strike, Some.Column, Some.Release];
        Assert.Equal(Reasons(reports), Reasons(reports));
    }

    [Fact]
    public void A_report_that_is_added_twice_stays_where_it_is()
    {
        StoryGrouper grouper = new();
        grouper.Add(Some.Wire);
        Assert.Equal("s-wire", grouper.Add(Some.Wire).Story);
        Assert.Equal("s-wire", grouper.StoryOf("wire"));
    }

    [Fact]
    public void The_reason_names_what_is_shared()
    {
        StoryGrouper grouper = new();
        grouper.Add(Some.Wire);
        Assert.Contains("Osterbro", grouper.Add(Some.Release).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_template_filled_with_two_places_is_two_stories()
    {
        Assignments stories = Group(Result("a", "Tolvang"), Result("b", "Brekke"));
        Assert.NotEqual(stories.StoryOf("a"), stories.StoryOf("b"));

        static Report Result(string id, string district) => Some.Report(
            id,
            $"Ingrid Sollberg of the Harvest Party has won the governor's race in {district}, the electoral board said on Sunday. She took 54 percent of the vote in {district}, with all stations counted.",
            $"Sollberg wins governor race in {district}", "2025-06-01T20:00:00Z");
    }

    [Fact]
    public void An_empty_report_is_placed_too() =>
        Assert.Equal("s-empty", Group(Some.Report("empty", "")).StoryOf("empty"));

    [Fact]
    public void Changes_lead_to_where_the_grouper_has_each_report_in_the_end()
    {
        // Sentences of five events in random order and mixture: whatever is merged and split, the followed placements are the grouper's own.
        Report[] events = [Some.Wire, Some.Release, Some.Column, Some.Strike, Some.Festival];
        StoryGrouper grouper = new();
        Assignments followed = new();
        List<string> ids = [];
        uint state = 7;
        for (int i = 0; i < 120; i++)
        {
            string[] first = events[Next(5)].Body.Split(". "), second = events[Next(5)].Body.Split(". ");
            Report report = Some.Report("r" + i, first[Next(first.Length)] + ". " + first[Next(first.Length)] + ". " + second[Next(second.Length)], null, $"2025-10-{1 + Next(20):00}");
            followed.Apply(report.Id, grouper.Add(report));
            ids.Add(report.Id);
        }

        Assert.All(ids, id => Assert.Equal(grouper.StoryOf(id), followed.StoryOf(id)));
        Assert.All(ids.GroupBy(followed.StoryOf), story => Assert.Equal(story.Key, "s-" + story.First()));

        int Next(int below)
        {
            state = unchecked(state * 1664525 + 1013904223);
            return (int)(state >> 8) % below;
        }
    }

    private static Assignments Group(params Report[] reports)
    {
        StoryGrouper grouper = new();
        Assignments assignments = new();
        foreach (Report report in reports)
            assignments.Apply(report.Id, grouper.Add(report));

        return assignments;
    }

    private static string Reasons(Report[] reports)
    {
        StoryGrouper grouper = new();
        return string.Join('\n', reports.Select(r => grouper.Add(r)).Select(p => p.Story + " " + p.Reason + " " + p.Changes.Length));
    }
}
