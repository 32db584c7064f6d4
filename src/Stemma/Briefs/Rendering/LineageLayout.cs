using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>A box of the drawing.</summary>
/// <param name="Report">Place in the story, or null for an item that is not at hand.</param>
internal sealed record PlacedNode(string Id, int? Report, int Column, int Row);

/// <summary>Where the boxes of a lineage stand: columns from left to right in order of time, items not at hand first.</summary>
/// <remarks>
/// A report opens a new column when it rests on one of the current column or the column is full; so no arrow ever points left or stays in its column,
/// time never runs backward, and no two boxes share a place. Within a column, boxes are ordered by the mean row of
/// what they rest on (the barycentre step of Sugiyama's layout), which takes out most crossings of so small a graph.
/// </remarks>
internal sealed class LineageLayout
{
    /// <summary>More boxes than this are no picture any more; the rest is listed only.</summary>
    public const int MaxNodes = 60;
    private const int MaxRows = 5;

    private LineageLayout(ImmutableArray<PlacedNode> nodes, ImmutableArray<Derivation> edges, int left)
    {
        Nodes = nodes;
        Edges = edges;
        LeftOut = left;
        Columns = nodes.Select(n => n.Column + 1).DefaultIfEmpty(0).Max();
        Rows = nodes.Select(n => n.Row + 1).DefaultIfEmpty(0).Max();
    }

    public ImmutableArray<PlacedNode> Nodes { get; }

    /// <summary>Those with both ends among the nodes.</summary>
    public ImmutableArray<Derivation> Edges { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>How many reports and items the drawing has no room for.</summary>
    public int LeftOut { get; }

    public static LineageLayout Of(Story story)
    {
        HashSet<string> reports = [.. story.Reports.Select(r => r.Id)];
        List<string> items = [.. story.Lineage.Select(d => d.To).Where(id => !reports.Contains(id)).Distinct(StringComparer.Ordinal)];
        ILookup<string, Derivation> parents = story.Lineage.ToLookup(d => d.From, StringComparer.Ordinal);
        List<List<string>> columns = [];
        for (int i = 0; i < items.Count && i < MaxNodes / 2; i += MaxRows)
            columns.Add([.. items.Skip(i).Take(MaxRows)]);
        int placed = columns.Sum(c => c.Count);

        // Reports bound to others first, if there is not room for all.
        HashSet<string> drawn = [.. story.Reports.OrderBy(r => !parents.Contains(r.Id) && !story.Lineage.Any(d => d.To == r.Id)).Take(MaxNodes - placed).Select(r => r.Id)];
        List<string>? current = null;
        foreach (Report report in story.Reports.Where(r => drawn.Contains(r.Id)))
        {
            // A parent that comes later in time (clocks differ) would point left; its child then opens no column for it.
            if (current is null || current.Count == MaxRows || parents[report.Id].Any(d => current.Contains(d.To)))
                columns.Add(current = []);
            current.Add(report.Id);
        }

        return Arrange(story, columns, parents, reports.Count + items.Count);
    }

    private static LineageLayout Arrange(Story story, List<List<string>> columns, ILookup<string, Derivation> parents, int all)
    {
        Dictionary<string, int> index = [];
        for (int i = 0; i < story.Reports.Length; i++)
            index[story.Reports[i].Id] = i;
        Dictionary<string, PlacedNode> nodes = [];
        for (int column = 0; column < columns.Count; column++)
        {
            int row = 0;
            foreach (string id in columns[column].OrderBy(id => Barycentre(id, parents, nodes)))
                nodes.Add(id, new PlacedNode(id, index.TryGetValue(id, out int i) ? i : null, column, row++));
        }

        return new LineageLayout(
            [.. columns.SelectMany(c => c).Select(id => nodes[id])],
            [.. story.Lineage.Where(d => nodes.ContainsKey(d.From) && nodes.ContainsKey(d.To) && d.From != d.To)],
            all - nodes.Count);
    }

    private static double Barycentre(string id, ILookup<string, Derivation> parents, Dictionary<string, PlacedNode> nodes)
    {
        List<int> rows = [.. parents[id].Select(d => nodes.GetValueOrDefault(d.To)).OfType<PlacedNode>().Select(n => n.Row)];
        return rows.Count == 0 ? 0.5 : rows.Average();
    }
}
