using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Stemma.Language.Models;
using Stemma.Language.Parsing;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts English text into paragraphs, sentences and tokens, tags them, and finds names.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
public sealed class LanguageEngine
{
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;
    private readonly Tagger tagger;
    private readonly Lemmatizer lemmatizer = new();
    private readonly DependencyParser parser = new();

    /// <exception cref="InvalidDataException">A model file is damaged or of another version; the message names it and the remedy.</exception>
    public LanguageEngine()
    {
        using (BinaryReader model = ModelReader.Open("Language/Tagger.en.model.bin", Tagger.Kind, Tagger.Version))
            tagger = Tagger.Read(model);
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
            Tokens = Tokens(text, CollectionsMarshal.AsSpan(spans), sentences),
            Sentences = sentences.ToImmutable(),
            Paragraphs = paragraphs,
            Entities = [],
        };
    }

    private ImmutableArray<Token> Tokens(string text, ReadOnlySpan<TextSpan> spans, ImmutableArray<Sentence>.Builder sentences)
    {
        Token[] tokens = new Token[spans.Length];
        WordForm[] forms = new WordForm[SentenceSplitter.LongestSentence];
        int[] tags = new int[SentenceSplitter.LongestSentence];
        foreach (Sentence sentence in sentences)
        {
            int count = sentence.EndToken - sentence.FirstToken;
            if (count > forms.Length)
            {
                // Closing marks may follow the longest sentence.
                forms = new WordForm[count];
                tags = new int[count];
            }

            ReadOnlySpan<TextSpan> words = spans[sentence.FirstToken..sentence.EndToken];
            Tagger.Fill(text, words, tagger.Classes, forms);
            tagger.Tag(forms.AsSpan(0, count), tags);
            for (int i = 0; i < count; i++)
            {
                TextSpan span = words[i];
                (string xpos, Upos upos) = tagger.Label(tags[i]);
                bool spaced = span.Start == 0 || Characters.IsBlank(text[span.Start - 1]);
                tokens[sentence.FirstToken + i] = new Token(span, lemmatizer.Lemma(span.In(text), xpos), upos, xpos, -1, "", spaced);
            }
        }

        parser.Attach(text, tokens, sentences);
        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
