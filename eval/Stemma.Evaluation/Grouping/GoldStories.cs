using System.Text.Json;
using Stemma.Evaluation.Attributions;
using Stemma.Intake;
using Stemma.Reports;

namespace Stemma.Evaluation.Grouping;

/// <summary>Reports in order of arrival, and the gold story of each.</summary>
/// <param name="Unread">Gold stories of reports that could not be read, one each.</param>
public sealed record GoldStories(IReadOnlyList<(Report Report, string Gold)> Reports, IReadOnlyList<string> Unread)
{
    /// <summary>Name of a folder of which each report is a story of its own.</summary>
    public const string Noise = "noise";

    /// <param name="path">
    /// JSON Lines with <c>story_id</c>, in order of arrival; or folders of stories, put together in order of time, with commas between them. <c>!NAME</c> among the
    /// folders leaves out the story of that name.
    /// </param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks <c>id</c> or <c>story_id</c>.</exception>
    public static GoldStories Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ILookup<bool, string> parts = path.Split(',').ToLookup(p => p.StartsWith('!'));
        if (!Directory.Exists(parts[false].First()))
            return Lines(path);
        IEnumerable<(Report Report, string Gold)> all = parts[false].SelectMany(p => Folder(p, parts[true])).DistinctBy(r => r.Report.Id);
        return new GoldStories([.. all.OrderBy(r => r.Report.Published is null).ThenBy(r => r.Report.Published?.SortKey)], []);
    }

    private static IEnumerable<(Report Report, string Gold)> Folder(string path, IEnumerable<string> leftOut)
    {
        ReportReader reader = new();
        foreach (string folder in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(folder);
            if (leftOut.Contains("!" + name, StringComparer.Ordinal))
                continue;
            string[] files = [.. Directory.EnumerateFiles(folder).Where(f => !f.EndsWith("gold.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            foreach (RawReport raw in new InputReader().Read(files, default).Reports)
                yield return (reader.Read(raw), name == Noise ? Noise + " " + raw.Input : name);
        }
    }

    private static GoldStories Lines(string path)
    {
        Dictionary<string, string> gold = new(StringComparer.Ordinal);
        foreach (string line in GoldLines.Read(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            gold[document.RootElement.GetProperty("id").ToString()] = document.RootElement.GetProperty("story_id").ToString();
        }

        ReportReader reader = new();
        List<(Report Report, string Gold)> read = [];
        foreach (RawReport raw in new InputReader().Read([path], default).Reports)
        {
            if (raw.Id is { } id && gold.Remove(id, out string? story))
                read.Add((reader.Read(raw), story));
        }

        return new GoldStories(read, [.. gold.Values]);
    }
}
