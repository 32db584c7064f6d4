
using Stemma.Intake.Pages;

namespace Stemma.Training.Pages;

/// <summary>Fits a <see cref="Forest"/> by gradient boosting: second-order steps on the logistic loss, splits at quantiles (Chen and Guestrin 2016). No randomness.</summary>
internal sealed class ForestTrainer(int trees, int depth, double rate, double penalty = 2, double minWeight = 4)
{
    private const int Bins = 32;

    /// <summary>Of the numbers, and of the examples, how many a tree sees.</summary>
    private const double FeatureShare = 0.15;
    private const double RowShare = 0.6;

    private bool[] used = [];

    /// <summary>Sums of the level above, kept for the one below.</summary>
    private double[] above = [];

    /// <param name="rows">One row of numbers an example.</param>
    /// <param name="labels">0 to 1.</param>
    /// <param name="weights">How much each example counts.</param>
    public Forest Fit(float[][] rows, float[] labels, float[] weights)
    {
        int features = rows[0].Length, splits = (1 << depth) - 1, leaves = 1 << depth, n = rows.Length;
        float[][] cuts = [.. Enumerable.Range(0, features).Select(f => Cuts(rows, f))];
        byte[] bins = new byte[n * features];
        for (int i = 0; i < n; i++)
        {
            for (int f = 0; f < features; f++)
                bins[(i * features) + f] = Bin(cuts[f], rows[i][f]);
        }

        double positive = 0, all = 0;
        for (int i = 0; i < n; i++)
            (positive, all) = (positive + (labels[i] * weights[i]), all + weights[i]);
        float start = (float)Math.Log(positive / (all - positive));
        double[] sums = new double[n];
        Array.Fill(sums, start);
        short[] chosen = new short[trees * splits];
        float[] thresholds = new float[trees * splits], values = new float[trees * leaves];
        used = new bool[features];
        double[] gradients = new double[n], curvatures = new double[n];
        int[] nodes = new int[n];
        for (int t = 0; t < trees; t++)
        {
            for (int f = 0; f < features; f++)
                used[f] = Draw(t, f) < FeatureShare;
            for (int i = 0; i < n; i++)
            {
                double p = 1 / (1 + Math.Exp(-sums[i]));
                // A row that this tree does not see still walks down it, and weighs nothing.
                double weight = Draw(t, 100_000 + i) < RowShare ? weights[i] : 0;
                gradients[i] = weight * (labels[i] - p);
                curvatures[i] = weight * p * (1 - p);
                nodes[i] = 0;
            }

            for (int level = 0; level < depth; level++)
                Split(level, bins, features, cuts, gradients, curvatures, nodes, chosen.AsSpan(t * splits, splits), thresholds.AsSpan(t * splits, splits));
            double[] g = new double[leaves], h = new double[leaves];
            for (int i = 0; i < n; i++)
                (g[nodes[i] - splits], h[nodes[i] - splits]) = (g[nodes[i] - splits] + gradients[i], h[nodes[i] - splits] + curvatures[i]);
            for (int l = 0; l < leaves; l++)
                values[(t * leaves) + l] = (float)(rate * g[l] / (h[l] + penalty));
            for (int i = 0; i < n; i++)
                sums[i] += values[(t * leaves) + nodes[i] - splits];
        }

        return new Forest(depth, start, chosen, thresholds, values);
    }

    private void Split(int level, byte[] bins, int features, float[][] cuts, double[] gradients, double[] curvatures, int[] nodes, Span<short> chosen, Span<float> thresholds)
    {
        int firstNode = (1 << level) - 1, width = 1 << level, size = features * Bins * 2;
        double[] sums = new double[width * size];
        // Of two siblings only the smaller is summed up; the other is what is left of the parent.
        int[] counts = new int[width];
        foreach (int node in nodes)
            counts[node - firstNode]++;
        for (int i = 0; i < nodes.Length; i++)
        {
            int node = nodes[i] - firstNode;
            if (level > 0 && (counts[node] > counts[node ^ 1] || (counts[node] == counts[node ^ 1] && (node & 1) == 1)))
                continue;
            if (curvatures[i] > 0)
                Sum(sums.AsSpan(node * size, size), bins.AsSpan(i * features, features), gradients[i], curvatures[i]);
        }

        for (int node = 0; level > 0 && node < width; node++)
        {
            if (counts[node] < counts[node ^ 1] || (counts[node] == counts[node ^ 1] && (node & 1) == 0))
                continue;
            Span<double> own = sums.AsSpan(node * size, size), other = sums.AsSpan((node ^ 1) * size, size), parent = above.AsSpan(node / 2 * size, size);
            for (int i = 0; i < size; i++)
                own[i] = parent[i] - other[i];
        }

        above = sums;
        byte[] cut = new byte[width];
        for (int node = 0; node < width; node++)
        {
            (int feature, int bin) = Best(sums.AsSpan(node * size, size), features);
            chosen[firstNode + node] = (short)Math.Max(0, feature);
            thresholds[firstNode + node] = feature < 0 ? float.MaxValue : cuts[feature][bin];
            cut[node] = feature < 0 ? byte.MaxValue : (byte)bin;
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            int node = nodes[i];
            bool left = bins[(i * features) + chosen[node]] <= cut[node - firstNode];
            nodes[i] = (2 * node) + (left ? 1 : 2);
        }
    }

    /// <summary>A number from 0 to 1 that is the same on every machine: stands in for chance (stochastic boosting, Friedman 2002).</summary>
    private static double Draw(int tree, int what)
    {
        unchecked
        {
            // SplitMix64 (Steele, Lea and Flood 2014).
            ulong x = ((ulong)(uint)tree << 32 | (uint)what) + 0x9E3779B97F4A7C15;
            x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
            x = (x ^ x >> 27) * 0x94D049BB133111EB;
            return ((x ^ x >> 31) >> 11) / (double)(1UL << 53);
        }
    }

    private static void Sum(Span<double> sums, ReadOnlySpan<byte> bins, double gradient, double curvature)
    {
        unchecked
        {
            int at = 0;
            for (int f = 0; f < bins.Length; f++, at += Bins * 2)
            {
                int cell = at + (bins[f] * 2);
                sums[cell] += gradient;
                sums[cell + 1] += curvature;
            }
        }
    }

    private (int Feature, int Bin) Best(ReadOnlySpan<double> sums, int features)
    {
        (int Feature, int Bin) best = (-1, 0);
        double most = 1e-6;
        for (int f = 0; f < features; f++)
        {
            if (!used[f])
                continue;
            ReadOnlySpan<double> own = sums.Slice(f * Bins * 2, Bins * 2);
            double allG = 0, allH = 0, leftG = 0, leftH = 0;
            for (int b = 0; b < Bins; b++)
                (allG, allH) = (allG + own[2 * b], allH + own[(2 * b) + 1]);
            double whole = allG * allG / (allH + penalty);
            for (int b = 0; b < Bins - 1; b++)
            {
                leftG += own[2 * b];
                leftH += own[(2 * b) + 1];
                double rightG = allG - leftG, rightH = allH - leftH;
                if (leftH < minWeight || rightH < minWeight)
                    continue;
                double gain = (leftG * leftG / (leftH + penalty)) + (rightG * rightG / (rightH + penalty)) - whole;
                if (gain > most)
                    (most, best) = (gain, (f, b));
            }
        }

        return best;
    }

    private static float[] Cuts(float[][] rows, int feature)
    {
        float[] values = [.. rows.Select(r => r[feature]).Order()];
        List<float> cuts = [];
        float[] distinct = [.. values.Distinct()];
        if (distinct.Length <= Bins - 1)
        {
            for (int i = 0; i + 1 < distinct.Length; i++)
                cuts.Add((distinct[i] + distinct[i + 1]) / 2);
        }
        else
        {
            // Half of the cuts by rank, half by distinct value: rare large values matter too.
            for (int b = 1; b < Bins / 2; b++)
            {
                cuts.Add(values[values.Length * b / (Bins / 2)]);
                cuts.Add(distinct[distinct.Length * b / (Bins / 2)]);
            }
        }

        return [.. cuts.Distinct().Order()];
    }

    private static byte Bin(float[] cuts, float value)
    {
        int at = Array.BinarySearch(cuts, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}
