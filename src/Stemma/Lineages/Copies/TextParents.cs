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

    /// <summary>Share that a further parent has to add if it is kin of one chosen already: two that reword one original fall on the same words now and then.</summary>
    private const double RelatedShare = 0.3;

    /// <returns>At most a few edges a report, none of which runs in a circle with another.</returns>
    public static List<Edge> Of(IReadOnlyList<LineageText> texts, HouseNames names)
    {
        CopyDirections directions = new(texts, names);
        foreach ((int a, int b) in CopyCandidates.Of(texts))
            directions.Add(texts[a], texts[b]);

        Dictionary<int, List<Alignment>> byChild = [];
        foreach (Alignment alignment in directions.Settle())
        {
            if (!IsCopy(alignment))
                continue;
            if (!byChild.TryGetValue(alignment.From.Rank, out List<Alignment>? parents))
                byChild.Add(alignment.From.Rank, parents = []);
            parents.Add(alignment);
        }

        List<Edge> edges = [];
        foreach ((_, List<Alignment> parents) in byChild.OrderBy(p => p.Key))
        {
            foreach (Alignment parent in Chosen(parents, byChild))
            {
                if (!Reaches(edges, parent.To.Id, parent.From.Id))
                    edges.Add(new Edge(parent.From, parent.To, parent.To.Id, parent.EvidenceShare >= VerbatimShare ? DerivationKind.Verbatim : DerivationKind.Rewrite, parent));
            }
        }

        return edges;
    }

    public static bool IsCopy(Alignment a) =>
        a.Longest >= LongestPassage && a.Evidence >= PartWords && a.EvidenceShare >= PartShare;

    /// <summary>The best parent, and others that explain what it leaves over.</summary>
    private static IEnumerable<Alignment> Chosen(List<Alignment> parents, Dictionary<int, List<Alignment>> byChild)
    {
        List<LineageText> chosen = [];
        bool[] explained = new bool[parents[0].From.Ids.Length];
        List<Alignment> left = [.. parents.OrderBy(p => p.To.Rank)];
        while (left.Count > 0)
        {
            int most = left.Max(p => New(p, explained));
            Alignment best = left.First(p => New(p, explained) >= most * (1 - Tie));
            if (explained.Contains(true) && (most < PartWords || most < PartShare * best.From.Evidence))
                yield break;
            left.Remove(best);
            if (most < RelatedShare * best.From.Evidence && chosen.Exists(c => Rests(best.To, c, byChild) || Rests(c, best.To, byChild)))
                continue;
            chosen.Add(best.To);
            yield return best;
            for (int i = 0; i < explained.Length; i++)
                explained[i] |= best.Carried[i];
        }
    }

    private static bool Rests(LineageText child, LineageText parent, Dictionary<int, List<Alignment>> byChild) =>
        byChild.GetValueOrDefault(child.Rank)?.Exists(a => a.To == parent) == true;

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
