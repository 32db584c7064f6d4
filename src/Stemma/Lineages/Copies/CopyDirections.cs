using System.Collections.Immutable;

namespace Stemma.Lineages;

/// <summary>Which of two reports with the same text was made from the other.</summary>
/// <remarks>
/// Time tells first, then a credit. Where neither does, a report that is put together from parts of others that have nothing to do with each other is their
/// child; else the one that is more contained in the other is, as a copy is cut more often than it is added to.
/// </remarks>
internal sealed class CopyDirections(IReadOnlyList<LineageText> texts, HouseNames names)
{
    /// <summary>Part of a report from which it counts as contained: such a report is a cut copy and no source of what it stands in.</summary>
    private const double Contained = 0.8;

    /// <summary>Part of a compilation that its sources explain together, and that one of them adds to what another explains.</summary>
    private const double Explained = 0.8;
    private const double Added = 0.2;

    private readonly List<(int A, int B)> open = [];
    private readonly List<Alignment> settled = [];

    /// <summary>For each report by rank, those that share text with it: how it stands in them.</summary>
    private readonly Dictionary<int, List<Alignment>> partners = [];

    public void Add(LineageText a, LineageText b)
    {
        int order = Order(a, b);
        if (order != 0)
        {
            Alignment alignment = order > 0 ? Alignment.Of(a, b) : Alignment.Of(b, a);
            settled.Add(alignment);
            return;
        }

        Alignment forth = Alignment.Of(a, b), back = Alignment.Of(b, a);
        if (!TextParents.IsCopy(forth) && !TextParents.IsCopy(back))
            return;
        open.Add((a.Rank, b.Rank));
        Partners(a.Rank).Add(forth);
        Partners(b.Rank).Add(back);
    }

    /// <returns>One alignment for each pair, from child to parent; pairs that time or credit told come first.</returns>
    public ImmutableArray<Alignment> Settle()
    {
        Dictionary<int, HashSet<int>> sources = open.SelectMany(p => new[] { p.A, p.B }).Distinct().ToDictionary(r => r, SourcesOf);
        List<Alignment> all = [.. settled];
        Dictionary<int, List<int>> parents = [];
        foreach (Alignment alignment in settled.Where(TextParents.IsCopy))
            Note(alignment);

        // What is wholly contained is the clearest and comes first; what rests on a copy rests on its original, whatever a sentence of its own does to the shares.
        foreach ((Alignment forth, Alignment back) in open
            .Select(p => (Forth: Partners(p.A).Find(x => x.To.Rank == p.B)!, Back: Partners(p.B).Find(x => x.To.Rank == p.A)!))
            .OrderByDescending(p => Math.Max(p.Forth.EvidenceShare, p.Back.EvidenceShare))
            .ThenBy(p => p.Forth.From.Rank)
            .ThenBy(p => p.Forth.To.Rank))
        {
            (int a, int b) = (forth.From.Rank, back.From.Rank);
            bool aFromB = sources[a].Contains(b), bFromA = sources[b].Contains(a);
            bool aIsChild = Reaches(a, b) || !Reaches(b, a) && (aFromB != bFromA ? aFromB : forth.EvidenceShare > back.EvidenceShare);
            all.Add(aIsChild ? forth : back);
            Note(all[^1]);
        }

        return [.. all];

        void Note(Alignment alignment)
        {
            if (!parents.TryGetValue(alignment.From.Rank, out List<int>? of))
                parents.Add(alignment.From.Rank, of = []);
            of.Add(alignment.To.Rank);
        }

        bool Reaches(int from, int to)
        {
            HashSet<int> seen = [from];
            Queue<int> left = new([from]);
            while (left.TryDequeue(out int at))
            {
                if (at == to)
                    return true;
                foreach (int parent in parents.GetValueOrDefault(at) ?? [])
                {
                    if (seen.Add(parent))
                        left.Enqueue(parent);
                }
            }

            return false;
        }
    }

    /// <returns>Above zero: the first is the child; below: the second; 0: neither time nor credit tells.</returns>
    private int Order(LineageText a, LineageText b)
    {
        int order = Chronology.Compare(a.Dated.Report, b.Dated.Report);
        return order != 0 ? order : Credits(a, b).CompareTo(Credits(b, a));
    }

    private bool Credits(LineageText child, LineageText parent) =>
        parent.Dated.Report.Outlet is { } outlet && child.Dated.Report.Outlet != outlet && child.Dated.Report.Agencies.Any(a => names.Canonical(a) == outlet);

    private List<Alignment> Partners(int rank)
    {
        if (!partners.TryGetValue(rank, out List<Alignment>? of))
            partners.Add(rank, of = []);
        return of;
    }

    /// <summary>The reports, unrelated to each other and not contained in this one, that explain it together; empty where it is no compilation.</summary>
    private HashSet<int> SourcesOf(int rank)
    {
        LineageText text = texts[rank];
        List<Alignment> mine = [.. Partners(rank).Where(p => Partners(p.To.Rank).Find(b => b.To.Rank == rank)!.EvidenceShare < Contained)];
        for (int i = 0; i < mine.Count; i++)
        {
            for (int j = i + 1; j < mine.Count; j++)
            {
                if (Partners(mine[i].To.Rank).Exists(p => p.To.Rank == mine[j].To.Rank))
                    continue;
                int both = 0;
                for (int w = 0; w < text.Ids.Length; w++)
                {
                    if (text.IsEvidence[w] && (mine[i].Carried[w] || mine[j].Carried[w]))
                        both++;
                }

                double together = (double)both / Math.Max(1, text.Evidence);
                if (together >= Explained && together - Math.Max(mine[i].EvidenceShare, mine[j].EvidenceShare) >= Added)
                    return [.. mine.Where(p => p.To == mine[i].To || p.To == mine[j].To || Partners(mine[i].To.Rank).Exists(q => q.To == p.To) || Partners(mine[j].To.Rank).Exists(q => q.To == p.To)).Select(p => p.To.Rank)];
            }
        }

        return [];
    }
}
