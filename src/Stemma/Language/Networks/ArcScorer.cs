using System.Runtime.Intrinsics;

namespace Stemma.Language.Networks;

/// <summary>The upper end of the parser: how well each word would do as each other's head, the best tree of it, and each arc's relation.</summary>
internal sealed class ArcScorer
{
    /// <summary>Distances beyond this many words count alike.</summary>
    private const int Far = 20;

    private readonly float[] root;
    private readonly LinearMap head;
    private readonly LinearMap dependent;
    private readonly LinearMap form;
    private readonly float[] prior;
    private readonly float[] distance;
    private readonly LinearMap relationHead;
    private readonly LinearMap relationDependent;
    private readonly LinearMap relation;

    /// <param name="reader">At the root's state; then the maps of heads, of dependents and the bilinear form; the prior of a head and the weights
    /// of distances; the maps of relations: from the head, from the dependent, to the labels; the labels' names.</param>
    public ArcScorer(BinaryReader reader)
    {
        root = NetworkReader.List(reader);
        (head, dependent, form) = (NetworkReader.Map(reader), NetworkReader.Map(reader), NetworkReader.Map(reader));
        (prior, distance) = (NetworkReader.List(reader), NetworkReader.List(reader));
        (relationHead, relationDependent, relation) = (NetworkReader.Map(reader), NetworkReader.Map(reader), NetworkReader.Map(reader));
        Relations = NetworkReader.Names(reader);
        if (distance.Length != 2 * Far + 2 || prior.Length != head.Outputs || form.Outputs != head.Outputs || relation.Inputs != relationHead.Outputs)
            throw new InvalidDataException("The parts of a parser's model contradict each other. Make the model again as src/Stemma/Language/MODEL.md tells.");
    }

    public string[] Relations { get; }

    /// <param name="states">The encoder's normalised rows of <paramref name="size"/>.</param>
    /// <param name="ends">One past the last row of each sentence, rising.</param>
    /// <param name="heads">Receives, a token, the row of its head, or -1 for a root.</param>
    /// <param name="relations">Receives, a token, the index of its relation.</param>
    public void Parse(ReadOnlySpan<float> states, int size, ReadOnlySpan<int> ends, Workspace work, Span<int> heads, Span<int> relations)
    {
        int rows = ends[^1];
        Span<float> gates = work.Gates(rows, dependent.Width);
        dependent.Apply(states, size, rows, gates);
        Arithmetic.Rectify(gates);
        Span<float> dependents = work.Dependents(rows, form.Width);
        form.Apply(gates, dependent.Width, rows, dependents);

        // The root stands as one row more, past the last token.
        Span<float> withRoot = work.State(rows + 1, size);
        states[..(rows * size)].CopyTo(withRoot);
        root.CopyTo(withRoot[(rows * size)..]);
        Span<float> candidates = work.Heads(rows + 1, head.Width);
        head.Apply(withRoot, size, rows + 1, candidates);
        Arithmetic.Rectify(candidates);
        int start = 0;
        foreach (int end in ends)
        {
            Attach(dependents, candidates, start, end, rows, work, heads);
            start = end;
        }

        Label(states, withRoot, size, rows, work, heads, relations);
    }

    private void Attach(ReadOnlySpan<float> dependents, ReadOnlySpan<float> candidates, int start, int end, int rootRow, Workspace work, Span<int> heads)
    {
        int words = end - start, inputs = head.Outputs, tile = LinearMap.Tile;
        int width = (words + 1 + tile - 1) / tile * tile;

        // The candidates of this sentence as weights of a map, one output a candidate; the root first.
        Span<float> packed = work.Packed(inputs, width);
        Span<float> bias = work.Bias(1, width);
        packed.Clear();
        bias.Clear();
        for (int h = 0; h <= words; h++)
        {
            ReadOnlySpan<float> row = candidates.Slice((h == 0 ? rootRow : start + h - 1) * head.Width, inputs);
            int at = h / tile * tile * inputs + h % tile;
            float own = 0;
            for (int i = 0; i < inputs; i++)
            {
                packed[at + i * tile] = row[i];
                own = MathF.FusedMultiplyAdd(row[i], prior[i], own);
            }

            bias[h] = own;
        }

        Span<float> scores = work.Scores(words, width);
        LinearMap.Multiply(dependents[(start * form.Width)..], form.Width, words, packed, bias, inputs, width, scores);
        for (int d = 1; d <= words; d++)
        {
            Span<float> row = scores.Slice((d - 1) * width, words + 1);
            row[0] += distance[2 * Far + 1];
            for (int h = 1; h <= words; h++)
                row[h] += distance[Math.Clamp(h - d, -Far, Far) + Far];
        }

        Span<int> own2 = heads[start..end];
        work.Trees.Decode(scores, width, words, own2);
        for (int i = 0; i < own2.Length; i++)
            own2[i] = own2[i] == 0 ? -1 : start + own2[i] - 1;
    }

    private void Label(ReadOnlySpan<float> states, ReadOnlySpan<float> withRoot, int size, int rows, Workspace work, ReadOnlySpan<int> heads, Span<int> relations)
    {
        Span<float> ofHeads = work.Heads(rows + 1, relationHead.Width), pairs = work.Dependents(rows, relationDependent.Width);
        relationHead.Apply(withRoot, size, rows + 1, ofHeads);
        relationDependent.Apply(states, size, rows, pairs);
        int width = relationHead.Width;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> above = ofHeads.Slice((heads[i] < 0 ? rows : heads[i]) * width, width);
            Span<float> own = pairs.Slice(i * width, width);
            for (int lane = 0; lane < width; lane += Arithmetic.Lanes)
                Vector512.Max(Vector512.Create(own.Slice(lane, Arithmetic.Lanes)) + Vector512.Create(above.Slice(lane, Arithmetic.Lanes)), Vector512<float>.Zero).CopyTo(own[lane..]);
        }

        Span<float> scores = work.Gates(rows, relation.Width);
        relation.Apply(pairs, width, rows, scores);
        for (int i = 0; i < rows; i++)
            relations[i] = Arithmetic.Best(scores.Slice(i * relation.Width, relation.Outputs));
    }
}
