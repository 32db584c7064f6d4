using System.Text.RegularExpressions;

using Stemma.Intake.Pages;

namespace Stemma.Training.Pages;

/// <summary>Which blocks of a page stand in its true text: the order-keeping choice of blocks that tells most of it.</summary>
internal static partial class PageLabels
{
    /// <summary>Shortest block, in words, that may stand in the text with a part of itself alone.</summary>
    private const int MinPartial = 8;

    public static string[] Words(string? text) => text is null ? [] : [.. Word().Matches(text).Select(m => m.Value)];

    /// <returns>Of each block, the share of its words that stands in the text: 0 to 1.</returns>
    public static float[] Of(IReadOnlyList<PageBlock> blocks, string text)
    {
        string[] truth = Words(text);
        Dictionary<string, List<int>> at = [];
        for (int i = 0; i < truth.Length; i++)
        {
            if (!at.TryGetValue(truth[i], out List<int>? list))
                at[truth[i]] = list = [];
            list.Add(i);
        }

        // best[j]: most words told with the first j words of the text; from which block and where, to walk back.
        double[] best = new double[truth.Length + 1];
        bool[] ends = new bool[truth.Length + 1];
        List<(int End, int Block, int Start, float Share)?>[] steps = new List<(int, int, int, float)?>[blocks.Count];
        double[][] history = new double[blocks.Count + 1][];
        history[0] = [.. best];
        for (int b = 0; b < blocks.Count; b++)
        {
            steps[b] = [];
            double[] next = [.. best];
            bool[] nextEnds = [.. ends];
            foreach ((int start, int end, double told, float share) in Places(Words(blocks[b].Text), truth, at))
            {
                // To go on where the last block ended is better than to leave a gap.
                double value = best[start] + told + (ends[start] || start == 0 ? 0.5 : 0);
                if (value <= next[end])
                    continue;
                next[end] = value;
                nextEnds[end] = true;
                steps[b].RemoveAll(s => s!.Value.End == end);
                steps[b].Add((end, b, start, share));
            }

            for (int j = 1; j < next.Length; j++)
            {
                if (next[j] < next[j - 1])
                    (next[j], nextEnds[j]) = (next[j - 1], false);
            }

            (best, ends) = (next, nextEnds);
            history[b + 1] = [.. best];
        }

        float[] labels = new float[blocks.Count];
        int left = truth.Length;
        for (int b = blocks.Count - 1; b >= 0 && left > 0; b--)
        {
            if (history[b][left] >= history[b + 1][left])
                continue;
            // The value came from a block that ends here or before.
            int end = left;
            while (end > 0 && history[b + 1][end - 1] >= history[b + 1][left])
                end--;
            if (steps[b].Find(s => s!.Value.End == end) is { } step)
                (labels[b], left) = (step.Share, step.Start);
        }

        return labels;
    }

    private static IEnumerable<(int Start, int End, double Told, float Share)> Places(string[] words, string[] truth, Dictionary<string, List<int>> at)
    {
        if (words.Length == 0 || truth.Length == 0)
            yield break;
        bool whole = false;
        foreach (int start in at.GetValueOrDefault(words[0]) ?? [])
        {
            if (start + words.Length > truth.Length || !truth.AsSpan(start, words.Length).SequenceEqual(words))
                continue;
            whole = true;
            yield return (start, start + words.Length, words.Length, 1);
        }

        if (whole || words.Length < MinPartial)
            yield break;
        // Words that differ by a space or a box within: the stretch of the text that shares most rows of three words.
        Dictionary<int, int> offsets = [];
        List<int> hits = [];
        int rows = 0;
        for (int i = 0; i + 3 <= words.Length; i++)
        {
            int found = (at.GetValueOrDefault(words[i]) ?? []).FirstOrDefault(s => s + 3 <= truth.Length && truth[s + 1] == words[i + 1] && truth[s + 2] == words[i + 2], -1);
            if (found < 0)
                continue;
            rows++;
            hits.Add(found);
        }

        float share = (float)rows / (words.Length - 2);
        if (share < 0.4)
            yield break;
        hits.Sort();
        int middle = hits[hits.Count / 2], low = middle, high = middle;
        foreach (int hit in hits)
        {
            if (Math.Abs(hit - middle) <= words.Length)
                (low, high) = (Math.Min(low, hit), Math.Max(high, hit));
        }

        yield return (low, Math.Min(truth.Length, high + 3), rows, share);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
