using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Text;

namespace Stemma.Evaluation.Mentions;

/// <summary>Reads GUM's CoNLL-U: words, sentences, paragraphs, and coreference from MISC (<c>Entity=</c>).</summary>
/// <remarks>
/// The form of <c>Entity</c> is that of CorefUD 1.0: brackets that open with a chain's number and fields parted by hyphens, of which the second is
/// the kind. Texts whose words are withheld are left out.
/// </remarks>
internal sealed class GumReader
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> tokens = [];
    private readonly List<int> ends = [];
    private readonly List<GumWord> words = [];
    private readonly List<GoldMention> mentions = [];
    private readonly Dictionary<string, Stack<(int First, string[] Fields)>> open = [];
    private string id = "";
    private int gluedUntil;
    private bool rangeGlued;

    /// <param name="genres">Only documents of these; empty for all.</param>
    public static IEnumerable<GumDocument> Read(string path, ImmutableHashSet<string> genres)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(plain, Encoding.UTF8);
        GumReader reader = new();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (reader.Finish(genres) is { } document)
                    yield return document;
                reader = new GumReader { id = line["# newdoc id = ".Length..] };
            }
            else
            {
                reader.Take(line);
            }
        }

        if (reader.Finish(genres) is { } last)
            yield return last;
    }

    private GumDocument? Finish(ImmutableHashSet<string> genres)
    {
        // A file may end without the blank line that ends its last sentence.
        EndSentence();
        if (words.Count == 0 || words.All(w => w.Lower.Trim('_').Length == 0))
            return null;
        GumDocument document = new(id, text.ToString(), [.. tokens], [.. ends], [.. words], [.. mentions.OrderBy(m => m.First).ThenByDescending(m => m.End)]);
        return genres.IsEmpty || genres.Contains(document.Genre) ? document : null;
    }

    private void Take(string line)
    {
        if (line.StartsWith("# newpar", StringComparison.Ordinal) && words.Count > 0 && text[^1] != '\n')
            text.Append("\n\n");
        if (line.Length == 0)
            EndSentence();
        if (line.Length == 0 || line[0] == '#')
            return;
        string[] cells = line.Split('\t');
        if (cells.Length < 10)
            throw new InvalidDataException($"'{line}' has not the ten columns of CoNLL-U.");
        bool glued = cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        int dash = cells[0].IndexOf('-', StringComparison.Ordinal);
        if (dash > 0)
            (gluedUntil, rangeGlued) = (int.Parse(cells[0][(dash + 1)..], CultureInfo.InvariantCulture), glued);
        if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return;
        AddWord(cells, number < gluedUntil || (number == gluedUntil ? rangeGlued : glued));
    }

    private void AddWord(string[] cells, bool glued)
    {
        int sentence = ends.Count == 0 ? 0 : ends[^1];
        tokens.Add(new TextSpan(text.Length, text.Length + cells[1].Length));
        text.Append(cells[1]).Append(glued ? "" : " ");
        int referent = -1;
        foreach (string edge in cells[8].Split('|'))
        {
            if (edge.EndsWith(":ref", StringComparison.Ordinal) && int.TryParse(edge[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out int head))
                referent = sentence + head - 1;
        }

        int governor = int.TryParse(cells[6], NumberStyles.None, CultureInfo.InvariantCulture, out int above) && above > 0 ? sentence + above - 1 : -1;
        words.Add(new GumWord(cells[1].ToLowerInvariant(), cells[2], cells[3], cells[7], governor, referent));
        foreach (string field in cells[9].Split('|'))
        {
            if (field.StartsWith("Entity=", StringComparison.Ordinal))
                AddBrackets(field["Entity=".Length..]);
        }
    }

    /// <summary>"(1-person-...-coref(2-place-...)" opens two and closes one; "1)" closes.</summary>
    private void AddBrackets(string brackets)
    {
        int at = 0;
        while (at < brackets.Length)
        {
            bool opens = brackets[at] == '(';
            int start = opens ? at + 1 : at;
            int end = brackets.AsSpan(start).IndexOfAny('(', ')');
            end = end < 0 ? brackets.Length : start + end;
            string[] fields = brackets[start..end].Split('-');
            if (opens)
            {
                if (!open.TryGetValue(fields[0], out Stack<(int, string[])>? stack))
                    open.Add(fields[0], stack = new Stack<(int, string[])>());
                stack.Push((words.Count - 1, fields));
            }

            bool closes = end < brackets.Length && brackets[end] == ')';
            if (closes && open.TryGetValue(fields[0], out Stack<(int First, string[] Fields)>? begun) && begun.TryPop(out (int First, string[] Fields) mention))
                mentions.Add(new GoldMention(mention.Fields[0], mention.Fields.Length > 1 ? mention.Fields[1] : "", mention.First, words.Count));
            at = closes ? end + 1 : end;
        }
    }

    private void EndSentence()
    {
        if (words.Count > (ends.Count == 0 ? 0 : ends[^1]))
        {
            ends.Add(words.Count);
            if (text[^1] is not ' ')
                text.Append(' ');
        }

        (gluedUntil, rangeGlued) = (0, false);
    }
}
