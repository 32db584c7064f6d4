using System.Collections.Immutable;

namespace Stemma.Intake.Conllu;

/// <summary>Reads CoNLL-U (https://universaldependencies.org/format.html).</summary>
internal static class ConlluReader
{
    private const int Columns = 10;

    /// <exception cref="InputRejectedException">A line has not ten columns.</exception>
    public static ConlluDocument Read(string input, string text)
    {
        ImmutableArray<ConlluSentence>.Builder sentences = ImmutableArray.CreateBuilder<ConlluSentence>();
        ImmutableArray<string>.Builder comments = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<ConlluRow>.Builder rows = ImmutableArray.CreateBuilder<ConlluRow>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsWhiteSpace())
                Close();
            else if (raw[0] == '#' && rows.Count == 0)
                comments.Add(raw.ToString());
            else
                rows.Add(Row(raw.ToString().Split('\t'), number));
        }

        Close();
        return new ConlluDocument(input, sentences.ToImmutable());

        void Close()
        {
            if (rows.Count > 0)
                sentences.Add(new ConlluSentence(comments.ToImmutable(), rows.ToImmutable()));
            comments.Clear();
            rows.Clear();
        }
    }

    private static ConlluRow Row(string[] columns, int line) =>
        columns.Length == Columns && columns[0].Length > 0
            ? new ConlluRow(columns[0], columns[1], !columns[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal))
            : throw new InputRejectedException($"broken CoNLL-U: line {line} has not ten columns");
}
