using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Reports;

namespace Stemma.Evaluation.Real;

/// <summary>Real reports of one event, read from a corpus that is not ours to pass on, with gold of our own that holds offsets and no text.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal; since it holds those of the reports' texts, it changes when they do.</param>
/// <param name="Reports">The reports as the corpus has them: text, and outlet and day where it gives them.</param>
/// <param name="Gold">As in a case's <c>gold.json</c>, its offsets replaced by the words.</param>
public sealed record RealCase(string Name, string Digest, ImmutableArray<RawReport> Reports, JsonElement Gold)
{
    /// <summary>
    /// The files of a folder, in ordinal order, that tell by a field <c>corpus</c> that their texts stand elsewhere; none for a folder of other cases, or
    /// that is not there.
    /// </summary>
    public static ImmutableArray<string> FilesIn(string directory) =>
        Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).Where(f => Parsed(f)?["corpus"] is not null)]
            : [];

    /// <summary>Where the corpora stand for a folder of this repository: in <c>../shared/corpora</c> beside its checkout.</summary>
    public static string CorporaBeside(string directory) => Path.GetFullPath(Path.Combine(directory, "..", "..", "..", "shared", "corpora"));

    /// <param name="file">A file of <see cref="FilesIn"/>.</param>
    /// <param name="corpora">The folder under which its corpus stands.</param>
    /// <exception cref="InvalidDataException">A text differs from the one that was annotated, or an offset lies outside it.</exception>
    /// <exception cref="IOException">The corpus is not there.</exception>
    /// <exception cref="JsonException">The file is not of this form.</exception>
    public static RealCase Load(string file, string corpora)
    {
        if (Parsed(file) is not { } root || root["corpus"]?.GetValue<string>() is not { } corpus || root["reports"] is not JsonArray listed)
            throw new JsonException($"{file} needs corpus and reports.");
        (string Key, string Id, string Digest)[] wanted = [.. listed.Select(r => (Field(r, "file"), Field(r, "id"), Field(r, "sha256")))];
        ImmutableDictionary<string, RawReport> read = CorpusReports.Read(Path.Combine(corpora, corpus), [.. wanted.Select(w => w.Id)]);
        foreach ((string key, string id, string digest) in wanted)
        {
            if (DigestOf(read[id].Text) != digest)
                throw new InvalidDataException($"{file}: the text of {key} ({id} in {corpus}) is not the one that was annotated; its SHA-256 is {DigestOf(read[id].Text)}.");
        }

        ImmutableDictionary<string, string> texts = wanted.ToImmutableDictionary(w => w.Key, w => read[w.Id].Text, StringComparer.Ordinal);
        using JsonDocument gold = JsonDocument.Parse(new OffsetGold(texts).Resolve(root)!.ToJsonString());
        return new RealCase(
            Path.GetFileNameWithoutExtension(file),
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
            [.. wanted.Select(w => read[w.Id] with { Input = $"{corpus}#{w.Key}", Id = w.Key })],
            gold.RootElement.Clone());

        string Field(JsonNode? report, string name) =>
            report?[name]?.GetValue<string>() ?? throw new JsonException($"{file}: a report needs {name}.");
    }

    /// <summary>SHA-256 of a text in UTF-8, in hexadecimal.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonObject? Parsed(string file) => JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject;
}
