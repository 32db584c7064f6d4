using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Training.Networks;

/// <summary>Writes PolNeAR's documents as the trainer of the attribution network reads them: the engine's own tokens and features, and who belongs to which cue.</summary>
/// <remarks>
/// <c># doc NAME</c> opens a document; a line a token: start, end, hash, rows of the tables, whether it stands in a quotation (0, 1), whether it opens a paragraph (0, 1),
/// part (0 none, 1 cue, 2 source, 3 content), index in the document of the first word of its cue (-1: none); a blank line ends a sentence. Offsets count UTF-16 code units.
/// </remarks>
internal static class AttributionExamples
{
    public static void Write(string output, string corpus)
    {
        LanguageEngine engine = new(new LanguageOptions { Trees = false });
        using StreamWriter writer = new(output);
        HashSet<string> seen = new(StringComparer.Ordinal);
        using GZipStream stream = new(File.OpenRead(corpus), CompressionMode.Decompress);
        using StreamReader reader = new(stream, Encoding.UTF8);
        int lost = 0, attributions = 0;
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;

            // A text that several people annotated counts once: the first.
            if (!seen.Add(root.GetProperty("doc_id").GetString()!))
                continue;
            string text = root.GetProperty("text").GetString()!;
            LinguisticText read = engine.Analyse(text);
            int[] part = new int[read.Tokens.Length], cueOf = new int[read.Tokens.Length];
            Array.Fill(cueOf, -1);
            int[] units = Units(text);
            foreach (JsonElement attribution in root.GetProperty("attributions").EnumerateArray())
            {
                attributions++;
                List<int> cue = Tokens(read, units, attribution.GetProperty("cue"));
                if (cue.Count == 0)
                {
                    lost++;
                    continue;
                }

                Mark(cue, 1);
                Mark(Tokens(read, units, attribution.GetProperty("source")), 2);
                Mark(Tokens(read, units, attribution.GetProperty("content")), 3);

                void Mark(List<int> tokens, int kind)
                {
                    foreach (int token in tokens.Where(t => part[t] == 0))
                        (part[token], cueOf[token]) = (kind, cue[0]);
                }
            }

            writer.WriteLine($"# doc {root.GetProperty("doc_id").GetString()}");
            Write(writer, read, part, cueOf);
        }

        Console.WriteLine($"{corpus}: {seen.Count} documents, {attributions} attributions, {lost} without a cue");
    }

    private static void Write(StreamWriter writer, LinguisticText read, int[] part, int[] cueOf)
    {
        int[] quoted = new ReadingText(read).QuoteOf;
        int paragraph = -1;
        Span<int> rows = stackalloc int[TokenRows.TableSizes.Length];
        foreach (Sentence sentence in read.Sentences)
        {
            TextSpan[] spans = [.. Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Select(i => read.Tokens[i].Span)];
            WordForm[] forms = new WordForm[spans.Length];
            WordForm.Fill(read.Text, spans, forms);
            for (int i = 0; i < forms.Length; i++)
            {
                int token = sentence.FirstToken + i;
                TokenRows.Fill(forms[i], rows);
                writer.Write(FormattableString.Invariant($"{spans[i].Start}\t{spans[i].End}\t{forms[i].Word.ToString("x16", CultureInfo.InvariantCulture)}"));
                foreach (int row in rows)
                    writer.Write(FormattableString.Invariant($"\t{row}"));
                writer.WriteLine(FormattableString.Invariant(
                    $"\t{(quoted[token] >= 0 ? 1 : 0)}\t{(i == 0 && sentence.Paragraph != paragraph ? 1 : 0)}\t{part[token]}\t{cueOf[token]}"));
            }

            paragraph = sentence.Paragraph;
            writer.WriteLine();
        }
    }

    private static List<int> Tokens(LinguisticText read, int[] units, JsonElement spans)
    {
        List<int> tokens = [];
        foreach (JsonElement span in spans.EnumerateArray())
        {
            int start = units[span[0].GetInt32()], end = units[span[1].GetInt32()];
            for (int i = 0; i < read.Tokens.Length; i++)
            {
                if (read.Tokens[i].Span.Start < end && read.Tokens[i].Span.End > start)
                    tokens.Add(i);
            }
        }

        tokens.Sort();
        return tokens;
    }

    /// <summary>The UTF-16 offset of each code point, and of the end.</summary>
    private static int[] Units(string text)
    {
        List<int> units = [];
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
