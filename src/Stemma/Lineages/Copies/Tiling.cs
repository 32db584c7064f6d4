using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>Words that stand in the same order in two reports.</summary>
/// <param name="From">Index of the first in the one.</param>
/// <param name="To">Index of the first in the other.</param>
internal readonly record struct Tile(int From, int To, int Length);

/// <summary>Greedy string tiling (Wise 1993): covers two texts with the longest common runs of words, each word used once.</summary>
/// <remarks>
/// Runs are found through an index of rows of <see cref="MinLength"/> words instead of by comparing all positions. Of a row that stands more often than
/// <see cref="MaxPlaces"/> times in a text only the first places are tried, which bounds the work on a text that repeats itself.
/// </remarks>
internal static class Tiling
{
    /// <summary>Shortest run, in words: below it English repeats itself by chance.</summary>
    public const int MinLength = 5;

    private const int MaxPlaces = 8;

    /// <returns>By place in <paramref name="from"/>.</returns>
    public static ImmutableArray<Tile> Of(int[] from, int[] to)
    {
        Dictionary<ulong, List<int>> places = [];
        for (int j = 0; j + MinLength <= to.Length; j++)
        {
            ulong row = Row(to, j);
            if (!places.TryGetValue(row, out List<int>? at))
                places.Add(row, at = []);
            if (at.Count < MaxPlaces)
                at.Add(j);
        }

        List<Tile> runs = [];
        for (int i = 0; i + MinLength <= from.Length; i++)
        {
            if (!places.TryGetValue(Row(from, i), out List<int>? at))
                continue;
            foreach (int j in at)
            {
                if (i > 0 && j > 0 && from[i - 1] == to[j - 1])
                    continue; // found from further left
                int length = 0;
                while (i + length < from.Length && j + length < to.Length && from[i + length] == to[j + length])
                    length++;
                if (length >= MinLength)
                    runs.Add(new Tile(i, j, length));
            }
        }

        return Cover(runs, new bool[from.Length], new bool[to.Length]);
    }

    /// <summary>Hash of the row of words that begins at an index.</summary>
    public static ulong Row(int[] ids, int at)
    {
        ulong hash = 0;
        for (int k = at; k < at + MinLength; k++)
            hash = StableHash.Combine(hash, (ulong)ids[k] + 1);
        return hash;
    }

    private static ImmutableArray<Tile> Cover(List<Tile> runs, bool[] usedFrom, bool[] usedTo)
    {
        runs.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        List<Tile> tiles = [];
        foreach (Tile run in runs)
        {
            int skip = 0, length = run.Length;
            while (length >= MinLength && (usedFrom[run.From + skip] || usedTo[run.To + skip]))
                (skip, length) = (skip + 1, length - 1);
            while (length >= MinLength && (usedFrom[run.From + skip + length - 1] || usedTo[run.To + skip + length - 1]))
                length--;
            Span<bool> from = usedFrom.AsSpan(run.From + skip, length), to = usedTo.AsSpan(run.To + skip, length);
            if (length < MinLength || from.Contains(true) || to.Contains(true))
                continue;
            from.Fill(true);
            to.Fill(true);
            tiles.Add(new Tile(run.From + skip, run.To + skip, length));
        }

        return [.. tiles.OrderBy(t => t.From)];
    }
}
