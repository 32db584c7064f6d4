namespace Stemma.Stories;

/// <summary>Cuts a set of reports where it is weakest.</summary>
internal static class Halves
{
    /// <summary>Average linkage (UPGMA) up to two clusters; ties go to the earlier pair, so that the answer depends on nothing but the order of the members.</summary>
    /// <returns>For each member whether it lies in the first member's part.</returns>
    public static bool[] Of(MemberSet set)
    {
        int n = set.Members.Count;
        double[,] sum = new double[n, n];
        int[] size = new int[n], cluster = new int[n];
        for (int i = 0; i < n; i++)
        {
            (size[i], cluster[i]) = (1, i);
            for (int j = 0; j < i; j++)
                sum[i, j] = sum[j, i] = set.Likenesses.Of(i, j).All;
        }

        for (int left = n; left > 2; left--)
        {
            int a = -1, b = -1;
            double best = -1;
            for (int i = 0; i < n; i++)
            {
                for (int j = i + 1; size[i] > 0 && j < n; j++)
                {
                    if (size[j] > 0 && sum[i, j] / ((double)size[i] * size[j]) is double mean && mean > best)
                        (best, a, b) = (mean, i, j);
                }
            }

            for (int k = 0; k < n; k++)
            {
                sum[a, k] += sum[b, k];
                sum[k, a] = sum[a, k];
                if (cluster[k] == b)
                    cluster[k] = a;
            }

            size[a] += size[b];
            size[b] = 0;
        }

        return [.. cluster.Select(c => c == cluster[0])];
    }

    /// <summary>Parts the member that is least like the others from them.</summary>
    /// <returns>As <see cref="Of"/>.</returns>
    public static bool[] AllButWeakest(MemberSet set)
    {
        double[] likeness = new double[set.Members.Count];
        for (int i = 0; i < set.Members.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double s = Math.Sqrt(set.Likenesses.Of(i, j).All);
                likeness[i] += s;
                likeness[j] += s;
            }
        }

        int weakest = Array.IndexOf(likeness, likeness.Min());
        return [.. set.Members.Select((_, i) => i == weakest == (weakest == 0))];
    }
}
