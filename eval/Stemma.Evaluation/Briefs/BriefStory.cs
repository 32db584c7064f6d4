using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Intake;
using Stemma.Reports;

namespace Stemma.Evaluation.Briefs;

/// <summary>Reports that are read together, and briefed as the stories they are found to tell.</summary>
internal sealed record BriefStory(string Name, ImmutableArray<RawReport> Reports)
{
    /// <summary>A stream with <c>story_id</c> gives its stories of at least two reports, in order of arrival; a folder whose own folders hold reports gives one each; anything else is one.</summary>
    /// <param name="most">How many stories are taken of a stream.</param>
    public static IEnumerable<BriefStory> Find(string path, int most, CancellationToken cancellation)
    {
        if (File.Exists(path) && StoryIds(path) is { Count: > 0 } ids)
            return OfStream(path, ids, most, cancellation);
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new FileNotFoundException($"{path} is not there.");
        string[] folders = Directory.Exists(path) && Directory.GetFiles(path).All(IsNoReport) ? Directory.GetDirectories(path) : [path];
        return folders.Order(StringComparer.Ordinal).Select(folder => new BriefStory(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), Read(folder, cancellation)));
    }

    private static bool IsNoReport(string file) => Path.GetFileName(file) is "gold.json" || file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<RawReport> Read(string path, CancellationToken cancellation) =>
        new InputReader().Read(
            Directory.Exists(path) ? [.. Directory.GetFiles(path).Where(f => !IsNoReport(f)).Order(StringComparer.Ordinal)] : [path], cancellation).Reports;

    private static IEnumerable<BriefStory> OfStream(string path, Dictionary<string, string> ids, int most, CancellationToken cancellation) =>
        Read(path, cancellation)
            .GroupBy(r => ids.GetValueOrDefault(r.Id ?? "", ""), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0 && g.Count() > 1)
            .Take(most)
            .Select(g => new BriefStory(g.Key, [.. g]));

    /// <summary>Story by report id; empty where the file is no such stream.</summary>
    private static Dictionary<string, string> StoryIds(string path)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        if (!path.EndsWith(".jsonl", StringComparison.Ordinal) && !path.EndsWith(".jsonl.gz", StringComparison.Ordinal))
            return ids;
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(plain, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim().Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("id", out JsonElement id) && document.RootElement.TryGetProperty("story_id", out JsonElement story))
                ids[id.ToString()] = story.ToString();
        }

        return ids;
    }
}
