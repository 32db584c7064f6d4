using System.Numerics;
using System.Runtime.Intrinsics;
using Stemma.Language.Models;
using Stemma.Language.Names;
using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>Finds names and their kinds: recurrent layers over the syntax network's lower state, word lists and its own embeddings, BILOU labels.</summary>
/// <remarks>Labels and what may follow what: <see cref="NameLabels"/>. Immutable; safe from many threads, each with its own <see cref="Workspace"/>.</remarks>
internal sealed class NamesNetwork
{
    /// <summary>Trained on CoNLL++, which is for research use: a build may leave the file out.</summary>
    public const string File = "Language/Names.en.model.bin";
    public const string Kind = "names";
    public const int Version = 2;

    private readonly TokenEmbedding embedding;
    private readonly EmbeddingTable cueTable;
    private readonly LinearMap below;
    private readonly RecurrentLayer[] layers;
    private readonly LinearMap label;

    private NamesNetwork(TokenEmbedding embedding, EmbeddingTable cueTable, LinearMap below, RecurrentLayer[] layers, LinearMap label) =>
        (this.embedding, this.cueTable, this.below, this.layers, this.label) = (embedding, cueTable, below, layers, label);

    /// <param name="reader">At the embedding; then a row a bit of <see cref="NameCues"/>, the map of the state below, the layers, the map of the labels.</param>
    public static NamesNetwork Read(BinaryReader reader)
    {
        NamesNetwork read = new(
            TokenEmbedding.Read(reader), EmbeddingTable.Read(reader), NetworkReader.Map(reader), NetworkReader.Layers(reader), NetworkReader.Map(reader));
        if (read.label.Outputs != NameLabels.Count || read.below.Width != read.embedding.Size)
            throw new InvalidDataException("The parts of a name model contradict each other. Make the model again as src/Stemma/Language/MODEL.md tells.");
        return read;
    }

    /// <exception cref="InvalidDataException">The model file is damaged or of another version; the message names it and the remedy.</exception>
    public static NamesNetwork Load() => ModelReader.Load(File, Kind, Version, Read);

    /// <summary>Whether this network was trained on vectors, and on a syntax network, of such widths.</summary>
    public bool Takes(WordVectors vectors, SyntaxNetwork syntax) => embedding.Takes(vectors) && below.Inputs == syntax.Size;

    /// <param name="states">The lower state of the syntax network, rows of <paramref name="size"/>.</param>
    /// <param name="labels">Receives a label a token, a lawful sequence within each sentence.</param>
    /// <param name="probabilities">Receives the probability of each token's label, 0 to 1.</param>
    public void Run(
        ReadOnlySpan<WordForm> forms, ReadOnlySpan<NameCues> cues, ReadOnlySpan<int> ends, WordVectors vectors, ReadOnlySpan<float> states, int size,
        Workspace work, Span<int> labels, Span<float> probabilities)
    {
        int rows = forms.Length, own = embedding.Size;
        Span<float> normal = work.Normal(rows, size), x = work.Names(rows, own), lower = work.Dependents(rows, below.Width);
        Arithmetic.Normalise(states, size, rows, normal);
        below.Apply(normal, size, rows, lower);
        embedding.Fill(forms, vectors, work, x);
        for (int i = 0; i < rows * own; i += Arithmetic.Lanes)
            (Vector512.Create(x.Slice(i, Arithmetic.Lanes)) + Vector512.Create(lower.Slice(i, Arithmetic.Lanes))).CopyTo(x[i..]);
        for (int i = 0; i < rows; i++)
        {
            for (uint bits = (uint)cues[i]; bits != 0; bits &= bits - 1)
                cueTable.AddTo(x.Slice(i * own, own), BitOperations.TrailingZeroCount(bits));
        }

        foreach (RecurrentLayer layer in layers)
            layer.Run(x, ends, work.Normal(rows, own), work.Gates(rows, layer.Room));
        normal = work.Normal(rows, own);
        Arithmetic.Normalise(x, own, rows, normal);
        Span<float> scores = work.Gates(rows, label.Width);
        label.Apply(normal, own, rows, scores);

        // The search replaces the scores by sums: probabilities are taken from a copy.
        Span<float> chances = work.Dependents(rows, label.Width);
        scores[..(rows * label.Width)].CopyTo(chances);
        int start = 0;
        foreach (int end in ends)
        {
            NameLabels.Decode(scores[(start * label.Width)..], label.Width, labels[start..end], work.Paths(end - start, NameLabels.Count));
            start = end;
        }

        for (int i = 0; i < rows; i++)
        {
            Span<float> row = chances.Slice(i * label.Width, label.Width);
            Arithmetic.Softmax(row, NameLabels.Count);
            probabilities[i] = row[labels[i]];
        }
    }
}
