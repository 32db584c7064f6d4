using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Language;

namespace Stemma.Training.Coreference;

/// <summary>News texts with the automatic coreference of CoreNLP, as PolNeAR comes with them.</summary>
internal static class SilverDocuments
{
    /// <returns>Each text as ours reads it, and the chain of the shortest mention around each token, with that mention's length in CoreNLP's words.</returns>
    public static IEnumerable<(LinguisticText Text, (string? Chain, int Length)[] Chains)> Read(string texts, string layers, LanguageEngine engine)
    {
        Dictionary<string, string> byName = [];
        foreach (string line in Lines(texts))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            byName.TryAdd(document.RootElement.GetProperty("doc_id").GetString()!, document.RootElement.GetProperty("text").GetString()!);
        }

        string? name = null;
        List<(int Start, string Chains)> words = [];
        foreach (string line in Lines(layers).Append("# doc "))
        {
            if (line.StartsWith("# doc ", StringComparison.Ordinal))
            {
                if (name is not null && byName.TryGetValue(name, out string? text) && !text.Any(char.IsSurrogate))
                    yield return Of(engine.Analyse(text), words);
                name = line["# doc ".Length..];
                words.Clear();
            }
            else if (line.Length > 0)
            {
                string[] cells = line.Split('\t');
                words.Add((int.Parse(cells[1], CultureInfo.InvariantCulture), cells[9]));
            }
        }
    }

    private static (LinguisticText, (string?, int)[]) Of(LinguisticText text, List<(int Start, string Chains)> words)
    {
        // "4:2-4|6:3-9": chain 4 from word 2 up to, not with, word 4 of its sentence; told at its first word.
        (string? Chain, int Length)[] byWord = new (string?, int)[words.Count];
        for (int w = 0; w < words.Count; w++)
        {
            foreach (string chain in words[w].Chains == "_" ? [] : words[w].Chains.Split('|'))
            {
                string[] parts = chain.Split(':', '-');
                int length = int.Parse(parts[2], CultureInfo.InvariantCulture) - int.Parse(parts[1], CultureInfo.InvariantCulture);
                for (int i = w; i < w + length && i < words.Count; i++)
                {
                    if (byWord[i].Chain is null || byWord[i].Length >= length)
                        byWord[i] = (parts[0], length);
                }
            }
        }

        (string?, int)[] chains = new (string?, int)[text.Tokens.Length];
        int at = 0;
        for (int t = 0; t < chains.Length; t++)
        {
            while (at + 1 < words.Count && words[at + 1].Start <= text.Tokens[t].Span.Start)
                at++;
            if (at < words.Count)
                chains[t] = byWord[at];
        }

        return (text, chains);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using StreamReader reader = new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
