using System.Text.Json;
using Stemma.Evaluation.Attributions;
using Stemma.Evaluation.Grouping;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Training.Grouping;

/// <summary>A stream of reports with gold stories.</summary>
/// <param name="Folds">Topic of each report, for leaving whole topics out: events of one template are one topic.</param>
internal sealed record StreamSet(string Name, IReadOnlyList<Report> Reports, IReadOnlyList<string> Gold, IReadOnlyList<string> Folds)
{
    private readonly Lazy<ReportTerms[]> terms = new(() => [.. Reports.Select(ReportTerms.Read)]);

    /// <summary>JSON Lines with <c>story_id</c>; or a folder of stories, where each report of a folder <c>noise</c> is alone.</summary>
    public static StreamSet Read(string path)
    {
        ReportReader reader = new();
        List<(Report Report, string Gold)> all = [];
        if (Directory.Exists(path))
        {
            foreach (string folder in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal))
            {
                string[] files = [.. Directory.EnumerateFiles(folder).Where(f => !f.EndsWith("gold.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
                bool noise = Path.GetFileName(folder) == "noise";
                foreach (RawReport raw in new InputReader().Read(files, default).Reports)
                    all.Add((reader.Read(raw), noise ? "noise " + raw.Input : Path.GetFileName(folder)));
            }

            all = [.. all.OrderBy(r => r.Report.Published is null).ThenBy(r => r.Report.Published?.SortKey)];
        }
        else
        {
            Dictionary<string, string> gold = new(StringComparer.Ordinal);
            foreach (string line in GoldLines.Read(path))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                gold[document.RootElement.GetProperty("id").ToString()] = document.RootElement.GetProperty("story_id").ToString();
            }

            foreach (RawReport raw in new InputReader().Read([path], default).Reports)
                all.Add((reader.Read(raw), gold[raw.Id!]));
        }

        all = [.. all.DistinctBy(r => r.Report.Id)];
        return new StreamSet(path, [.. all.Select(a => a.Report)], [.. all.Select(a => a.Gold)], [.. all.Select(a => Topic(a.Gold))]);
    }

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
