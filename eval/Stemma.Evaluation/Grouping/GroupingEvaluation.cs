using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Evaluation.Grouping;

/// <summary>Measures grouping on JSON Lines with a <c>story_id</c>, in the order given, as a stream: each report where it is once all have been seen.</summary>
public sealed class GroupingEvaluation
{
    public static readonly EvaluationTask Task = new("grouping", "Stories: BCubed and pairwise precision, recall and F1 against story_id.");

    private readonly ReportReader reader = new();

    /// <param name="path">One file, gzipped or not.</param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks <c>id</c> or <c>story_id</c>.</exception>
    public GroupingScore Run(string path, CancellationToken cancellation)
    {
        Dictionary<string, string> gold = Gold(path);
        StoryGrouper grouper = new();
        Assignments assignments = new();
        List<(string Report, string Id)> placed = [];
        foreach (RawReport raw in new InputReader().Read([path], cancellation).Reports)
        {
            cancellation.ThrowIfCancellationRequested();
            Report report = reader.Read(raw);
            assignments.Apply(report.Id, grouper.Add(report));
            placed.Add((report.Id, raw.Id ?? raw.Input));
        }

        // A report that was rejected is in no story: it counts as one alone, as in the contract's scorer.
        Dictionary<string, string> found = placed.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => assignments.StoryOf(p.Report), StringComparer.Ordinal);
        return GroupingScore.Of([.. gold.Select(g => (found.GetValueOrDefault(g.Key, "missing " + g.Key), g.Value))]);
    }

    private static Dictionary<string, string> Gold(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(plain, Encoding.UTF8);
        Dictionary<string, string> gold = new(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim().Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            gold[document.RootElement.GetProperty("id").ToString()] = document.RootElement.GetProperty("story_id").ToString();
        }

        return gold;
    }
}
