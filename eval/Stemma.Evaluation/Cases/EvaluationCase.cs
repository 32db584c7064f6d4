using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>A story with gold: what to read, and what should be found in it.</summary>
/// <param name="Name">The folder's or the gold file's name.</param>
/// <param name="GoldFile">Path of the gold.</param>
/// <param name="Inputs">Paths of the reports, in ordinal order.</param>
public sealed record EvaluationCase(string Name, string GoldFile, ImmutableArray<string> Inputs)
{
    /// <summary>
    /// The cases in a folder, by name: the folder itself or its folders where they hold a <c>gold.json</c> next to their reports; or else its
    /// gold files <c>NAME.json</c>, whose reports stand in <c>NAME</c> under <paramref name="samples"/>.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The folder, or the reports of a gold file, are missing.</exception>
    public static ImmutableArray<EvaluationCase> Find(string directory, string? samples = null)
    {
        if (File.Exists(Path.Combine(directory, "gold.json")))
            return [Beside(Path.GetFullPath(directory))];
        ImmutableArray<EvaluationCase> folders = [.. Sorted(Directory.GetDirectories(directory))
            .Where(d => File.Exists(Path.Combine(d, "gold.json"))).Select(Beside)];
        if (!folders.IsEmpty)
            return folders;
        samples ??= SamplesBeside(directory);
        return [.. Sorted(Directory.GetFiles(directory, "*.json")).Select(gold => Apart(gold, samples))];
    }

    /// <summary>The reports of other events that stand beside the cases, in ordinal order; none where there is no folder <c>noise</c>.</summary>
    public static ImmutableArray<string> FindNoise(string directory, string? samples = null)
    {
        string[] places = [Path.Combine(directory, "noise"), Path.Combine(directory, "..", "noise"), Path.Combine(samples ?? SamplesBeside(directory), "noise")];
        string? found = places.FirstOrDefault(Directory.Exists);
        return found is null ? [] : Reports(found);
    }

    public JsonElement Gold()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(GoldFile));
        return document.RootElement.Clone();
    }

    /// <summary>SHA-256 over gold and reports, in hexadecimal: changes when either does, wherever they stand.</summary>
    public string Digest()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Inputs.Prepend(GoldFile))
        {
            byte[] content = File.ReadAllBytes(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string SamplesBeside(string directory) => Path.Combine(directory, "..", "..", "samples");

    private static EvaluationCase Beside(string folder) =>
        new(Path.GetFileName(folder), Path.Combine(folder, "gold.json"), Reports(folder));

    private static EvaluationCase Apart(string gold, string samples)
    {
        string name = Path.GetFileNameWithoutExtension(gold);
        string folder = Path.Combine(samples, name);
        return Directory.Exists(folder)
            ? new EvaluationCase(name, gold, Reports(folder))
            : throw new DirectoryNotFoundException($"The reports of {gold} are missing: expected them in {folder}.");
    }

    private static ImmutableArray<string> Reports(string folder) =>
        [.. Sorted(Directory.GetFiles(folder)).Where(f => Path.GetFileName(f) is not "gold.json" && !f.EndsWith(".md", StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<string> Sorted(string[] paths) => paths.Order(StringComparer.Ordinal);
}
