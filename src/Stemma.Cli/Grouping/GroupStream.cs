using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Grouping;

/// <summary>Groups reports as they come and tells what to print of each: its own line, and a new one for every earlier report that it moved.</summary>
/// <remarks>
/// Whoever keeps the last line of each report has what the grouper has. Reports of closed stories, which nothing can move any more, are forgotten:
/// at most twice <see cref="StoryGrouper.DefaultMaxReports"/> are held.
/// </remarks>
internal sealed class GroupStream
{
    private const int MostKept = 2 * StoryGrouper.DefaultMaxReports;

    private readonly StoryGrouper grouper = new();
    private readonly Assignments assignments = new();

    /// <summary>Under which ids and inputs each report was printed: several where the same content came more than once.</summary>
    private readonly Dictionary<string, List<(string Id, string Input)>> printed = new(StringComparer.Ordinal);

    /// <summary>Reports that may still move, and some that may not.</summary>
    public int Kept => printed.Count;

    /// <returns>First the line of <paramref name="report"/>, then those of moved reports, in the order of the changes.</returns>
    public IEnumerable<GroupLine> Add(RawReport raw, ReportTerms report)
    {
        Placement placement = grouper.Add(report);
        (string Report, string Was)[] before =
        [
            .. placement.Changes.SelectMany(c => c.Reports).Distinct(StringComparer.Ordinal).Where(r => r != report.Report).Select(r => (r, assignments.StoryOf(r))),
        ];
        assignments.Apply(report.Report, placement);

        string id = raw.Id ?? report.Report;
        if (!printed.TryGetValue(report.Report, out List<(string, string)>? names))
            printed.Add(report.Report, names = []);
        names.Add((id, raw.Input));
        string changes = string.Concat(placement.Changes.Select(c => $"; {c.Kind}: {c.Reason}"));
        List<GroupLine> lines = [new GroupLine(id, raw.Input, assignments.StoryOf(report.Report), null, placement.Reason + changes)];
        foreach ((string moved, string was) in before)
        {
            // Parted from one story and joined to another at once, it may also be back where it was.
            string story = assignments.StoryOf(moved);
            if (story == was)
                continue;
            string reason = string.Join("; ", placement.Changes.Where(c => c.Reports.Contains(moved)).Select(c => $"{c.Kind}: {c.Reason}"));
            lines.AddRange(printed[moved].Select(name => new GroupLine(name.Id, name.Input, story, was, reason)));
        }

        if (printed.Count > MostKept)
            ForgetClosed();
        return lines;
    }

    private void ForgetClosed()
    {
        foreach (string report in printed.Keys.Where(r => grouper.StoryOf(r) is null).ToList())
        {
            printed.Remove(report);
            assignments.Forget(report);
        }
    }
}
