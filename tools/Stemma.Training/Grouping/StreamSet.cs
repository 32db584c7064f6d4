using Stemma.Evaluation.Grouping;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Training.Grouping;

/// <summary>A stream of reports with gold stories.</summary>
/// <param name="Folds">Topic of each report, for leaving whole topics out: events of one template are one topic.</param>
internal sealed record StreamSet(string Name, IReadOnlyList<Report> Reports, IReadOnlyList<string> Gold, IReadOnlyList<string> Folds)
{
    private readonly Lazy<ReportTerms[]> terms = new(() => [.. Reports.Select(ReportTerms.Read)]);

    /// <param name="path">As <see cref="GoldStories.Read"/> takes it.</param>
    public static StreamSet Read(string path) => Of(path, GoldStories.Read(path));

    private static StreamSet Of(string name, GoldStories stories)
    {
        (Report Report, string Gold)[] all = [.. stories.Reports.DistinctBy(r => r.Report.Id)];
        return new StreamSet(name, [.. all.Select(a => a.Report)], [.. all.Select(a => a.Gold)], [.. all.Select(a => Topic(a.Gold))]);
    }

    /// <summary>The same stories with times drawn apart over weeks; seeded.</summary>
    public StreamSet Long(int seed) => Of("long " + Name, LongStories.Of(new GoldStories([.. Reports.Zip(Gold)], []), seed));

    /// <summary>Each story on its own, in order of arrival.</summary>
    public IEnumerable<StreamSet> Single() => Folds.Distinct(StringComparer.Ordinal).Select(topic => Where(t => t == topic));

    /// <summary>Only the reports of some topics.</summary>
    public StreamSet Where(Func<string, bool> topic)
    {
        int[] kept = [.. Enumerable.Range(0, Reports.Count).Where(i => topic(Folds[i]))];
        return new StreamSet(Name, [.. kept.Select(i => Reports[i])], [.. kept.Select(i => Gold[i])], [.. kept.Select(i => Folds[i])]);
    }

    public GroupingScore Score(GroupingWeights weights)
    {
        StoryGrouper grouper = new(weights);
        foreach (ReportTerms report in terms.Value)
            grouper.Add(report);
        return GroupingScore.Of([.. Reports.Select((r, i) => (grouper.StoryOf(r.Id)!, Gold[i]))]);
    }

    /// <summary>The same with times moved by up to so many days either way, and some taken away; seeded.</summary>
    public StreamSet Disturbed(double days, double without, int seed)
    {
        Random random = new(seed);
        return new StreamSet(
            Name,
            [.. Reports.Select(r =>
            {
                bool none = random.NextDouble() < without;
                double shift = days * (2 * random.NextDouble() - 1);
                return none || r.Published is not { } time ? r with { Published = none ? null : r.Published }
                    : r with { Published = ReportTime.TryParse(time.SortKey.AddDays(shift).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), out ReportTime moved) ? moved : time };
            })],
            Gold,
            Folds);
    }

    /// <summary>"25ecb" and "25ecbplus" are two events of one template.</summary>
    private static string Topic(string gold) => gold.EndsWith("ecbplus", StringComparison.Ordinal) ? gold[..^7] : gold.EndsWith("ecb", StringComparison.Ordinal) ? gold[..^3] : gold;
}
