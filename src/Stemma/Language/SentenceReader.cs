using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Stemma.Language.Names;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Tags and lemmatises the tokens of a report, finds its names, parses its sentences: the networks, run over some hundred tokens at a time.</summary>
/// <remarks>What a sentence gets does not depend on the sentences read with it. Safe from many threads.</remarks>
internal sealed class SentenceReader
{
    /// <summary>Tokens read at once: enough to fill the vector units, few enough that the layers' rows stay in the second-level cache.</summary>
    private const int Together = 192;

    private readonly WordVectors vectors;
    private readonly SyntaxNetwork syntax;
    private readonly NameFinder names;
    private readonly Lemmatizer lemmatizer;
    private readonly bool trees;
    private readonly bool states;

    /// <summary>Buffers that no thread uses right now.</summary>
    private readonly ConcurrentBag<Buffers> free = [];

    /// <exception cref="InvalidDataException">A model file is damaged or of another version; the message names it and the remedy.</exception>
    public SentenceReader(LanguageOptions options)
    {
        trees = options.Trees;
        states = options.States;
        WordVectors? vectors = null;
        SyntaxNetwork? syntax = null;
        NameFinder? names = null;
        Lemmatizer? lemmatizer = null;
        try
        {
            // Reading the models is a good part of a short call's time, and each is read alone.
            Parallel.Invoke(
                () => vectors = WordVectors.Load(),
                () => syntax = SyntaxNetwork.Load(),
                () => names = new NameFinder(!options.NameModel),
                () => lemmatizer = new Lemmatizer());
        }
        catch (AggregateException several)
        {
            // Whoever made the engine is told of a damaged file as if it had been read in line.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        (this.vectors, this.syntax, this.names, this.lemmatizer) = (vectors!, syntax!, names!, lemmatizer!);
        if (!syntax!.Takes(vectors!) || !names!.Takes(vectors!, syntax))
            throw new InvalidDataException("The model files under Language/ were not made together: their widths differ. Restore all of them from the repository, or make them again as src/Stemma/Language/MODEL.md tells, and rebuild the engine.");
    }

    public bool HasNameModel => names.HasModel;

    /// <param name="spans">The report's tokens.</param>
    /// <param name="tokens">Receives them, read.</param>
    /// <param name="encoded">The encoder's states where they are wanted, else null.</param>
    /// <returns>The names, in text order.</returns>
    public ImmutableArray<EntityMention> Read(
        string text, ReadOnlySpan<TextSpan> spans, ImmutableArray<Sentence> sentences, Span<Token> tokens, out EncodedText? encoded)
    {
        encoded = states && trees ? new EncodedText(new WordForm[spans.Length], new float[spans.Length * syntax.Size], syntax.Size, vectors) : null;
        if (!free.TryTake(out Buffers? buffers))
            buffers = new Buffers();
        NameCues[] cues = new NameCues[spans.Length];
        List<NameMention> found = [];
        NameFinder.Scratch scratch = new();
        int first = 0;
        while (first < sentences.Length)
        {
            int end = first + 1, start = sentences[first].FirstToken;
            while (end < sentences.Length && sentences[end].EndToken - start <= Together)
                end++;
            ReadOnlySpan<Sentence> some = sentences.AsSpan()[first..end];
            int past = some[^1].EndToken;
            buffers.Reserve(past - start);
            Tag(text, spans[start..past], some, tokens[start..past], cues.AsSpan(start, past - start), buffers);
            foreach (Sentence sentence in some)
            {
                Range own = (sentence.FirstToken - start)..(sentence.EndToken - start);
                names.Collect(text, spans[sentence.FirstToken..sentence.EndToken], buffers.Labels.AsSpan(own), buffers.Probabilities.AsSpan(own), tokens, sentence, cues, scratch, found);
            }

            if (trees)
                Parse(start, tokens[start..past], buffers, encoded);
            first = end;
        }

        free.Add(buffers);
        return names.Finish(text, tokens, sentences.AsSpan(), cues, found);
    }

    /// <param name="spans">The tokens of <paramref name="sentences"/> alone; so are <paramref name="tokens"/> and <paramref name="cues"/>.</param>
    private void Tag(string text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<Sentence> sentences, Span<Token> tokens, Span<NameCues> cues, Buffers buffers)
    {
        int rows = spans.Length, start = sentences[0].FirstToken;
        Span<WordForm> forms = buffers.Forms.AsSpan(0, rows);
        buffers.Ends.Clear();
        foreach (Sentence sentence in sentences)
        {
            int from = sentence.FirstToken - start, to = sentence.EndToken - start;
            WordForm.Fill(text, spans[from..to], forms[from..to]);
            names.Look(text, spans[from..to], cues[from..to]);
            buffers.Ends.Add(to);
        }

        Workspace work = buffers.Work;
        ReadOnlySpan<int> ends = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(buffers.Ends);
        Span<bool> strangers = buffers.Strangers.AsSpan(0, rows);
        for (int i = 0; i < rows; i++)
            strangers[i] = forms[i].IsCapitalised && vectors.Find(forms[i].Word) == WordVectors.Unknown;

        Span<int> tags = buffers.Tags.AsSpan(0, rows);
        syntax.TagAll(forms, ends, vectors, strangers, work, tags);
        names.Label(forms, cues, ends, vectors, work.State(rows, syntax.Size), syntax.Size, work,
            buffers.Labels.AsSpan(0, rows), buffers.Probabilities.AsSpan(0, rows));
        for (int i = 0; i < rows; i++)
        {
            TextSpan span = spans[i];
            (string xpos, Upos upos) = syntax.Tag(tags[i]);
            bool spaced = span.Start == 0 || Characters.IsBlank(text[span.Start - 1]);
            tokens[i] = new Token(span, lemmatizer.Lemma(span.In(text), xpos), upos, xpos, -1, "", spaced);
        }
    }

    private void Parse(int start, Span<Token> tokens, Buffers buffers, EncodedText? encoded)
    {
        Span<int> heads = buffers.Heads.AsSpan(0, tokens.Length), relations = buffers.Relations.AsSpan(0, tokens.Length);
        syntax.ParseAll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(buffers.Ends), buffers.Work, heads, relations,
            encoded is null ? [] : encoded.States.AsSpan(start * encoded.Size));
        if (encoded is not null)
            buffers.Forms.AsSpan(0, tokens.Length).CopyTo(encoded.Forms.AsSpan(start));
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = tokens[i] with { Head = heads[i] < 0 ? -1 : start + heads[i], Deprel = syntax.Relation(relations[i]) };
    }

    /// <summary>What one thread needs while it reads.</summary>
    private sealed class Buffers
    {
        public Workspace Work { get; } = new();

        public List<int> Ends { get; } = [];

        public WordForm[] Forms { get; private set; } = [];

        public int[] Tags { get; private set; } = [];

        public int[] Labels { get; private set; } = [];

        public bool[] Strangers { get; private set; } = [];

        public float[] Probabilities { get; private set; } = [];

        public int[] Heads { get; private set; } = [];

        public int[] Relations { get; private set; } = [];

        public void Reserve(int tokens)
        {
            if (Forms.Length >= tokens)
                return;
            int size = Math.Max(tokens, Together);
            (Forms, Tags, Labels, Probabilities) = (new WordForm[size], new int[size], new int[size], new float[size]);
            (Heads, Relations, Strangers) = (new int[size], new int[size], new bool[size]);
        }
    }
}
