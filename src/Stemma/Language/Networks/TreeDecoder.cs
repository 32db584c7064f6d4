namespace Stemma.Language.Networks;

/// <summary>The best tree of a sentence with exactly one root: maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).</summary>
/// <remarks>
/// Most sentences need no search: each word's best head already gives a tree. In the rest every cycle is contracted to one of its words, in place, and opened again at the
/// end; each contraction costs the square of the words. Keeps its buffers from one sentence to the next: not safe from many threads.
/// </remarks>
internal sealed class TreeDecoder
{
    /// <summary>Taken off every arc from the root, so that a second root never pays.</summary>
    private const float RootPenalty = 10_000f;

    /// <summary>After so many the rest is broken up by hand: no sentence of a language needs more, and a hostile text must not cost the cube of its words.</summary>
    private const int MostContractions = 32;

    private readonly List<int> cycle = [];
    private readonly List<Arc> arcsOfCycles = [];
    private readonly List<Contraction> contractions = [];
    private float[] scores = [];
    private Arc[] arcs = [];
    private int[] best = [];
    private int[] owner = [];
    private int[] marks = [];
    private int[] found = [];
    private int nodes;

    /// <param name="scored">Row d - 1, column h: the score of word h (0: the root) as head of word d; rows are <paramref name="stride"/> apart.</param>
    /// <param name="heads">Receives, for word d at d - 1, its head: 0 for the root, else a word from 1.</param>
    public void Decode(ReadOnlySpan<float> scored, int stride, int words, Span<int> heads)
    {
        nodes = words + 1;
        Reserve();
        int roots = 0;
        for (int d = 1; d <= words; d++)
        {
            ReadOnlySpan<float> row = scored.Slice((d - 1) * stride, nodes);
            int top = 0;
            for (int h = 1; h < row.Length; h++)
            {
                if (h != d && row[h] > row[top])
                    top = h;
            }

            best[d] = top;
            owner[d] = d;
            roots += top == 0 ? 1 : 0;
        }

        if (roots != 1 || CycleMember() != 0)
            Search(scored, stride);
        else
            best.AsSpan(1, words).CopyTo(found.AsSpan(1));
        found.AsSpan(1, words).CopyTo(heads);
    }

    private void Reserve()
    {
        if (best.Length >= nodes)
            return;
        int size = Math.Max(64, 2 * nodes);
        (best, owner, marks, found) = (new int[size], new int[size], new int[size], new int[size]);
    }

    private void Search(ReadOnlySpan<float> scored, int stride)
    {
        int n = nodes;
        if (scores.Length < n * n)
            (scores, arcs) = (new float[2 * n * n], new Arc[2 * n * n]);
        for (int h = 0; h < n; h++)
        {
            for (int d = 0; d < n; d++)
            {
                scores[h * n + d] = h == d || d == 0 ? float.NegativeInfinity : scored[(d - 1) * stride + h] - (h == 0 ? RootPenalty : 0);
                arcs[h * n + d] = new Arc(h, d);
            }
        }

        owner[0] = 0;
        contractions.Clear();
        arcsOfCycles.Clear();
        for (int d = 1; d < n; d++)
            best[d] = BestHead(d);
        while (true)
        {
            int member = CycleMember();
            if (member == 0)
                break;
            if (contractions.Count == MostContractions)
            {
                BreakUp(scored, stride);
                return;
            }

            Contract(member);
            best[member] = BestHead(member);
        }

        found.AsSpan(0, n).Fill(-1);
        for (int d = 1; d < n; d++)
        {
            if (owner[d] == d)
                Choose(arcs[best[d] * n + d]);
        }

        for (int c = contractions.Count - 1; c >= 0; c--)
            Open(contractions[c]);
    }

    /// <summary>A tree, not the best one: the likeliest root, each word's best head, and of every cycle that is left one word hung on the root.</summary>
    private void BreakUp(ReadOnlySpan<float> scored, int stride)
    {
        int root = 1;
        for (int d = 2; d < nodes; d++)
        {
            if (scored[(d - 1) * stride] > scored[(root - 1) * stride])
                root = d;
        }

        for (int d = 1; d < nodes; d++)
        {
            owner[d] = d;
            ReadOnlySpan<float> row = scored.Slice((d - 1) * stride, nodes);
            best[d] = root;
            for (int h = 1; h < row.Length; h++)
            {
                if (h != d && row[h] > row[best[d]])
                    best[d] = h;
            }
        }

        best[root] = 0;
        while (CycleMember() is > 0 and int member)
            best[member] = root;
        best.AsSpan(1, nodes - 1).CopyTo(found.AsSpan(1));
    }

    private int BestHead(int d)
    {
        int top = -1;
        for (int h = 0; h < nodes; h++)
        {
            if (h != d && owner[h] == h && (top < 0 || scores[h * nodes + d] > scores[top * nodes + d]))
                top = h;
        }

        return top;
    }

    /// <returns>A node that is its own ancestor by best heads, or 0.</returns>
    private int CycleMember()
    {
        marks.AsSpan(0, nodes).Clear();
        for (int d = 1; d < nodes; d++)
        {
            if (owner[d] != d)
                continue;
            int at = d;
            while (at != 0 && marks[at] == 0)
            {
                marks[at] = d;
                at = best[at];
            }

            if (at != 0 && marks[at] == d)
                return at;
        }

        return 0;
    }

    /// <summary>Makes one node of a cycle. An arc into it stands for losing the arc of the member that it enters.</summary>
    private void Contract(int member)
    {
        int n = nodes;
        cycle.Clear();
        for (int at = member; !cycle.Contains(at); at = best[at])
            cycle.Add(at);
        contractions.Add(new Contraction(arcsOfCycles.Count, cycle.Count, member, [.. owner.AsSpan(0, n)]));
        foreach (int u in cycle)
            arcsOfCycles.Add(arcs[best[u] * n + u]);
        for (int v = 0; v < n; v++)
        {
            if (owner[v] != v || cycle.Contains(v))
                continue;
            int enters = -1, leaves = -1;
            float into = 0, outOf = 0;
            foreach (int u in cycle)
            {
                float gain = scores[v * n + u] - scores[best[u] * n + u];
                if (enters < 0 || gain > into)
                    (enters, into) = (u, gain);
                if (leaves < 0 || scores[u * n + v] > outOf)
                    (leaves, outOf) = (u, scores[u * n + v]);
            }

            (scores[v * n + member], arcs[v * n + member]) = (into, arcs[v * n + enters]);
            (scores[member * n + v], arcs[member * n + v]) = (outOf, arcs[leaves * n + v]);
        }

        for (int v = 1; v < n; v++)
        {
            // A best head in the cycle stays the best head: the arc from the new node is the best of the members' arcs.
            if (owner[v] == v && cycle.Contains(best[v]))
                best[v] = member;
        }

        for (int v = 1; v < n; v++)
        {
            if (cycle.Contains(owner[v]))
                owner[v] = member;
        }
    }

    /// <summary>Every member of the cycle keeps its arc but the one that an outer arc enters.</summary>
    private void Open(Contraction contraction)
    {
        // Until now only the entering arc has given a word of this cycle its head.
        int entered = -1;
        for (int v = 1; v < nodes && entered < 0; v++)
        {
            if (found[v] >= 0 && InCycle(contraction, contraction.Owners[v]))
                entered = contraction.Owners[v];
        }

        foreach (Arc arc in arcsOfCycles.Slice(contraction.FirstArc, contraction.Count))
        {
            if (contraction.Owners[arc.To] != entered)
                Choose(arc);
        }
    }

    private bool InCycle(Contraction contraction, int node)
    {
        for (int i = 0; i < contraction.Count; i++)
        {
            if (contraction.Owners[arcsOfCycles[contraction.FirstArc + i].To] == node)
                return true;
        }

        return false;
    }

    private void Choose(Arc arc) => found[arc.To] = arc.From;

    /// <summary>An arc between two words, also where it now joins what they were contracted to.</summary>
    private readonly record struct Arc(int From, int To);

    /// <param name="Member">The node that stands for the cycle.</param>
    /// <param name="Owners">Which node stood for each word before.</param>
    private readonly record struct Contraction(int FirstArc, int Count, int Member, int[] Owners);
}
