using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Evaluation.Extraction;

/// <summary>A page with its true text.</summary>
/// <param name="Key">File name up to the first dot.</param>
/// <param name="File">Where it lies.</param>
/// <param name="Url">Where it was found.</param>
public sealed record GoldPage(string Key, string File, string Url, string Text)
{
    /// <summary>The page's bytes, unpacked.</summary>
    public byte[] ReadBytes()
    {
        using FileStream file = System.IO.File.OpenRead(File);
        using MemoryStream bytes = new();
        if (File.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            using GZipStream unpacked = new(file, CompressionMode.Decompress);
            unpacked.CopyTo(bytes);
        }
        else
            file.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>Reads a folder of the form of the article-extraction-benchmark: <c>ground-truth.json</c> and <c>html/KEY.html[.gz]</c>.</summary>
public static class PageCorpus
{
    /// <returns>By key.</returns>
    /// <exception cref="FileNotFoundException">There is no such folder, or no gold in it.</exception>
    public static ImmutableArray<GoldPage> Read(string folder)
    {
        string gold = Path.Combine(folder, "ground-truth.json");
        if (!File.Exists(gold))
            throw new FileNotFoundException($"{folder} has no ground-truth.json: give a folder in the form of the article-extraction-benchmark", gold);
        Dictionary<string, string> files = Directory.Exists(Path.Combine(folder, "html"))
            ? Directory.EnumerateFiles(Path.Combine(folder, "html")).ToDictionary(f => Path.GetFileName(f).Split('.')[0], StringComparer.Ordinal) : [];
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(gold));
        return
        [
            .. json.RootElement.EnumerateObject()
                .Where(p => files.ContainsKey(p.Name))
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new GoldPage(p.Name, files[p.Name], Text(p.Value, "url"), Text(p.Value, "articleBody"))),
        ];
    }

    private static string Text(JsonElement page, string name) => page.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
