using System.Collections.Immutable;

namespace Stemma.Lineages;

/// <summary>Which reports carry over the text of which.</summary>
internal static class TextParents
{
    /// <summary>Share of a report's own words (no quotations, no stock phrases) from which it counts as the same text.</summary>
    private const double VerbatimShare = 0.5;

    /// <summary>Share, and evidence words, from which it counts as partly copied.</summary>
    private const double PartShare = 0.14;
    private const int PartWords = 16;

    /// <summary>Evidence words in one passage without which nothing is a copy: a sentence that two reporters wrote alike is shorter.</summary>
    private const int LongestPassage = 12;

    /// <summary>Two parents that explain about as much differ by less than this part: then the earlier is the likelier, as copies of one original are alike.</summary>
    private const double Tie = 0.06;

    /// <returns>At most a few edges a report, none of which runs in a circle with another.</returns>
    public static List<Edge> Of(IReadOnlyList<LineageText> texts, HouseNames names)
    {
        Dictionary<int, List<Alignment>> byChild = [];
        foreach ((int a, int b) in CopyCandidates.Of(texts))
        {
            (LineageText child, LineageText parent) = Directed(texts[a], texts[b], names);
            Alignment alignment = Alignment.Of(child, parent);
            if (!IsCopy(alignment))
                continue;
            if (!byChild.TryGetValue(child.Rank, out List<Alignment>? parents))
                byChild.Add(child.Rank, parents = []);
            parents.Add(alignment);
        }

        List<Edge> edges = [];
        foreach ((_, List<Alignment> parents) in byChild.OrderBy(p => p.Key))
        {
            foreach (Alignment parent in Chosen(parents))
            {
                if (!Reaches(edges, parent.To.Id, parent.From.Id))
                    edges.Add(new Edge(parent.From, parent.To, parent.To.Id, parent.EvidenceShare >= VerbatimShare ? DerivationKind.Verbatim : DerivationKind.Rewrite, parent));
            }
        }

        return edges;
    }

    private static bool IsCopy(Alignment a) =>
        a.Longest >= LongestPassage && a.Evidence >= PartWords && a.EvidenceShare >= PartShare;

    /// <summary>The best parent, and others that explain what it leaves over.</summary>
    private static IEnumerable<Alignment> Chosen(List<Alignment> parents)
    {
        bool[] explained = new bool[parents[0].From.Ids.Length];
        List<Alignment> left = [.. parents.OrderBy(p => p.To.Rank)];
        while (left.Count > 0)
        {
            int most = left.Max(p => New(p, explained));
            Alignment best = left.First(p => New(p, explained) >= most * (1 - Tie));
            if (explained.Contains(true) && (most < PartWords || most < PartShare * best.From.Evidence))
                yield break;
            yield return best;
            left.Remove(best);
            for (int i = 0; i < explained.Length; i++)
                explained[i] |= best.Carried[i];
        }
    }

    private static int New(Alignment alignment, bool[] explained)
    {
        int words = 0;
        for (int i = 0; i < explained.Length; i++)
        {
            if (alignment.Carried[i] && !explained[i] && alignment.From.IsEvidence[i])
                words++;
        }

        return words;
    }

    /// <summary>Time first; then a credit; then which is more contained in the other, as a copy is cut more often than it is added to.</summary>
    private static (LineageText Child, LineageText Parent) Directed(LineageText a, LineageText b, HouseNames names)
    {
        int order = Chronology.Compare(a.Dated.Report, b.Dated.Report);
        if (order != 0)
            return order > 0 ? (a, b) : (b, a);
        bool aCredits = Credits(a, b, names), bCredits = Credits(b, a, names);
        if (aCredits != bCredits)
            return aCredits ? (a, b) : (b, a);
        return Alignment.Of(a, b).EvidenceShare > Alignment.Of(b, a).EvidenceShare ? (a, b) : (b, a);
    }

    private static bool Credits(LineageText child, LineageText parent, HouseNames names) =>
        parent.Dated.Report.Outlet is { } outlet && child.Dated.Report.Outlet != outlet && child.Dated.Report.Agencies.Any(a => names.Canonical(a) == outlet);

    private static bool Reaches(List<Edge> edges, string from, string to)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { from };
        Queue<string> open = new([from]);
        while (open.TryDequeue(out string? at))
        {
            if (at == to)
                return true;
            foreach (Edge edge in edges)
            {
                if (edge.From.Id == at && seen.Add(edge.Target))
                    open.Enqueue(edge.Target);
            }
        }

        return false;
    }
}
