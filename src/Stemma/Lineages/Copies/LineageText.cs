using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Stories;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Lineages;

/// <summary>One report of a story as lineage compares it: its words as numbers, and which of them are evidence of copying.</summary>
/// <remarks>
/// Words of a quotation and of stock phrases are none: two reporters at one press conference share the quotation, and every desk writes
/// "did not immediately respond to a request for comment".
/// </remarks>
internal sealed class LineageText
{
    private LineageText(DatedReport dated, int rank, ImmutableArray<Word> words, int[] ids, bool[] isEvidence, bool[] isQuoted)
    {
        (Dated, Rank, Words, Ids, IsEvidence, IsQuoted) = (dated, rank, words, ids, isEvidence, isQuoted);
        Evidence = isEvidence.Count(e => e);
    }

    public DatedReport Dated { get; }

    /// <summary>Place in a stable order that does not depend on the order given.</summary>
    public int Rank { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>Number of each word's folded form, the same in every report of the story.</summary>
    public int[] Ids { get; }

    public bool[] IsEvidence { get; }

    public bool[] IsQuoted { get; }

    /// <summary>How many words are evidence.</summary>
    public int Evidence { get; }

    public string Id => Dated.Report.Id;

    public string Body => Dated.Report.Body;

    public static LineageText Read(DatedReport dated, int rank, Dictionary<string, int> numbers)
    {
        ImmutableArray<Word> words = [.. WordScanner.Scan(dated.Report.Body)];
        int[] ids = new int[words.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            if (!numbers.TryGetValue(words[i].Folded, out ids[i]))
                numbers.Add(words[i].Folded, ids[i] = numbers.Count);
        }

        bool[] quoted = Quoted(dated, words), evidence = new bool[words.Length];
        bool[] stock = StockPhrases.In(words);
        for (int i = 0; i < evidence.Length; i++)
            evidence[i] = !quoted[i] && !stock[i];
        return new LineageText(dated, rank, words, ids, evidence, quoted);
    }

    /// <summary>The words from one to before another, as they stand.</summary>
    public TextSpan SpanOf(int first, int end) => new(Words[first].Span.Start, Words[end - 1].Span.End);

    private static bool[] Quoted(DatedReport dated, ImmutableArray<Word> words)
    {
        bool[] quoted = new bool[words.Length];
        foreach (QuotedPassage quote in dated.Annotation.Quotes)
            Mark(quote.Span);
        string body = dated.Report.Body;
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] is not ('"' or '\u201c'))
                continue;
            int length = body.AsSpan(i + 1).IndexOfAny("\"\u201d\n");
            int end = length < 0 ? body.Length : i + 1 + length;
            Mark(new TextSpan(i, end));
            i = end;
        }

        return quoted;

        void Mark(TextSpan span)
        {
            for (int w = FirstAtOrAfter(words, span.Start); w < words.Length && words[w].Span.Start < span.End; w++)
                quoted[w] = true;
        }
    }

    private static int FirstAtOrAfter(ImmutableArray<Word> words, int start)
    {
        int low = 0, high = words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (words[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
