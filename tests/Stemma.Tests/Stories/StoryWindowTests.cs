using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

/// <summary>How a stream goes on: what is at hand, what comes late, what was read ahead.</summary>
public sealed class StoryWindowTests
{
    [Fact]
    public void Stories_that_were_silent_longest_are_closed_when_the_window_is_full()
    {
        StoryGrouper grouper = new(maxReports: 10);
        grouper.Add(Some.Wire);
        for (int i = 0; i < 30; i++)
            grouper.Add(Some.Report("f" + i, Notice(i), null, "2025-10-10"));

        Assert.Null(grouper.StoryOf("wire"));
        Assert.NotNull(grouper.StoryOf("f29"));
        Assert.Equal("s-release", grouper.Add(Some.Release).Story);
    }

    [Fact]
    public void A_story_that_reports_keep_joining_stays_open()
    {
        StoryGrouper grouper = new(maxReports: 20);
        grouper.Add(Some.Wire);
        for (int i = 0; i < 30; i++)
        {
            grouper.Add(Some.Report("f" + i, Notice(i), null, "2025-10-08"));
            if (i % 4 == 0)
                Assert.Equal("s-wire", grouper.Add(Some.Wire with { Id = "again" + i }).Story);
        }
    }

    [Fact]
    public void A_window_too_small_to_hold_a_story_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StoryGrouper(9));

    [Fact]
    public void A_report_that_comes_late_joins_its_story_and_does_not_rename_it()
    {
        StoryGrouper grouper = new();
        grouper.Add(Some.Release);
        grouper.Add(Some.Festival);
        Placement late = grouper.Add(Some.Wire); // published first, arrived last

        Assert.Equal("s-release", late.Story);
        Assert.Empty(late.Changes);
    }

    [Fact]
    public void Terms_read_ahead_are_placed_like_the_report()
    {
        Report[] reports = [Some.Festival, Some.Wire, Some.Strike, Some.Column, Some.Release];
        ReportTerms[] ahead = new ReportTerms[reports.Length];
        Parallel.For(0, reports.Length, i => ahead[i] = ReportTerms.Read(reports[i]));
        StoryGrouper one = new(), other = new();

        Assert.Equal(reports.Select(one.Add).Select(p => p.Story + p.Reason), ahead.Select(other.Add).Select(p => p.Story + p.Reason));
    }

    [Fact]
    public void Reasons_write_names_as_names_and_are_never_quite_sure()
    {
        StoryGrouper grouper = new();
        grouper.Add(Some.Wire);
        string reason = grouper.Add(Some.Wire with { Id = "twin" }).Reason;

        Assert.Contains("Osterbro", reason, StringComparison.Ordinal);
        Assert.Contains("(99% sure)", reason, StringComparison.Ordinal);
    }

    /// <summary>Something else each time.</summary>
    private static string Notice(int i)
    {
        return Word(i) + " " + Word(i + 100) + ".";

        static string Word(int n) => "Z" + new string([.. n.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => "aeioubdfgk"[c - '0'])]) + "ren";
    }
}
