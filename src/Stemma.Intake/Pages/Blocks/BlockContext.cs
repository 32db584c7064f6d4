
namespace Stemma.Intake.Pages;

/// <summary>What the second reading of a page sees of each block beside the first's numbers: what the first made of the blocks around it.</summary>
internal static class BlockContext
{
    /// <summary>Numbers that are added to those of <see cref="BlockFeatures"/>.</summary>
    public const int Count = 16;

    /// <param name="chances">What the first reading gave each block, 0 to 1.</param>
    public static float[][] Extend(PageTree tree, IReadOnlyList<PageBlock> blocks, float[][] rows, float[] chances)
    {
        int n = blocks.Count;
        double[] text = new double[n + 1], mean = new double[n + 1];
        Dictionary<int, (double Sum, double Weight)> parents = [], grandparents = [];
        for (int i = 0; i < n; i++)
        {
            double weight = Math.Min(blocks[i].Weight, 600);
            text[i + 1] = text[i] + (chances[i] * weight);
            mean[i + 1] = mean[i] + weight;
            Add(parents, Parent(tree, blocks[i].Holder, 1), chances[i] * weight, weight);
            Add(grandparents, Parent(tree, blocks[i].Holder, 2), chances[i] * weight, weight);
        }

        float[] best = new float[n], following = new float[n];
        for (int i = 1; i < n; i++)
            best[i] = Math.Max(best[i - 1] * 0.9f, chances[i - 1]);
        for (int i = n - 2; i >= 0; i--)
            following[i] = Math.Max(following[i + 1] * 0.9f, chances[i + 1]);

        float[][] extended = new float[n][];
        for (int i = 0; i < n; i++)
        {
            float[] row = new float[BlockFeatures.Count + Count];
            rows[i].CopyTo(row, 0);
            int at = BlockFeatures.Count;
            row[at++] = chances[i];
            for (int step = 1; step <= 3; step++)
            {
                row[at++] = i - step >= 0 ? chances[i - step] : 0;
                row[at++] = i + step < n ? chances[i + step] : 0;
            }

            row[at++] = Mean(text, mean, i - 5, i);
            row[at++] = Mean(text, mean, i + 1, i + 6);
            row[at++] = best[i];
            row[at++] = following[i];
            double total = Math.Max(1, text[n]);
            row[at++] = (float)(text[i] / total);
            row[at++] = (float)((total - text[i + 1]) / total);
            row[at++] = Others(parents[Parent(tree, blocks[i].Holder, 1)], chances[i], blocks[i]);
            row[at++] = Others(grandparents[Parent(tree, blocks[i].Holder, 2)], chances[i], blocks[i]);
            row[at++] = (float)Math.Log2(1 + text[n]);
            extended[i] = row;
        }

        return extended;
    }

    private static int Parent(PageTree tree, int node, int steps)
    {
        for (; steps > 0 && tree[node].Parent >= 0; steps--)
            node = tree[node].Parent;
        return node;
    }

    private static void Add(Dictionary<int, (double Sum, double Weight)> sums, int key, double sum, double weight)
    {
        (double s, double w) = sums.GetValueOrDefault(key);
        sums[key] = (s + sum, w + weight);
    }

    private static float Others((double Sum, double Weight) all, float chance, PageBlock block)
    {
        double weight = Math.Min(block.Weight, 600), left = all.Weight - weight;
        return left <= 0 ? -1 : (float)((all.Sum - (chance * weight)) / left);
    }

    private static float Mean(double[] text, double[] weight, int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(text.Length - 1, to);
        return to <= from ? 0 : (float)((text[to] - text[from]) / Math.Max(1, weight[to] - weight[from]));
    }
}
