
namespace Stemma.Intake.Pages;

/// <summary>How much of a page's text each of its parts holds, and which part votes best for being the article.</summary>
/// <remarks>The votes are those of Arc90's Readability: a paragraph votes for what holds it and, with half the weight, for what holds that.</remarks>
internal sealed class NodeShares
{
    private readonly PageTree tree;
    private readonly int[] text;
    private readonly int[] linked;
    private readonly int[] paragraphs;
    private readonly int[] counts;
    private readonly int total;
    private readonly Dictionary<(Tag, int), int> byParent = [];
    private readonly Dictionary<(Tag, ulong), int> byClass = [];
    private readonly Dictionary<(Tag, int), int> byDepth = [];
    private readonly Dictionary<(Tag, ulong), (int Count, int Paragraphs)> kin = [];
    private readonly ulong[] classes;

    private readonly int headline;

    public NodeShares(PageTree tree, IReadOnlyList<PageBlock> blocks, int headline)
    {
        (this.tree, this.headline) = (tree, headline);
        (text, linked, paragraphs, counts) = (new int[tree.Count], new int[tree.Count], new int[tree.Count], new int[tree.Count]);
        double[] votes = new double[tree.Count];
        classes = new ulong[tree.Count];
        for (int i = 0; i < classes.Length; i++)
        {
            if (tree[i].Tag != Tag.Text)
                classes[i] = Stemma.Text.StableHash.Of(tree.Attribute(i, "class"));
        }

        foreach (PageBlock block in blocks)
        {
            int at = block.Holder;
            text[at] += block.Weight;
            linked[at] += Math.Min(block.Weight, block.Linked);
            counts[at]++;
            if (!block.IsParagraph)
                continue;
            int length = Math.Max(0, block.Weight - block.Linked);
            paragraphs[at] += length;
            Count(byParent, (tree[at].Tag, tree[at].Parent), length);
            Count(byClass, (tree[at].Tag, ClassOf(at)), length);
            Count(byDepth, (tree[at].Tag, tree[at].Depth), length);
            Vote(votes, block);
        }

        for (int i = tree.Count - 1; i > 0; i--)
        {
            int parent = tree[i].Parent;
            text[parent] += text[i];
            linked[parent] += linked[i];
            paragraphs[parent] += paragraphs[i];
            counts[parent] += counts[i];
        }

        for (int i = 1; i < tree.Count; i++)
        {
            if (counts[i] == 0)
                continue;
            (Tag, ulong) key = (tree[i].Tag, classes[i]);
            (int count, int held) = kin.GetValueOrDefault(key);
            kin[key] = (count + 1, held + paragraphs[i]);
        }

        total = Math.Max(1, paragraphs[0]);
        Best = tree.Body;
        double most = 0;
        for (int i = 0; i < votes.Length; i++)
        {
            double weighed = votes[i] * (1 - LinkShare(i));
            if (weighed > most)
                (Best, most) = (i, weighed);
        }

        Wide = Climb(Best);
    }

    /// <summary>The part with most votes.</summary>
    public int Best { get; }

    /// <summary>What holds it and adds mostly running text.</summary>
    public int Wide { get; }

    /// <summary>Whether the headline stands in it: then it holds the article, or the page.</summary>
    public bool IsHeaded(int node) => headline >= 0 && tree.IsBelow(headline, node);

    public bool HasHeadline => headline >= 0;

    /// <summary>Blocks below.</summary>
    public int Blocks(int node) => counts[node];

    /// <summary>Its share of the page's running text.</summary>
    public double Paragraphs(int node) => (double)paragraphs[node] / total;

    /// <summary>How much of its text stands in links.</summary>
    public double LinkShare(int node) => text[node] == 0 ? 0 : Math.Min(1, (double)linked[node] / text[node]);

    /// <summary>Letters a block.</summary>
    public double MeanLength(int node) => (double)text[node] / Math.Max(1, counts[node]);

    /// <summary>How much of the page's running text stands in blocks like this: same parent, same class, same depth.</summary>
    public void AddSignature(PageBlock block, Action<double> add)
    {
        int at = block.Holder;
        add((double)byParent.GetValueOrDefault((tree[at].Tag, tree[at].Parent)) / total);
        add((double)byClass.GetValueOrDefault((tree[at].Tag, ClassOf(at))) / total);
        add((double)byDepth.GetValueOrDefault((tree[at].Tag, tree[at].Depth)) / total);
    }

    public static bool IsHidden(PageTree tree, int node)
    {
        if (tree[node].Attributes == 0)
            return false;
        if (tree.Has(node, "hidden"))
            return true;
        ReadOnlySpan<char> style = tree.Attribute(node, "style");
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 7)..].TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static void Count<T>(Dictionary<T, int> counts, T key, int length)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + length;

    private ulong ClassOf(int node) => classes[node];

    /// <summary>How many elements of the page are of this one's kind (tag and class), and which share of its running text they hold: the boxes of comments and teasers come in numbers.</summary>
    public (int Count, double Paragraphs) Kin(int node)
    {
        (int count, int held) = kin.GetValueOrDefault((tree[node].Tag, classes[node]));
        return (count, Math.Min(1, (double)held / total));
    }

    private void Vote(double[] votes, PageBlock block)
    {
        bool box = tree[block.Holder].Tag is Tag.Div or Tag.Section or Tag.Td or Tag.Article or Tag.Main or Tag.Body;
        double weight = (1 + Math.Min(block.Weight / 100.0, 3)) * (1 - block.LinkShare);
        int holder = box ? block.Holder : tree[block.Holder].Parent;
        for (double share = 1; holder >= 0 && share > 0.2; share /= 2, holder = tree[holder].Parent)
            votes[holder] += weight * share;
    }

    private int Climb(int best)
    {
        int wide = best;
        for (int parent = tree[best].Parent; parent > 0; parent = tree[parent].Parent)
        {
            int gain = paragraphs[parent] - paragraphs[wide], added = text[parent] - text[wide];
            if (gain >= 0.15 * paragraphs[wide] && gain >= 0.6 * added)
                wide = parent;
        }

        return wide;
    }
}
