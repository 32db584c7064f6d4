using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>How many had spoken by a time: reports, and origins as an interval.</summary>
public readonly record struct Voices(DateTimeOffset Time, int Reports, int Least, int Most);

/// <summary>Reports against origins as they came in.</summary>
/// <remarks>
/// Counted over the picture of now: an origin enters with the first report that has something from it. So what was learned later about who may be whom counts from the start, and
/// the last step is the story's own count. Reports without a time come last.
/// </remarks>
public static class VoicesOverTime
{
    /// <returns>One entry for each time at which a report came, oldest first; empty where no report has a time.</returns>
    public static ImmutableArray<Voices> Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        ImmutableArray<Report> reports = [.. story.Reports.Where(r => r.Status is not ReportStatus.Withdrawn)];
        ILookup<string, Origin> arriving = Arrivals(story, reports);
        Dictionary<string, int> index = story.Origins.Select((o, i) => (o.Id, i)).ToDictionary(o => o.Id, o => o.i, StringComparer.Ordinal);
        int[] root = Kin(story, index);
        HashSet<int> heard = [];
        int count = 0, most = 0;
        ImmutableArray<Voices>.Builder steps = ImmutableArray.CreateBuilder<Voices>();
        foreach (Report report in reports)
        {
            count++;
            foreach (Origin origin in arriving[report.Id])
            {
                most++;
                if (origin.Basis is not OriginBasis.OtherMedia)
                    heard.Add(Find(root, index[origin.Id]));
            }

            if (report.Published is { } time)
            {
                if (steps.Count > 0 && steps[^1].Time == time.SortKey)
                    steps.RemoveAt(steps.Count - 1);
                steps.Add(new Voices(time.SortKey, count, heard.Count, most));
            }
            else if (steps.Count > 0)
            {
                steps[^1] = steps[^1] with { Reports = count, Least = heard.Count, Most = most };
            }
        }

        return steps.ToImmutable();
    }

    /// <summary>Those that may be one are counted as one for "at least".</summary>
    private static int[] Kin(Story story, Dictionary<string, int> index)
    {
        int[] root = [.. Enumerable.Range(0, story.Origins.Length)];
        foreach (Origin origin in story.Origins.Where(IsCounted))
        {
            foreach (string other in origin.MayBe)
            {
                if (index.TryGetValue(other, out int j) && IsCounted(story.Origins[j]))
                    root[Find(root, index[origin.Id])] = Find(root, j);
            }
        }

        return root;
    }

    private static bool IsCounted(Origin origin) => origin.Basis is not OriginBasis.OtherMedia && !origin.Withdrawn;

    /// <summary>By report the origins that enter with it.</summary>
    private static ILookup<string, Origin> Arrivals(Story story, ImmutableArray<Report> reports)
    {
        Dictionary<string, int> order = reports.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        foreach (Assertion assertion in story.Assertions)
        {
            if (!order.TryGetValue(assertion.Report, out int at))
                continue;
            foreach (string origin in assertion.Attribution.Select(s => s.Origin).OfType<string>())
                first[origin] = Math.Min(at, first.GetValueOrDefault(origin, int.MaxValue));
        }

        // What no source points at was seen by an outlet's own people, or is an item that a report names.
        foreach (var edge in story.Lineage)
        {
            if (order.TryGetValue(edge.From, out int at) && !order.ContainsKey(edge.To))
                first[edge.To] = Math.Min(at, first.GetValueOrDefault(edge.To, int.MaxValue));
        }

        return story.Origins.Where(o => !o.Withdrawn && reports.Length > 0).ToLookup(o => reports[first.TryGetValue(o.Id, out int at) ? at : ByVia(o, reports)].Id, StringComparer.Ordinal);
    }

    private static int ByVia(Origin origin, ImmutableArray<Report> reports)
    {
        for (int i = 0; i < reports.Length; i++)
        {
            if (reports[i].Outlet is { } outlet && origin.Via.Contains(outlet, StringComparer.OrdinalIgnoreCase))
                return i;
        }

        return 0;
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
