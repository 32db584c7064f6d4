using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Text;

namespace Stemma.Evaluation.Coreference;

/// <summary>A place that the annotators marked as an event.</summary>
/// <param name="Words">Its words in <see cref="EcbReport.Text"/>; at least one.</param>
/// <param name="Event">The event it means, the same across the reports of a topic; its own where it is alone.</param>
internal sealed record EcbMention(ImmutableArray<TextSpan> Words, string Event);

/// <summary>A report of ECB+ (Cybulska and Vossen 2014) with the events of its validated sentences.</summary>
/// <param name="Topic">Two stories of like events ("1": two actresses check in, each into her clinic).</param>
/// <param name="Story">The reports of one of them.</param>
internal sealed record EcbReport(string Id, string Topic, string Story, string Split, string Text, ImmutableArray<EcbMention> Mentions)
{
    /// <param name="path">JSON Lines, gzipped or not, each line with doc_id, topic, subtopic, split, text, sentences, selected_sentences and mentions.</param>
    /// <exception cref="InvalidDataException">The sentence of a mention does not stand in the text.</exception>
    public static IEnumerable<EcbReport> Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(plain, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim().Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            yield return Of(document.RootElement);
        }
    }

    private static EcbReport Of(JsonElement line)
    {
        string id = line.GetProperty("doc_id").GetString()!, text = line.GetProperty("text").GetString()!, topic = line.GetProperty("topic").ToString();
        List<TextSpan[]?> sentences = [];
        int from = 0;
        foreach (JsonElement sentence in line.GetProperty("sentences").EnumerateArray())
        {
            TextSpan[]? words = WordsAt(text, from, [.. sentence.EnumerateArray().Select(w => w.GetString()!.Trim())]);
            sentences.Add(words);
            from = words is [.., TextSpan last] ? last.End : from;
        }

        // Only these were checked by the annotators and count in the literature.
        HashSet<int> selected = [.. line.GetProperty("selected_sentences").EnumerateArray().Select(s => s.GetInt32())];
        ImmutableArray<EcbMention> mentions = [.. line.GetProperty("mentions").EnumerateArray()
            .Where(m => m.GetProperty("type").GetString()!.Contains("ACTION_", StringComparison.Ordinal) && selected.Contains(m.GetProperty("sent").GetInt32()))
            .Select(m => new EcbMention(
                [.. m.GetProperty("toks").EnumerateArray().Select(t => Sentence(m)[t.GetInt32()])],
                topic + "/" + m.GetProperty("chain").GetString()))];
        return new EcbReport(id, topic, line.GetProperty("subtopic").ToString(), line.GetProperty("split").GetString()!, text, mentions);

        TextSpan[] Sentence(JsonElement mention) => sentences[mention.GetProperty("sent").GetInt32()]
            ?? throw new InvalidDataException($"{id}: the sentence of '{mention.GetProperty("text").GetString()}' does not stand in the text where it should.");
    }

    /// <summary>Where the words stand, one behind another; null where they do not: the text leaves out the address that some reports start with.</summary>
    private static TextSpan[]? WordsAt(string text, int from, string[] words)
    {
        TextSpan[] found = new TextSpan[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from]))
                from++;
            if (string.CompareOrdinal(text, from, words[i], 0, words[i].Length) != 0)
                return null;
            found[i] = new TextSpan(from, from += words[i].Length);
        }

        return found;
    }
}
