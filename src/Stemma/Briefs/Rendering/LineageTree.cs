using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>A report, or an item not at hand, with those that rest on it.</summary>
/// <param name="Id">Of a report or an origin.</param>
/// <param name="By">How it rests on its parent; null at a root.</param>
/// <param name="Also">Its further parents, strongest first.</param>
internal sealed record LineageNode(string Id, int Depth, Derivation? By, ImmutableArray<Derivation> Also);

/// <summary>The lineage graph read as a tree: each report under the one that it rests on most, its other parents named beside it.</summary>
internal static class LineageTree
{
    /// <returns>In reading order: each node is followed by its children. Reports that neither rest on anything nor carry anything come last.</returns>
    public static ImmutableArray<LineageNode> Of(Story story)
    {
        Dictionary<string, List<Derivation>> parents = [];
        foreach (Derivation derivation in story.Lineage)
        {
            if (!parents.TryGetValue(derivation.From, out List<Derivation>? list))
                parents.Add(derivation.From, list = []);
            list.Add(derivation);
        }

        foreach (List<Derivation> list in parents.Values)
            list.Sort((a, b) => Strength(b).CompareTo(Strength(a)) is not 0 and int c ? c : string.CompareOrdinal(a.To, b.To));

        // In a circle of citations nobody is the root; the oldest report of it is taken for one.
        Dictionary<string, Derivation> by = [];
        foreach (string id in story.Reports.Select(r => r.Id))
        {
            foreach (Derivation derivation in parents.GetValueOrDefault(id) ?? [])
            {
                if (!Reaches(by, derivation.To, id))
                {
                    by.Add(id, derivation);
                    break;
                }
            }
        }

        ILookup<string, string> children = story.Reports.Select(r => r.Id).Where(by.ContainsKey).ToLookup(id => by[id].To, StringComparer.Ordinal);
        List<string> roots = [.. by.Values.Select(d => d.To).Concat(story.Reports.Select(r => r.Id)).Where(id => !by.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        ImmutableArray<LineageNode>.Builder nodes = ImmutableArray.CreateBuilder<LineageNode>();
        foreach (string root in roots.OrderBy(id => !children.Contains(id)))
            Walk(root, by, parents, children, nodes);
        return nodes.ToImmutable();
    }

    /// <summary>Depth first with its own stack: a chain of a thousand copies of copies must not be a thousand calls deep.</summary>
    private static void Walk(
        string root,
        Dictionary<string, Derivation> by,
        Dictionary<string, List<Derivation>> parents,
        ILookup<string, string> children,
        ImmutableArray<LineageNode>.Builder nodes)
    {
        Stack<(string Id, int Depth)> open = new([(root, 0)]);
        while (open.TryPop(out (string Id, int Depth) node))
        {
            Derivation? own = by.GetValueOrDefault(node.Id);
            nodes.Add(new LineageNode(node.Id, node.Depth, own, [.. (parents.GetValueOrDefault(node.Id) ?? []).Where(d => d != own && d.To != own?.To)]));
            foreach (string child in children[node.Id].Reverse())
                open.Push((child, node.Depth + 1));
        }
    }

    private static bool Reaches(Dictionary<string, Derivation> by, string from, string to)
    {
        for (string id = from; ; id = by[id].To)
        {
            if (id == to)
                return true;
            if (!by.ContainsKey(id))
                return false;
        }
    }

    /// <summary>Text carried over ties closer than a credit line, and that closer than a citation.</summary>
    private static double Strength(Derivation derivation) => derivation.Share + derivation.Kind switch
    {
        DerivationKind.Verbatim => 6,
        DerivationKind.Rewrite => 4,
        DerivationKind.Credits => 2,
        _ => 0,
    };
}
