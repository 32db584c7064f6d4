namespace Stemma.Intake.Pages;

/// <summary>A sum of small decision trees: gradient boosting of the logistic loss (Friedman 2001), as <c>Stemma.Training</c> fits it.</summary>
/// <remarks>Every tree is complete: node <c>i</c> has the children <c>2i + 1</c> and <c>2i + 2</c>; a branch that was not grown repeats its leaf.</remarks>
internal sealed class Forest
{
    private readonly int depth;
    private readonly float start;
    private readonly short[] features;
    private readonly float[] thresholds;
    private readonly float[] leaves;

    /// <param name="depth">Splits on the way to a leaf.</param>
    /// <param name="start">The sum before the first tree: log odds.</param>
    /// <param name="features">Of each split of each tree, which number it looks at.</param>
    /// <param name="thresholds">A number up to this goes left.</param>
    /// <param name="leaves">What each leaf of each tree adds.</param>
    public Forest(int depth, float start, short[] features, float[] thresholds, float[] leaves) =>
        (this.depth, this.start, this.features, this.thresholds, this.leaves) = (depth, start, features, thresholds, leaves);

    public int Trees => leaves.Length >> depth;

    /// <summary>0 to 1.</summary>
    public float Probability(ReadOnlySpan<float> row)
    {
        int splits = (1 << depth) - 1, trees = Trees;
        float sum = start;
        for (int t = 0; t < trees; t++)
        {
            ReadOnlySpan<short> feature = features.AsSpan(t * splits, splits);
            ReadOnlySpan<float> threshold = thresholds.AsSpan(t * splits, splits);
            int node = 0;
            while (node < splits)
                node = (2 * node) + (row[feature[node]] <= threshold[node] ? 1 : 2);
            sum += leaves[(t << depth) + node - splits];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(depth);
        writer.Write(start);
        writer.Write(Trees);
        foreach (short feature in features)
            writer.Write(feature);
        foreach (float threshold in thresholds)
            writer.Write(threshold);
        foreach (float leaf in leaves)
            writer.Write(leaf);
    }

    public static Forest Read(BinaryReader reader)
    {
        int depth = reader.ReadInt32();
        float start = reader.ReadSingle();
        int trees = reader.ReadInt32(), splits = (1 << depth) - 1;
        short[] features = new short[trees * splits];
        float[] thresholds = new float[trees * splits], leaves = new float[trees << depth];
        for (int i = 0; i < features.Length; i++)
            features[i] = reader.ReadInt16();
        for (int i = 0; i < thresholds.Length; i++)
            thresholds[i] = reader.ReadSingle();
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = reader.ReadSingle();
        return new Forest(depth, start, features, thresholds, leaves);
    }
}
