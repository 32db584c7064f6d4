using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Language.Quotations;
using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>A report as the rules of attribution see it: words, their classes, quotations, and units to look for cues in.</summary>
/// <remarks>
/// A unit is a sentence, or several where the sentence splitter cut inside a quotation ("It is over. We are done," he said).
/// Safe to share; nothing changes after construction.
/// </remarks>
internal sealed class ReadingText
{
    public ReadingText(LinguisticText source)
    {
        Source = source;
        Text = source.Text;
        Tokens = source.Tokens;
        Lower = new string[Tokens.Length];
        Class = new WordClass[Tokens.Length];
        QuoteOf = new int[Tokens.Length];
        Quotes = QuotationScanner.Scan(Text, source.Paragraphs);
        for (int i = 0; i < Tokens.Length; i++)
        {
            Lower[i] = LowerOf(Tokens[i].Span.In(Text));
            Class[i] = WordClasses.Of(this, i);
        }

        QuoteTokens = MarkQuotes();
        Scope = MarkScopes();
        SubjectOf = MarkChildren("nsubj", "nsubj:pass");
        ClauseOf = MarkChildren("ccomp", "ccomp");
        Units = CutUnits();
    }

    /// <summary>Longer stretches are cut: the rules look at all cues of a unit together, and their cost must stay linear in the text.</summary>
    private const int MaxUnit = 500;

    public LinguisticText Source { get; }

    public string Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    public string[] Lower { get; }

    public WordClass[] Class { get; }

    /// <summary>Index of the quotation whose words a token is among, or -1; the outer marks themselves have -1.</summary>
    public int[] QuoteOf { get; }

    public ImmutableArray<Quotation> Quotes { get; }

    /// <summary>As <see cref="QuoteOf"/>, but -1 also inside a quotation that is only part of the reporter's sentence (Seoul "expects that ..."):
    /// its grammar is that of the words around it.</summary>
    public int[] Scope { get; }

    /// <summary>The parser's subject of each token, or -1.</summary>
    public int[] SubjectOf { get; }

    /// <summary>The parser's complement clause of each token, by its head, or -1.</summary>
    public int[] ClauseOf { get; }

    /// <summary>The tokens of each quotation, without its outer marks.</summary>
    public ImmutableArray<TokenRange> QuoteTokens { get; }

    public ImmutableArray<Unit> Units { get; }

    /// <summary>The unit that a token stands in.</summary>
    public int UnitOf(int token)
    {
        int low = 0, high = Units.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Units[middle].Tokens.To <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public bool IsCapital(int token) => char.IsUpper(Text[Tokens[token].Span.Start]);

    public TextSpan Span(TokenRange range) => new(Tokens[range.From].Span.Start, Tokens[range.To - 1].Span.End);

    public string Words(TokenRange range) => range.IsEmpty ? "" : Span(range).In(Text).ToString();

    /// <summary>Whether a quotation's closing mark ends at this offset.</summary>
    public bool ClosesQuoteAt(int offset)
    {
        int low = 0, high = Quotes.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int end = Quotes[middle].Outer.End;
            if (end == offset)
                return true;
            if (end < offset)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }

    private static string LowerOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (int i = 0; i < word.Length; i++)
            buffer[i] = word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
        return new string(buffer);
    }

    private ImmutableArray<TokenRange> MarkQuotes()
    {
        Array.Fill(QuoteOf, -1);
        ImmutableArray<TokenRange>.Builder ranges = ImmutableArray.CreateBuilder<TokenRange>(Quotes.Length);
        int at = 0;
        for (int q = 0; q < Quotes.Length; q++)
        {
            while (at < Tokens.Length && Tokens[at].Span.Start < Quotes[q].Inner.Start)
                at++;
            int from = at;
            while (at < Tokens.Length && Tokens[at].Span.Start < Quotes[q].Inner.End)
                QuoteOf[at++] = q;
            ranges.Add(new TokenRange(from, at));
        }

        return ranges.ToImmutable();
    }

    private int[] MarkScopes()
    {
        int[] scope = (int[])QuoteOf.Clone();
        foreach (TokenRange quote in QuoteTokens)
        {
            if (quote.IsEmpty || quote.From < 2 || IsCapital(quote.From) || !char.IsLetter(Lower[quote.From][0]))
                continue;
            // Behind a comma, a colon or a full stop somebody speaks; a capital is a sentence of his own.
            if (Class[quote.From - 1] == WordClass.QuoteMark && Class[quote.From - 2] is not (WordClass.Comma or WordClass.Colon or WordClass.Stop or WordClass.QuoteMark or WordClass.Dash))
                Array.Fill(scope, -1, quote.From, quote.Length);
        }

        return scope;
    }

    private int[] MarkChildren(string relation, string other)
    {
        int[] children = new int[Tokens.Length];
        Array.Fill(children, -1);
        for (int i = 0; i < Tokens.Length; i++)
        {
            int head = Tokens[i].Head;
            if (head >= 0 && head < children.Length && (Tokens[i].Deprel == relation || Tokens[i].Deprel == other))
                children[head] = i;
        }

        return children;
    }

    private ImmutableArray<Unit> CutUnits()
    {
        ImmutableArray<Unit>.Builder units = ImmutableArray.CreateBuilder<Unit>(Source.Sentences.Length);
        int start = -1;
        int paragraph = 0;
        for (int s = 0; s < Source.Sentences.Length; s++)
        {
            Sentence sentence = Source.Sentences[s];
            if (sentence.EndToken <= sentence.FirstToken)
                continue;
            if (start < 0)
                (start, paragraph) = (sentence.FirstToken, sentence.Paragraph);
            int end = sentence.EndToken;
            while (end - start > MaxUnit)
            {
                units.Add(new Unit(new TokenRange(start, start + MaxUnit), paragraph, sentence.Paragraph));
                start += MaxUnit;
            }

            if (end < Tokens.Length && s + 1 < Source.Sentences.Length && RunsOn(end))
                continue;
            units.Add(new Unit(new TokenRange(start, end), paragraph, sentence.Paragraph));
            start = -1;
        }

        return units.ToImmutable();
    }

    /// <summary>Whether a sentence that ends before <paramref name="next"/> ends inside a quotation, or just before its closing mark.</summary>
    private bool RunsOn(int next)
    {
        if (QuoteOf[next - 1] >= 0 && QuoteOf[next] == QuoteOf[next - 1])
            return true;
        return QuoteOf[next - 1] >= 0 && Class[next] == WordClass.QuoteMark && !Tokens[next].SpaceBefore;
    }
}
