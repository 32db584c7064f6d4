using System.Runtime.Intrinsics;
using Stemma.Language.Models;
using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>Tags and dependencies of sentences, many tokens at once: one encoder, tags from its lower layers, a biaffine parser on its upper ones.</summary>
/// <remarks>
/// Recurrent layers over hashed embeddings; the tags' probabilities go back into the encoder (after Søgaard and Goldberg 2016); arcs as a bilinear form of two narrow
/// projections, relations from a small hidden layer of the pair (after Dozat and Manning 2017). Immutable; safe from many threads, each with its own
/// <see cref="Workspace"/>.
/// </remarks>
internal sealed class SyntaxNetwork
{
    public const string File = "Language/Syntax.en.model.bin";
    public const string Kind = "syntax";
    public const int Version = 1;

    /// <summary>Added to the score of a name for a capitalised word that nothing knows: training saw few of them, news is full of them.
    /// On EWT and GUM dev 0 to 5 change nothing.</summary>
    private const float StrangerIsName = 4;

    private readonly TokenEmbedding embedding;
    private readonly RecurrentLayer[] layers;
    private readonly int low;
    private readonly LinearMap tag;
    private readonly LinearMap tagBack;
    private readonly ArcScorer arcs;
    private readonly (string Xpos, Upos Upos)[] tags;
    private readonly int name;

    private SyntaxNetwork(TokenEmbedding embedding, RecurrentLayer[] layers, int low, LinearMap tag, LinearMap tagBack, ArcScorer arcs, (string, Upos)[] tags)
    {
        (this.embedding, this.layers, this.low, this.tag, this.tagBack, this.arcs, this.tags) = (embedding, layers, low, tag, tagBack, arcs, tags);
        name = Array.IndexOf(tags, ("NNP", Upos.Propn));
    }

    /// <summary>Numbers a token in the encoder.</summary>
    public int Size => embedding.Size;

    /// <exception cref="InvalidDataException">The model file is damaged or of another version; the message names it and the remedy.</exception>
    public static SyntaxNetwork Load() => ModelReader.Load(File, Kind, Version, Read);

    public static SyntaxNetwork Read(BinaryReader reader)
    {
        (string, Upos)[] tags = Array.ConvertAll(NetworkReader.Names(reader), name =>
        {
            int blank = name.IndexOf(' ', StringComparison.Ordinal);
            return (string.Intern(name[..blank]), Enum.Parse<Upos>(name.AsSpan(blank + 1), ignoreCase: true));
        });
        TokenEmbedding embedding = TokenEmbedding.Read(reader);
        RecurrentLayer[] layers = NetworkReader.Layers(reader);
        int low = reader.ReadInt32();
        LinearMap tag = NetworkReader.Map(reader), tagBack = NetworkReader.Map(reader);
        return new SyntaxNetwork(embedding, layers, low, tag, tagBack, new ArcScorer(reader), tags);
    }

    /// <summary>Whether this network was trained on vectors of such a width.</summary>
    public bool Takes(WordVectors vectors) => embedding.Takes(vectors);

    public (string Xpos, Upos Upos) Tag(int tag) => tags[tag];

    public string Relation(int relation) => arcs.Relations[relation];

    /// <summary>Tags the sentences and leaves the state of the lower layers in <paramref name="work"/>.</summary>
    /// <param name="ends">One past the last token of each sentence, rising.</param>
    /// <param name="strangers">Tokens with a capital, in a sentence where capitals tell something, whose word none of the hundred thousand vectors knows.</param>
    /// <param name="found">Receives a tag a token; see <see cref="Tag"/>.</param>
    public void TagAll(
        ReadOnlySpan<WordForm> forms, ReadOnlySpan<int> ends, WordVectors vectors, ReadOnlySpan<bool> strangers, Workspace work, Span<int> found)
    {
        int rows = forms.Length;
        Span<float> x = work.State(rows, Size);
        embedding.Fill(forms, vectors, work, x);
        RunLayers(0, low, x, ends, work);
        Span<float> normal = work.Normal(rows, Size), scores = work.Gates(rows, tag.Width);
        Arithmetic.Normalise(x, Size, rows, normal);
        tag.Apply(normal, Size, rows, scores);
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = scores.Slice(i * tag.Width, tag.Width);
            if (strangers[i])
                row[name] += StrangerIsName;
            found[i] = Arithmetic.Best(row[..tag.Outputs]);
            Arithmetic.Softmax(row, tag.Outputs);
        }

        // The tags' probabilities, through a map of their own, are added to the state.
        tagBack.Apply(scores, tag.Width, rows, normal);
        for (int i = 0; i < rows * Size; i += Arithmetic.Lanes)
            (Vector512.LoadUnsafe(ref x[i]) + Vector512.LoadUnsafe(ref normal[i])).StoreUnsafe(ref x[i]);
    }

    /// <summary>Parses the sentences that <see cref="TagAll"/> has just read into the same workspace.</summary>
    /// <param name="heads">Receives, a token, the row of its head, or -1 for a root.</param>
    /// <param name="relations">Receives, a token, its relation; see <see cref="Relation"/>.</param>
    /// <param name="states">Receives the state of the uppermost layer, rows of <see cref="Size"/>; empty where nobody wants it.</param>
    public void ParseAll(ReadOnlySpan<int> ends, Workspace work, Span<int> heads, Span<int> relations, Span<float> states)
    {
        if (ends.IsEmpty)
            return;
        int rows = ends[^1];
        Span<float> x = work.State(rows, Size);
        RunLayers(low, layers.Length, x, ends, work);
        if (!states.IsEmpty)
            x[..(rows * Size)].CopyTo(states);
        Span<float> normal = work.Normal(rows, Size);
        Arithmetic.Normalise(x, Size, rows, normal);
        arcs.Parse(normal, Size, ends, work, heads, relations);
    }

    private void RunLayers(int first, int end, Span<float> x, ReadOnlySpan<int> ends, Workspace work)
    {
        int rows = ends.IsEmpty ? 0 : ends[^1];
        for (int i = first; i < end; i++)
            layers[i].Run(x, ends, work.Normal(rows, Size), work.Gates(rows, layers[i].Room));
    }
}
