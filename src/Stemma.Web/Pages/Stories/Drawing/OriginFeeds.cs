using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>An origin with the lines of the reports through which it enters the reporting.</summary>
/// <param name="Rows">Lines, downwards; at least one.</param>
public sealed record OriginFeed(Origin Origin, ImmutableArray<int> Rows);

/// <summary>The first column of a lineage: origins, and where each enters.</summary>
/// <remarks>
/// An origin enters with a report that has its words and rests on none that has them: who copies a report adds no way in. So the lines of one origin are few, and an origin with two of
/// them is one that two reporters reached. In a circle of citations, where everybody rests on somebody, it enters with the first report of the circle.
/// </remarks>
public static class OriginFeeds
{
    /// <param name="most">Origins that are drawn; those with the widest reach come first.</param>
    /// <returns>In the order in which they lie under each other with the fewest crossings: by the middle of their lines.</returns>
    public static ImmutableArray<OriginFeed> Of(PageStory page, ImmutableArray<LineageRow> rows, int most)
    {
        ArgumentNullException.ThrowIfNull(page);
        Dictionary<string, int> index = rows.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        ILookup<string, string> parents = page.Story.Lineage.ToLookup(d => d.From, d => d.To, StringComparer.Ordinal);
        ILookup<string, string> carriers = page.Story.Assertions
            .SelectMany(a => a.Attribution.Select(s => s.Origin).OfType<string>().Select(o => (Origin: o, a.Report)))
            .ToLookup(a => a.Origin, a => a.Report, StringComparer.Ordinal);

        // An agency's item that is not at hand is an origin too, and has a line of its own already.
        return [.. page.Origins
            .Where(o => o.Reports > 0 && !index.ContainsKey(o.Origin.Id))
            .Select(o => new OriginFeed(o.Origin, Entries([.. carriers[o.Origin.Id]], parents, index)))
            .Where(f => !f.Rows.IsEmpty)
            .Take(most)
            .OrderBy(f => f.Rows.Average())
            .ThenBy(f => f.Rows[0])];
    }

    /// <summary>Places under each other, as near to the middle of their lines as room allows.</summary>
    /// <param name="feeds">In the order of <see cref="Of"/>.</param>
    /// <param name="middle">Of a line, in pixels.</param>
    /// <param name="pitch">Least distance of two origins, in pixels.</param>
    /// <param name="top">Least place, in pixels.</param>
    /// <returns>Of each origin, in pixels.</returns>
    public static ImmutableArray<double> Places(ImmutableArray<OriginFeed> feeds, Func<int, int> middle, double pitch, double top)
    {
        // Least squares under "each at least one pitch below the last": neighbours that would overlap are pooled and lie evenly about their common middle (pool adjacent violators).
        List<(double Sum, int Count)> pools = [];
        for (int i = 0; i < feeds.Length; i++)
        {
            pools.Add((feeds[i].Rows.Average(r => (double)middle(r)) - (i * pitch), 1));
            while (pools.Count > 1 && pools[^1].Sum / pools[^1].Count < pools[^2].Sum / pools[^2].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        return [.. pools.SelectMany(p => Enumerable.Repeat(p.Sum / p.Count, p.Count)).Select((y, i) => Math.Max(y, top) + (i * pitch))];
    }

    private static ImmutableArray<int> Entries(HashSet<string> carriers, ILookup<string, string> parents, Dictionary<string, int> index)
    {
        ImmutableArray<int> rows = [.. carriers.Where(c => index.ContainsKey(c) && !RestsOnOne(c)).Select(c => index[c]).Order()];
        return rows.IsEmpty && carriers.All(RestsOnOne) ? [.. carriers.Where(index.ContainsKey).Select(c => index[c]).Order().Take(1)] : rows;

        bool RestsOnOne(string report)
        {
            HashSet<string> seen = [report];
            Stack<string> open = new(parents[report]);
            while (open.TryPop(out string? parent))
            {
                if (!seen.Add(parent))
                    continue;
                if (carriers.Contains(parent))
                    return true;
                foreach (string further in parents[parent])
                    open.Push(further);
            }

            return false;
        }
    }
}
