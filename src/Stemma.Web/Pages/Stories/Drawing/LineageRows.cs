using System.Collections.Immutable;
using Stemma.Briefs.Rendering;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>A line of the lineage: a report, or an item that is known but not at hand.</summary>
/// <param name="Id">Of the report or the origin.</param>
/// <param name="Report">Null for an item not at hand.</param>
/// <param name="Step">Place in time, from 0: items not at hand share the first, reports of one moment share theirs.</param>
/// <param name="Depth">How many stand above it in the family.</param>
public sealed record LineageRow(string Id, Report? Report, int Step, int Depth);

/// <summary>An arrow from a text to one that rests on it, between two lines.</summary>
public sealed record LineageLink(Derivation By, int FromRow, int ToRow);

/// <summary>Lays a lineage out as lines under each other, time from left to right, each family together under what it rests on.</summary>
/// <remarks>
/// A line for each text leaves room for its name in full words, never lets two names overlap however many came in one minute, and reads as a list where the drawing is not seen.
/// Families follow the strongest tie of each report, as the tree in text does; further ties cross the lines. A report comes no earlier in the order of steps than time says,
/// so an arrow that leads back shows a clock that is wrong.
/// </remarks>
public sealed class LineageRows
{
    private LineageRows(ImmutableArray<LineageRow> rows, ImmutableArray<LineageLink> links, ImmutableArray<(int Step, DateOnly Day)> days, int steps, int alone, int leftOut) =>
        (Rows, Links, Days, Steps, Alone, LeftOut) = (rows, links, days, steps, alone, leftOut);

    public ImmutableArray<LineageRow> Rows { get; }

    public ImmutableArray<LineageLink> Links { get; }

    /// <summary>The first step of each day.</summary>
    public ImmutableArray<(int Step, DateOnly Day)> Days { get; }

    public int Steps { get; }

    /// <summary>Reports, drawn or not, that rest on none and carry none.</summary>
    public int Alone { get; }

    /// <summary>Reports and items for which there was no room.</summary>
    public int LeftOut { get; }

    /// <summary>Lines and arrows as they are given, without days: for a drawing of something other than a story.</summary>
    public static LineageRows Drawn(ImmutableArray<LineageRow> rows, ImmutableArray<LineageLink> links) => new(rows, links, [], rows.Select(r => r.Step + 1).DefaultIfEmpty(0).Max(), 0, 0);

    /// <param name="most">Lines that are drawn; families come before reports that stand alone.</param>
    public static LineageRows Of(PageStory page, int most)
    {
        ArgumentNullException.ThrowIfNull(page);
        ImmutableArray<LineageNode> tree = LineageTree.Of(page.Story);
        HashSet<string> bound = [.. page.Story.Lineage.SelectMany(d => new[] { d.From, d.To })];
        ImmutableArray<LineageNode> ordered = [.. tree.Where(n => bound.Contains(n.Id)), .. tree.Where(n => !bound.Contains(n.Id))];
        ImmutableArray<LineageNode> drawn = [.. ordered.Take(most)];

        Report[] inTime = [.. drawn.Select(n => page.Report(n.Id)).OfType<Report>().OrderBy(r => r.Published is null).ThenBy(r => r.Published?.SortKey)];
        Dictionary<string, int> step = new(StringComparer.Ordinal);
        List<(int, DateOnly)> days = [];
        int steps = drawn.Any(n => page.Report(n.Id) is null) ? 0 : -1;
        DateTimeOffset? last = null;
        DateOnly? day = null;
        foreach (Report report in inTime)
        {
            DateTimeOffset? time = report.Published?.SortKey;
            if (steps < 0 || last != time || time is null || step.Count == 0)
                steps++;
            (last, step[report.Id]) = (time, steps);
            if (report.Published is { } published && DateOnly.FromDateTime(published.SortKey.UtcDateTime) is var date && date != day)
                days.Add((steps, (day = date).Value));
        }

        ImmutableArray<LineageRow> rows = [.. drawn.Select(n => new LineageRow(n.Id, page.Report(n.Id), step.GetValueOrDefault(n.Id, 0), n.Depth))];
        Dictionary<string, int> index = rows.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        ImmutableArray<LineageLink> links = [.. page.Story.Lineage
            .Where(d => d.From != d.To && index.ContainsKey(d.From) && index.ContainsKey(d.To))
            .Select(d => new LineageLink(d, index[d.To], index[d.From]))];
        return new LineageRows(rows, links, [.. days], steps + 1, page.Story.Reports.Count(r => !bound.Contains(r.Id)), ordered.Length - drawn.Length);
    }
}
