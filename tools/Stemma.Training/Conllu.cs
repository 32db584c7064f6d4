using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stemma.Training;

/// <summary>One word of a CoNLL-U sentence.</summary>
/// <param name="Head">0 for the root, else the 1-based number of its head; -1 where none is given.</param>
/// <param name="Glued">No space after it.</param>
internal readonly record struct GoldWord(string Form, string Lemma, string Upos, string Xpos, int Head, string Deprel, string Misc, bool Glued);

/// <param name="Document">Id of the document it stands in.</param>
/// <param name="StartsParagraph">A new paragraph or document begins with it.</param>
internal sealed record GoldSentence(string Document, bool StartsParagraph, GoldWord[] Words)
{
    /// <summary>Texts that may not be passed on come with every word as a blank line of the form.</summary>
    public bool IsWithheld => Words.All(w => w.Form.Trim('_').Length == 0);
}

/// <summary>Reads CoNLL-U, gzipped or not.</summary>
internal static class Conllu
{
    public static List<GoldSentence> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(stream, Encoding.UTF8);
        List<GoldSentence> sentences = [];
        List<GoldWord> words = [];
        string document = "";
        bool paragraph = true;
        int gluedUntil = 0;
        bool rangeGlued = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                Flush();
                continue;
            }

            if (line[0] == '#')
            {
                paragraph |= line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal);
                if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
                    document = line["# newdoc id = ".Length..];
                continue;
            }

            string[] cells = line.Split('\t');
            int dash = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                // "12-13 don't": the parts are glued to each other, and the space after belongs to the last.
                gluedUntil = int.Parse(cells[0][(dash + 1)..], CultureInfo.InvariantCulture);
                rangeGlued = IsGlued(cells[9]);
                continue;
            }

            if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id))
                continue;
            bool glued = id < gluedUntil || (id == gluedUntil ? rangeGlued : IsGlued(cells[9]));
            int head = int.TryParse(cells[6], NumberStyles.None, CultureInfo.InvariantCulture, out int h) ? h : -1;
            words.Add(new GoldWord(cells[1], cells[2], cells[3], cells[4], head, cells[7], cells[9], glued));
        }

        Flush();
        return sentences;

        void Flush()
        {
            if (words.Count > 0)
            {
                sentences.Add(new GoldSentence(document, paragraph, [.. words]));
                paragraph = false;
            }

            words.Clear();
            gluedUntil = 0;
        }
    }

    private static bool IsGlued(string misc) => misc.Contains("SpaceAfter=No", StringComparison.Ordinal);
}
