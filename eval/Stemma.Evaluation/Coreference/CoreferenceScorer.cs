using System.Collections.Immutable;

namespace Stemma.Evaluation.Coreference;

/// <summary>Scores clusters of given mentions against the key's as the reference scorer of CoNLL does (Pradhan et al. 2014); mentions alone are clusters.</summary>
public static class CoreferenceScorer
{
    /// <param name="mentions">For each mention its cluster in the key and the cluster found.</param>
    public static CoreferenceScore Score(ImmutableArray<(string Key, string Found)> mentions)
    {
        Dictionary<string, int> key = mentions.CountBy(m => m.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, int> found = mentions.CountBy(m => m.Found, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Dictionary<(string Key, string Found), int> both = mentions.CountBy(m => m).ToDictionary();
        double count = Math.Max(1, mentions.Length);

        // A cluster of n mentions has n - 1 links, and the other side's cuts lose one each.
        ILookup<string, int> cutsOfKey = both.ToLookup(b => b.Key.Key, b => b.Value, StringComparer.Ordinal);
        ILookup<string, int> cutsOfFound = both.ToLookup(b => b.Key.Found, b => b.Value, StringComparer.Ordinal);
        CoreferenceMeasure muc = new(Links(key, cutsOfKey), Links(found, cutsOfFound));
        CoreferenceMeasure bCubed = new(
            both.Sum(b => (double)b.Value * b.Value / key[b.Key.Key]) / count,
            both.Sum(b => (double)b.Value * b.Value / found[b.Key.Found]) / count);
        double matched = Matched(key, found, both);
        return new CoreferenceScore(muc, bCubed, new(matched / Math.Max(1, key.Count), matched / Math.Max(1, found.Count)));
    }

    private static double Links(Dictionary<string, int> clusters, ILookup<string, int> cuts)
    {
        int links = clusters.Sum(c => c.Value - 1);
        return links == 0 ? 0 : (double)clusters.Sum(c => c.Value - cuts[c.Key].Count()) / links;
    }

    /// <summary>Largest sum of Dice coefficients of a matching; clusters that share no mention, even through others, are matched apart.</summary>
    private static double Matched(Dictionary<string, int> key, Dictionary<string, int> found, Dictionary<(string Key, string Found), int> both)
    {
        Dictionary<string, string[]> ofKey = both.Keys.GroupBy(b => b.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(b => b.Found).ToArray(), StringComparer.Ordinal);
        Dictionary<string, string[]> ofFound = both.Keys.GroupBy(b => b.Found, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(b => b.Key).ToArray(), StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        double sum = 0;
        foreach (string start in key.Keys)
        {
            if (!seen.Add(start))
                continue;
            List<string> rows = [start];
            List<string> columns = [];
            HashSet<string> seenColumns = new(StringComparer.Ordinal);
            for (int i = 0; i < rows.Count; i++)
            {
                foreach (string column in ofKey[rows[i]].Where(seenColumns.Add))
                {
                    columns.Add(column);
                    rows.AddRange(ofFound[column].Where(seen.Add));
                }
            }

            double[,] dice = new double[rows.Count, columns.Count];
            for (int i = 0; i < rows.Count; i++)
            {
                for (int j = 0; j < columns.Count; j++)
                    dice[i, j] = 2.0 * both.GetValueOrDefault((rows[i], columns[j])) / (key[rows[i]] + found[columns[j]]);
            }

            sum += BestMatching.Sum(dice);
        }

        return sum;
    }
}
