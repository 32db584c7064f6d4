using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Stemma.Language.Networks;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts English text into paragraphs, sentences and tokens, tags them, and finds names.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
public sealed class LanguageEngine
{
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;
    private readonly SentenceReader reader;

    /// <exception cref="InvalidDataException">A model file is damaged or of another version; the message names it and the remedy.</exception>
    public LanguageEngine()
        : this(new LanguageOptions())
    {
    }

    /// <inheritdoc cref="LanguageEngine()"/>
    public LanguageEngine(LanguageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TokenLexicon lexicon = new();
        tokenizer = new Tokenizer(lexicon);
        splitter = new SentenceSplitter(lexicon);
        reader = new SentenceReader(options);
    }

    /// <summary>Whether the trained name model is in this build; without it names are found by rule, less surely.</summary>
    public bool HasNameModel => reader.HasNameModel;

    public StageId Id { get; } = new("language", 2);

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

        return Read(text, CollectionsMarshal.AsSpan(spans), sentences, paragraphs);
    }

    /// <summary>Reads a text whose tokens and sentences are given, as those of a CoNLL-U file.</summary>
    /// <param name="tokens">In text order, not overlapping, none empty.</param>
    /// <param name="sentenceEnds">One past the last token of each sentence, rising; the last is the count of tokens.</param>
    /// <remarks>Paragraphs are parted as in any text, but only where a sentence ends.</remarks>
    /// <exception cref="ArgumentException">The tokens or the ends break these rules.</exception>
    public LinguisticText Analyse(string text, IReadOnlyList<TextSpan> tokens, IReadOnlyList<int> sentenceEnds)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(sentenceEnds);
        int past = 0;
        foreach (TextSpan token in tokens)
        {
            if (token.IsEmpty || token.Start < past || token.End > text.Length)
                throw new ArgumentException($"Token {token} is empty, out of order or outside the text.", nameof(tokens));
            past = token.End;
        }

        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        ImmutableArray<TextSpan>.Builder paragraphs = ImmutableArray.CreateBuilder<TextSpan>();
        ImmutableArray<TextSpan> stretches = ParagraphSplitter.Split(text);
        int stretch = -1;
        int first = 0;
        foreach (int end in sentenceEnds)
        {
            if (end <= first || end > tokens.Count)
                throw new ArgumentException(FormattableString.Invariant($"A sentence cannot end at token {end}."), nameof(sentenceEnds));
            TextSpan span = new(tokens[first].Start, tokens[end - 1].End);
            int before = stretch;
            while (stretch + 1 < stretches.Length && stretches[stretch + 1].Start <= span.Start)
                stretch++;
            if (paragraphs.Count == 0 || stretch > before)
                paragraphs.Add(span);
            else
                paragraphs[^1] = new TextSpan(paragraphs[^1].Start, span.End);
            sentences.Add(new Sentence(span, first, end, paragraphs.Count - 1));
            first = end;
        }

        if (first != tokens.Count)
            throw new ArgumentException("The last sentence must end with the last token.", nameof(sentenceEnds));
        return Read(text, [.. tokens], sentences, paragraphs.ToImmutable());
    }

    private LinguisticText Read(string text, ReadOnlySpan<TextSpan> spans, ImmutableArray<Sentence>.Builder sentences, ImmutableArray<TextSpan> paragraphs)
    {
        Token[] tokens = new Token[spans.Length];
        ImmutableArray<Sentence> all = sentences.ToImmutable();
        ImmutableArray<EntityMention> entities = reader.Read(text, spans, all, tokens, out EncodedText? encoded);
        return new LinguisticText
        {
            Text = text,
            Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens),
            Sentences = all,
            Paragraphs = paragraphs,
            Entities = entities,
            Encoded = encoded,
        };
    }
}
