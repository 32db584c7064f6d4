using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>How many stand behind a whole story: "5 reports, 5 outlets, 3 to 6 origins".</summary>
internal static class StoryCounts
{
    public static string Of(Story story)
    {
        // A cancelled item is named, and counted in nothing.
        int withdrawn = story.Reports.Count(r => r.Status is ReportStatus.Withdrawn);
        int outlets = story.Reports.Where(r => r.Status is not ReportStatus.Withdrawn).Select(r => r.Outlet ?? "\0" + r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        string text = Sourcing.Count(story.Reports.Length - withdrawn, "report") + ", " + Sourcing.Count(outlets, "outlet");
        (int least, int most) = Origins(story);
        if (most > 0)
            text += ", " + (least == most ? Sourcing.Count(least, "origin") : $"{least} to {Sourcing.Count(most, "origin")}");
        return withdrawn == 0 ? text : text + $"; {Sourcing.Count(withdrawn, "report")} withdrawn";
    }

    /// <summary>Origins that must be different ones, and that may be: those that may be one are counted as one for the first.</summary>
    public static (int Least, int Most) Origins(Story story)
    {
        var counted = story.Origins.Where(o => o.Basis != OriginBasis.OtherMedia && !o.Withdrawn).ToList();
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (int i = 0; i < counted.Count; i++)
            index[counted[i].Id] = i;
        int[] root = [.. Enumerable.Range(0, counted.Count)];
        for (int i = 0; i < counted.Count; i++)
        {
            foreach (string other in counted[i].MayBe)
            {
                if (index.TryGetValue(other, out int j))
                    root[Find(root, i)] = Find(root, j);
            }
        }

        int least = Enumerable.Range(0, counted.Count).Select(i => Find(root, i)).Distinct().Count();
        return (least, story.Origins.Count(o => !o.Withdrawn));
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
