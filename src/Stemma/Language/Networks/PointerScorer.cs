namespace Stemma.Language.Networks;

/// <summary>How well each word of a stretch would fit each of some candidates: a bilinear form of two narrow projections, with a weight for the distance.</summary>
internal sealed class PointerScorer
{
    private const int Near = 32;
    private const int Far = 64;

    private readonly LinearMap word;
    private readonly LinearMap candidate;
    private readonly LinearMap form;
    private readonly float[] prior;
    private readonly float[] distance;

    /// <param name="reader">At the maps of words, of candidates and the bilinear form; then the prior of a candidate and the weights of distances.</param>
    public PointerScorer(BinaryReader reader)
    {
        (word, candidate, form) = (NetworkReader.Map(reader), NetworkReader.Map(reader), NetworkReader.Map(reader));
        (prior, distance) = (NetworkReader.List(reader), NetworkReader.List(reader));
        if (distance.Length != 2 * Far + 1 || prior.Length != candidate.Outputs || form.Outputs != candidate.Outputs)
            throw new InvalidDataException("The parts of a model that points contradict each other. Make the model again as src/Stemma/Language/MODEL.md tells.");
    }

    /// <param name="states">Normalised rows of <paramref name="size"/>.</param>
    /// <param name="candidates">Rows that may be pointed at, rising.</param>
    /// <param name="width">Receives how far apart the rows of scores stand.</param>
    /// <returns>A row a word, a column a candidate.</returns>
    public ReadOnlySpan<float> Score(ReadOnlySpan<float> states, int size, int rows, ReadOnlySpan<int> candidates, Workspace work, out int width)
    {
        int inputs = candidate.Outputs, tile = LinearMap.Tile;
        width = (candidates.Length + tile - 1) / tile * tile;
        Span<float> gates = work.Gates(rows, word.Width);
        word.Apply(states, size, rows, gates);
        Arithmetic.Rectify(gates);
        Span<float> words = work.Dependents(rows, form.Width);
        form.Apply(gates, word.Width, rows, words);
        Span<float> heads = work.Heads(rows, candidate.Width);
        candidate.Apply(states, size, rows, heads);
        Arithmetic.Rectify(heads);
        Span<float> packed = work.Packed(inputs, width), bias = work.Bias(1, width);
        packed.Clear();
        bias.Clear();
        for (int c = 0; c < candidates.Length; c++)
        {
            ReadOnlySpan<float> row = heads.Slice(candidates[c] * candidate.Width, inputs);
            int at = c / tile * tile * inputs + c % tile;
            float own = 0;
            for (int i = 0; i < inputs; i++)
            {
                packed[at + i * tile] = row[i];
                own = MathF.FusedMultiplyAdd(row[i], prior[i], own);
            }

            bias[c] = own;
        }

        Span<float> scores = work.Scores(rows, width);
        LinearMap.Multiply(words, form.Width, rows, packed, bias, inputs, width, scores);
        for (int i = 0; i < rows; i++)
        {
            for (int c = 0; c < candidates.Length; c++)
                scores[i * width + c] += distance[Step(candidates[c] - i) + Far];
        }

        return scores;
    }

    /// <summary>Single steps up to 32 words, then steps of eight.</summary>
    private static int Step(int gap)
    {
        int far = Math.Abs(gap);
        return Math.Sign(gap) * (far <= Near ? far : Math.Min(Far, Near + (far - Near) / 8));
    }
}
