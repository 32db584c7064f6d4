namespace Stemma.Evaluation.Cases;

/// <summary>How much of two word sequences runs alike: the longest common run, then the same to its left and to its right.</summary>
/// <remarks>
/// Ratcliff and Obershelp's matching as Python's <c>difflib.SequenceMatcher(autojunk=False)</c> does it, ties included (earliest in the first
/// sequence, then in the second), so that scores agree with the scorer that the project is measured by.
/// </remarks>
internal static class MatchingBlocks
{
    /// <summary>The number of words in all matching blocks.</summary>
    public static int TotalSize(string[] a, string[] b)
    {
        Dictionary<string, List<int>> positions = new(StringComparer.Ordinal);
        for (int j = 0; j < b.Length; j++)
        {
            if (!positions.TryGetValue(b[j], out List<int>? at))
                positions.Add(b[j], at = []);
            at.Add(j);
        }

        int total = 0;
        Stack<(int ALow, int AHigh, int BLow, int BHigh)> open = new([(0, a.Length, 0, b.Length)]);
        while (open.TryPop(out (int ALow, int AHigh, int BLow, int BHigh) part))
        {
            (int i, int j, int size) = Longest(a, positions, part.ALow, part.AHigh, part.BLow, part.BHigh);
            if (size == 0)
                continue;
            total += size;
            if (part.ALow < i && part.BLow < j)
                open.Push((part.ALow, i, part.BLow, j));
            if (i + size < part.AHigh && j + size < part.BHigh)
                open.Push((i + size, part.AHigh, j + size, part.BHigh));
        }

        return total;
    }

    private static (int I, int J, int Size) Longest(
        string[] a, Dictionary<string, List<int>> positions, int aLow, int aHigh, int bLow, int bHigh)
    {
        (int I, int J, int Size) best = (aLow, bLow, 0);
        Dictionary<int, int> runs = []; // length of the run that ends at this word of b and at the previous word of a
        for (int i = aLow; i < aHigh; i++)
        {
            Dictionary<int, int> next = [];
            foreach (int j in positions.TryGetValue(a[i], out List<int>? at) ? at : [])
            {
                if (j < bLow)
                    continue;
                if (j >= bHigh)
                    break;
                int length = next[j] = runs.GetValueOrDefault(j - 1) + 1;
                if (length > best.Size)
                    best = (i - length + 1, j - length + 1, length);
            }

            runs = next;
        }

        return best;
    }
}
