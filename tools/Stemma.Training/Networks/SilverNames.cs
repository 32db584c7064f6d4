using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Text;

namespace Stemma.Training.Networks;

/// <summary>Sentences of PolNeAR with the names that CoreNLP found in them: not gold, but news of our time, which CoNLL's reports of 1996 are not.</summary>
internal static class SilverNames
{
    /// <param name="texts">PolNeAR's texts (JSON Lines, gzipped): doc_id, text.</param>
    /// <param name="layers">CoreNLP's layers of them (gzipped): id, begin, end, word, lemma, tag, name kind, ...</param>
    public static IEnumerable<TrainingSentence> Read(string texts, string layers)
    {
        Dictionary<string, string> bodies = new(StringComparer.Ordinal);
        foreach (string line in Lines(texts))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            bodies[document.RootElement.GetProperty("doc_id").GetString()!] = document.RootElement.GetProperty("text").GetString()!;
        }

        string? body = null;
        List<(TextSpan Span, string Name)> words = [];
        foreach (string line in Lines(layers).Append(""))
        {
            if (line.StartsWith("# doc ", StringComparison.Ordinal))
            {
                body = bodies.GetValueOrDefault(line["# doc ".Length..]);
            }
            else if (line.Length > 0)
            {
                string[] cells = line.Split('\t');
                words.Add((new TextSpan(int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture)), cells[6]));
            }
            else if (words.Count > 0)
            {
                if (body is not null && words[^1].Span.End <= body.Length)
                    yield return Sentence(body, words);
                words.Clear();
            }
        }
    }

    private static TrainingSentence Sentence(string body, List<(TextSpan Span, string Name)> words)
    {
        int start = words[0].Span.Start;
        string text = body[start..words[^1].Span.End];
        TextSpan[] spans = [.. words.Select(w => new TextSpan(w.Span.Start - start, w.Span.End - start))];
        GoldWord[] gold = new GoldWord[spans.Length];
        string last = "";
        for (int i = 0; i < gold.Length; i++)
        {
            // Neighbours of one kind are one name: CoreNLP does not say where one ends and the next begins.
            string kind = words[i].Name switch { "PERSON" => "PER", "ORGANIZATION" => "ORG", "LOCATION" => "LOC", "MISC" => "MISC", _ => "" };
            string label = kind.Length == 0 ? "O" : (kind == last ? "I-" : "B-") + kind;
            last = kind;
            gold[i] = new GoldWord(spans[i].In(text).ToString(), "_", "_", "_", -1, "_", "NER=" + label, i + 1 < gold.Length && spans[i + 1].Start == spans[i].End);
        }

        return new TrainingSentence(text, spans, gold);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using GZipStream stream = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
