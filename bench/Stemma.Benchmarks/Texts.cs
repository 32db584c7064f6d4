using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Stemma.Benchmarks;

/// <summary>The texts that are read over and over.</summary>
/// <param name="Name">Where they come from.</param>
internal sealed record Texts(string Name, string[] All)
{
    private const string Polnear = "../shared/corpora/polnear/dev-input.jsonl.gz";

    /// <summary>So that a round is long enough to be timed: some 50,000 words, about as many as PolNeAR's.</summary>
    private const int SampleTimes = 24;

    /// <summary>Stretches without white space, as <c>wc -w</c> counts them.</summary>
    public int Words { get; } = All.Sum(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <param name="from">Files; empty: PolNeAR's dev texts beside the checkout, or the samples of this repository where they are not at hand.</param>
    public static Texts Find(string[] from)
    {
        if (from.Length > 0)
            return new Texts(string.Join(", ", from), [.. from.SelectMany(Lines)]);
        string root = Root();
        string polnear = Path.Combine(root, Polnear);
        if (File.Exists(polnear))
            return new Texts("PolNeAR dev", Lines(polnear));
        string[] once = [.. Directory.EnumerateFiles(Path.Combine(root, "samples"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return new Texts($"samples/, {SampleTimes} times over ({Polnear} is not at hand)", [.. Enumerable.Repeat(once.Select(File.ReadAllText), SampleTimes).SelectMany(t => t)]);
    }

    /// <summary>The texts as JSON Lines, for other engines to read the same.</summary>
    public void WriteTo(Stream output)
    {
        foreach (string text in All)
        {
            using (Utf8JsonWriter writer = new(output))
            {
                writer.WriteStartObject();
                writer.WriteString("text", text);
                writer.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }
    }

    private static string[] Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(plain, Encoding.UTF8);
        List<string> texts = [];
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            texts.Add(json.RootElement.GetProperty("text").GetString()!);
        }

        return [.. texts];
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
