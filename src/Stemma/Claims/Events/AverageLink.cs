namespace Stemma.Claims;

/// <summary>Groups by mean likeness: the two likest groups are joined for as long as they are like enough (UPGMA, Sokal and Michener 1958).</summary>
/// <remarks>Ties go to the earliest. Time grows with the square of the members in practice, with the cube at worst.</remarks>
internal static class AverageLink
{
    /// <param name="likeness">Square and symmetric; it is overwritten.</param>
    /// <returns>For each member the first member of its group.</returns>
    public static int[] Group(double[,] likeness, double threshold)
    {
        int n = likeness.GetLength(0);
        int[] group = [.. Enumerable.Range(0, n)];
        int[] size = [.. Enumerable.Repeat(1, n)];
        bool[] gone = new bool[n];
        int[] best = new int[n];
        for (int i = 0; i < n; i++)
            best[i] = Best(i);
        while (true)
        {
            int a = -1;
            for (int i = 0; i < n; i++)
            {
                if (!gone[i] && best[i] >= 0 && (a < 0 || likeness[i, best[i]] > likeness[a, best[a]]))
                    a = i;
            }

            if (a < 0 || likeness[a, best[a]] < threshold)
                return group;
            int b = best[a];
            for (int k = 0; k < n; k++)
            {
                if (!gone[k] && k != a && k != b)
                    likeness[a, k] = likeness[k, a] = (likeness[a, k] * size[a] + likeness[b, k] * size[b]) / (size[a] + size[b]);
            }

            size[a] += size[b];
            gone[b] = true;
            for (int k = 0; k < n; k++)
            {
                if (group[k] == b)
                    group[k] = a;
            }

            for (int k = 0; k < a; k++)
            {
                if (!gone[k] && (best[k] == a || best[k] == b || likeness[k, a] > likeness[k, best[k]]))
                    best[k] = Best(k);
            }

            for (int k = a; k < n; k++)
            {
                if (!gone[k] && (k == a || best[k] == b))
                    best[k] = Best(k);
            }
        }

        // The likest of the later ones; -1 where there is none.
        int Best(int i)
        {
            int found = -1;
            for (int k = i + 1; k < n; k++)
            {
                if (!gone[k] && (found < 0 || likeness[i, k] > likeness[i, found]))
                    found = k;
            }

            return found;
        }
    }
}
