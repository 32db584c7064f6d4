namespace Stemma.Lineages;

/// <summary>Finds the pairs of reports that are worth aligning: those that share rows of words outside quotations.</summary>
/// <remarks>
/// Keeps a big story near-linear: of a row that many reports have, only the earliest <see cref="MaxReports"/> are paired with the rest, for among them
/// stands the one that the others rest on; and each report is aligned with at most <see cref="MaxPartners"/>.
/// </remarks>
internal static class CopyCandidates
{
    private const int MaxReports = 16;
    private const int MaxPartners = 24;

    /// <summary>Rows shared before a pair is looked at: two stray rows are no copy.</summary>
    private const int MinRows = 3;

    /// <returns>Pairs of indexes into <paramref name="texts"/>, the smaller first, in order.</returns>
    public static List<(int A, int B)> Of(IReadOnlyList<LineageText> texts)
    {
        Dictionary<ulong, List<int>> places = [];
        Dictionary<(int, int), int> shared = [];
        for (int r = 0; r < texts.Count; r++)
        {
            LineageText text = texts[r];
            HashSet<ulong> seen = [];
            for (int i = 0; i + Tiling.MinLength <= text.Ids.Length; i++)
            {
                if (!text.IsEvidence[i] || !text.IsEvidence[i + Tiling.MinLength - 1] || !seen.Add(Tiling.Row(text.Ids, i)))
                    continue;
                ulong row = Tiling.Row(text.Ids, i);
                if (!places.TryGetValue(row, out List<int>? at))
                    places.Add(row, at = []);
                foreach (int other in at)
                    shared[(other, r)] = shared.GetValueOrDefault((other, r)) + 1;
                if (at.Count < MaxReports)
                    at.Add(r);
            }
        }

        return [.. shared
            .Where(s => s.Value >= MinRows)
            .GroupBy(s => s.Key.Item2)
            .SelectMany(g => g.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Item1).Take(MaxPartners))
            .Select(s => s.Key)
            .Order()];
    }
}
