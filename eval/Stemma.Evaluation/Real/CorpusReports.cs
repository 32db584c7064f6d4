using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Evaluation.Cases;
using Stemma.Reports;

namespace Stemma.Evaluation.Real;

/// <summary>Reads single reports out of a corpus by their ids.</summary>
internal static class CorpusReports
{
    /// <param name="path">JSON Lines, gzipped or not, each line with id (or doc_id) and text, and with outlet (or publisher) and published (or date) where they are known.</param>
    /// <param name="ids">As the corpus names them. A report that stands there several times, once an annotator, is read once.</param>
    /// <exception cref="InvalidDataException">The corpus lacks one of them.</exception>
    public static ImmutableDictionary<string, RawReport> Read(string path, IReadOnlyCollection<string> ids)
    {
        Dictionary<string, RawReport> found = new(StringComparer.Ordinal);
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(plain, Encoding.UTF8);
        while (found.Count < ids.Count && lines.ReadLine() is { } line)
        {
            if (line.Trim().Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            if ((document.RootElement.Text("id") ?? document.RootElement.Text("doc_id")) is { } id && ids.Contains(id))
                found.TryAdd(id, Of(document.RootElement, id));
        }

        return ids.FirstOrDefault(i => !found.ContainsKey(i)) is { } missing
            ? throw new InvalidDataException($"{path} has no report {missing}.")
            : found.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static RawReport Of(JsonElement line, string id) => new()
    {
        Input = id,
        Id = id,
        Outlet = line.Text("outlet") ?? line.Text("publisher"),
        Published = ReportTime.TryParse(line.Text("published") ?? line.Text("date"), out ReportTime time) ? time : null,
        Text = line.Text("text") ?? "",
    };
}
