using Stemma.Reports;

namespace Stemma.Evaluation.Grouping;

/// <summary>Makes stories of weeks out of stories of days, as no corpus has them: an affair that is reported on until its verdict.</summary>
/// <remarks>
/// The words stay and times are drawn apart: a stretched story says more about "yesterday" than a real one would, and its later reports know less that is new.
/// What it measures is whether time alone takes a story apart.
/// </remarks>
public static class LongStories
{
    /// <summary>Least and largest factor by which the times of a story are drawn apart.</summary>
    public const double LeastFactor = 3, MostFactor = 10;

    /// <summary>Days over which a story without times, or with all of them the same, is spread before it is stretched.</summary>
    private const double DaysOfUndated = 3;

    /// <summary>Days within which all stories start, so that each runs beside others.</summary>
    private const double DaysOfStarts = 45;

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The same stories with new times, in order of time; seeded. Single undated reports of a dated story stay undated, behind the report of it that they came after.</summary>
    public static GoldStories Of(GoldStories stories, int seed)
    {
        ArgumentNullException.ThrowIfNull(stories);
        Random random = new(seed);
        List<(DateTimeOffset At, Report Report, string Gold)> moved = [];
        foreach (IGrouping<string, (Report Report, string Gold)> story in stories.Reports.GroupBy(r => r.Gold, StringComparer.Ordinal))
        {
            double factor = Math.Exp(Math.Log(LeastFactor) + random.NextDouble() * Math.Log(MostFactor / LeastFactor));
            DateTimeOffset start = Start.AddDays(random.NextDouble() * DaysOfStarts), at = start;
            List<DateTimeOffset> times = [.. story.Where(r => r.Report.Published is not null).Select(r => r.Report.Published!.Value.SortKey).Order()];
            bool hasTimes = times.Count > 1 && times[^1] > times[0];
            Queue<double> invented = new(Enumerable.Range(0, story.Count()).Select(_ => DaysOfUndated * random.NextDouble()).Order());
            foreach ((Report report, string gold) in story)
            {
                double day = invented.Dequeue();
                if (hasTimes && report.Published is null)
                {
                    moved.Add((at, report, gold));
                    continue;
                }

                at = start.AddDays(factor * (hasTimes ? (report.Published!.Value.SortKey - times[0]).TotalDays : day));
                moved.Add((at, report with { Published = new ReportTime(at) }, gold));
            }
        }

        return stories with { Reports = [.. moved.OrderBy(m => m.At).Select(m => (m.Report, m.Gold))] };
    }
}
