namespace Stemma.Lineages;

/// <summary>Words of one text that stand where other words stand in the other; either side may be empty.</summary>
internal readonly record struct WordChange(int From, int FromEnd, int To, int ToEnd);

/// <summary>Compares two short stretches word by word (longest common subsequence).</summary>
internal static class WordDiff
{
    /// <summary>In order. Quadratic in the stretches, which an <see cref="Alignment"/> keeps to a dozen words.</summary>
    public static IEnumerable<WordChange> Of(LineageText from, int first, int end, LineageText to, int otherFirst, int otherEnd)
    {
        int n = end - first, m = otherEnd - otherFirst;
        int[,] common = new int[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
                common[i, j] = from.Ids[first + i] == to.Ids[otherFirst + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        int x = 0, y = 0;
        while (x < n || y < m)
        {
            int startX = x, startY = y;
            while ((x < n || y < m) && !(x < n && y < m && from.Ids[first + x] == to.Ids[otherFirst + y]))
            {
                if (y >= m || (x < n && common[x + 1, y] >= common[x, y + 1]))
                    x++;
                else
                    y++;
            }

            if (x > startX || y > startY)
                yield return new WordChange(first + startX, first + x, otherFirst + startY, otherFirst + y);
            while (x < n && y < m && from.Ids[first + x] == to.Ids[otherFirst + y])
                (x, y) = (x + 1, y + 1);
        }
    }
}
