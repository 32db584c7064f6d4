using System.Collections.Immutable;
using System.Globalization;
using Stemma.Intake.Files;

namespace Stemma.Intake.Conllu;

/// <summary>Reads CoNLL-U (https://universaldependencies.org/format.html), a line at a time.</summary>
/// <remarks>
/// Lines end with LF or CRLF. One broken line refuses the file: whoever lays our columns beside the file's own would otherwise compare
/// sentences that do not belong together.
/// </remarks>
internal sealed class ConlluReader
{
    private const int Columns = 10;

    private readonly ImmutableArray<ConlluSentence>.Builder sentences = ImmutableArray.CreateBuilder<ConlluSentence>();
    private readonly ImmutableArray<string>.Builder comments = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ConlluRow>.Builder rows = ImmutableArray.CreateBuilder<ConlluRow>();

    // A treebank says the same few words over and over: one string for each keeps a file of 20 MB at a third of the memory.
    private readonly HashSet<string> pool = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> pooled;
    private int words;
    private int rangeEnd;
    private long size;
    private int line;

    private ConlluReader() => pooled = pool.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="InputRejectedException">A line breaks the form; the message names it.</exception>
    public static ConlluDocument Read(string input, Stream stream, CancellationToken cancellation)
    {
        ConlluReader reader = new();
        ByteLines lines = new(stream, cancellation);
        while (lines.Next())
        {
            reader.line = lines.Number;
            reader.size += lines.Current.Length;
            if (lines.IsTooLong || reader.size > IntakeLimits.MaxReportBytes)
                throw reader.Broken("is longer, or ends a sentence longer, than 16 MB");
            reader.Add(TextDecoder.Decode(lines.Current.Span).AsSpan().TrimEnd('\r'));
        }

        reader.Close();
        return reader.sentences.Count > 0
            ? new ConlluDocument(input, reader.sentences.ToImmutable())
            : throw new InputRejectedException("CoNLL-U without a sentence");
    }

    private void Add(ReadOnlySpan<char> text)
    {
        if (text.Trim(' ').IsEmpty)
            Close();
        else if (text[0] != '#')
            rows.Add(Row(text));
        else if (rows.Count == 0)
            comments.Add(text.ToString());
        else
            throw Broken("is a comment inside a sentence");
    }

    /// <summary>Ends a sentence. Comments with a blank line under them belong to the next one.</summary>
    private void Close()
    {
        size = 0;
        if (rows.Count == 0)
            return;
        if (words == 0)
            throw Broken("ends a sentence without words");
        if (rangeEnd > words)
            throw Broken("ends a sentence before the last of its ranges does");
        sentences.Add(new ConlluSentence(comments.ToImmutable(), rows.ToImmutable()));
        comments.Clear();
        rows.Clear();
        (words, rangeEnd) = (0, 0);
    }

    private ConlluRow Row(ReadOnlySpan<char> text)
    {
        Span<Range> cells = stackalloc Range[Columns + 1];
        int count = text.Split(cells, '\t');
        if (count != Columns)
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"has {text.Count('\t') + 1} columns, not ten"));
        if (!Follows(text[cells[0]]))
            throw Broken($"has the id '{text[cells[0]][..Math.Min(20, text[cells[0]].Length)]}', which does not follow the one before it");
        if (words > IntakeLimits.MaxSentenceWords)
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"makes a sentence of more than {IntakeLimits.MaxSentenceWords} words"));
        if (text[cells[1]].IsWhiteSpace() || text.Contains('\r'))
            throw Broken("has a blank form, or a line end inside it");
        return new ConlluRow(
            Pooled(text[cells[0]]), Pooled(text[cells[1]]), Pooled(text[cells[2]]), Pooled(text[cells[3]]), Pooled(text[cells[4]]),
            Pooled(text[cells[6]]), Pooled(text[cells[7]]), Pooled(text[cells[9]]));
    }

    /// <summary>Words count from 1 without gaps; a range begins with the next word, an empty node stands after the last.</summary>
    private bool Follows(ReadOnlySpan<char> id)
    {
        int mark = id.IndexOfAny('-', '.');
        if (!Number(mark < 0 ? id : id[..mark], out int first))
            return false;
        if (mark < 0)
            return first == ++words;
        if (!Number(id[(mark + 1)..], out int second))
            return false;
        if (id[mark] == '.')
            return first == words && second > 0;
        bool follows = first == words + 1 && first > rangeEnd && second >= first;
        rangeEnd = second;
        return follows;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private string Pooled(ReadOnlySpan<char> text)
    {
        if (pooled.TryGetValue(text, out string? known))
            return known;
        string made = text.ToString();
        pool.Add(made);
        return made;
    }

    private InputRejectedException Broken(string how) => new(string.Create(CultureInfo.InvariantCulture, $"broken CoNLL-U: line {line} {how}"));
}
