using System.Collections.Immutable;
using Stemma.Language.Quotations;

namespace Stemma.Language.Coreference;

/// <summary>A text's tokens with what the rules of reference ask of them: sentence, quotation, subject.</summary>
internal sealed class TextSyntax
{
    /// <summary>Number of the stretch that each sentence belongs to: sentences joined by a quotation that runs on are one.</summary>
    private readonly int[] unitOf;

    /// <summary>Climbing ends here: a broken tree must not hold up a text.</summary>
    private const int MostSteps = 12;

    public TextSyntax(LinguisticText text)
    {
        Text = text;
        Tokens = text.Tokens;
        SentenceOf = new int[Tokens.Length];
        SubjectOf = new int[Tokens.Length];
        QuoteOf = new int[Tokens.Length];
        Array.Fill(SubjectOf, -1);
        Array.Fill(QuoteOf, -1);
        for (int s = 0; s < text.Sentences.Length; s++)
            SentenceOf.AsSpan(text.Sentences[s].FirstToken, text.Sentences[s].EndToken - text.Sentences[s].FirstToken).Fill(s);
        for (int i = 0; i < Tokens.Length; i++)
        {
            if (Tokens[i].Head >= 0 && Tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                SubjectOf[Tokens[i].Head] = i;
        }

        Quotes = QuotationScanner.Scan(text.Text, text.Paragraphs);
        int at = 0;
        for (int q = 0; q < Quotes.Length; q++)
        {
            while (at < Tokens.Length && Tokens[at].Span.Start < Quotes[q].Inner.Start)
                at++;
            while (at < Tokens.Length && Tokens[at].Span.Start < Quotes[q].Inner.End)
                QuoteOf[at++] = q;
        }

        unitOf = new int[text.Sentences.Length];
        for (int s = 1; s < unitOf.Length; s++)
        {
            int first = text.Sentences[s].FirstToken;
            bool runsOn = QuoteOf[first - 1] >= 0 && (QuoteOf[first] == QuoteOf[first - 1] || Tokens[first].Upos == Upos.Punct);
            unitOf[s] = unitOf[s - 1] + (runsOn ? 0 : 1);
        }
    }

    public LinguisticText Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Quotation> Quotes { get; }

    public int[] SentenceOf { get; }

    /// <summary>The subject of each token, or -1.</summary>
    public int[] SubjectOf { get; }

    /// <summary>Index of the quotation whose words a token is among, or -1.</summary>
    public int[] QuoteOf { get; }

    /// <summary>
    /// How far two tokens stand apart, in sentences. What is quoted at a stretch counts as one with the words that tell who said it, seen from outside: the
    /// "he" of "he said" behind four quoted sentences is still near to whoever was named before them.
    /// </summary>
    public int Distance(int from, int to) =>
        QuoteOf[from] >= 0 && QuoteOf[from] == QuoteOf[to] ? SentenceOf[to] - SentenceOf[from] : unitOf[SentenceOf[to]] - unitOf[SentenceOf[from]];

    public int ParagraphOf(int token) => Text.Sentences[SentenceOf[token]].Paragraph;

    /// <summary>The first of a row that a token is joined to ("A" for "B" in "A and B"), itself where it is in none.</summary>
    public int RowHead(int token)
    {
        for (int step = 0; step < MostSteps && Tokens[token].Deprel == "conj" && Tokens[token].Head >= 0; step++)
            token = Tokens[token].Head;
        return token;
    }

    /// <param name="top">A phrase's uppermost token.</param>
    public Role RoleOf(int top)
    {
        string relation = Tokens[RowHead(top)].Deprel;
        return relation switch
        {
            "obj" or "iobj" => Role.Object,
            "nmod:poss" => Role.Possessor,
            "appos" => Role.Apposition,
            _ when relation.StartsWith("nsubj", StringComparison.Ordinal) => Role.Subject,
            _ when relation.StartsWith("obl", StringComparison.Ordinal) => Role.Oblique,
            _ when relation.StartsWith("nmod", StringComparison.Ordinal) => Role.Modifier,
            _ => Role.Other,
        };
    }

    /// <summary>The governor of a phrase, past a row it may be in; -1 for a root.</summary>
    public int GovernorOf(int top) => Tokens[RowHead(top)].Head;

    /// <summary>How many subjects, going up from a token, until <paramref name="subject"/> is reached: 1 for that of its own clause, 0 where it is none.</summary>
    public int SubjectLevel(int token, int subject)
    {
        int level = 0;
        int at = Tokens[token].Head;
        for (int step = 0; step < MostSteps && at >= 0; step++)
        {
            int found = SubjectOf[at];
            if (found >= 0 && found != token)
            {
                level++;
                if (found == subject)
                    return level;
            }

            at = Tokens[at].Head;
        }

        return 0;
    }

    public bool IsUnder(int token, int ancestor)
    {
        int at = token;
        for (int step = 0; step < MostSteps && at >= 0; step++)
        {
            if (at == ancestor)
                return true;
            at = Tokens[at].Head;
        }

        return false;
    }
}
