namespace Stemma.Intake.Pages;

/// <summary>A first guess, by rules alone, at the parts of a page that hold the article: one of the things that the block scorer weighs.</summary>
/// <remarks>
/// What is named as furniture goes, unless it holds most of the running text. Of the rest, what the page marks as the article's body is taken; else each
/// paragraph votes for its parent and, with half its weight, for its grandparent, as in Arc90's Readability; the winner widens while that adds mostly running text.
/// </remarks>
internal sealed class ArticleGuess
{
    /// <summary>A part that holds more of the page's text than this is the article's own box, whatever its class says.</summary>
    private const double MaxShare = 0.4;

    /// <summary>The same for a part whose name leaves no doubt, such as "comments".</summary>
    private const double MaxAlways = 0.8;

    private readonly PageTree tree;
    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly bool[] pruned;
    private readonly int[] text;
    private readonly int[] linked;
    private readonly int[] paragraphs;
    private readonly List<int> parts = [];

    public ArticleGuess(PageTree tree, IReadOnlyList<PageBlock> blocks, NodeShares shares)
    {
        (this.tree, this.blocks) = (tree, blocks);
        pruned = new bool[tree.Count];
        Prune(shares);
        (text, linked, paragraphs) = (new int[tree.Count], new int[tree.Count], new int[tree.Count]);
        Count();
        Find();
    }

    /// <returns>Of each block, whether it stands in the article's parts and is more than a link.</returns>
    public static bool[] Of(PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts)
    {
        ArticleGuess guess = new(tree, blocks, new NodeShares(tree, blocks, facts.HeadlineNode));
        return [.. blocks.Select(b => guess.Holds(b) && b.LinkShare < 0.9 && b.Text != facts.Headline)];
    }

    /// <summary>For a piece of markup that a feed or a news format carries as the article itself: all but furniture and bare links.</summary>
    public static bool[] OfFragment(PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts)
    {
        ArticleGuess guess = new(tree, blocks, new NodeShares(tree, blocks, facts.HeadlineNode));
        return [.. blocks.Select(b => !guess.IsPruned(b) && b.LinkShare < 0.9 && b.Text != facts.Headline)];
    }

    public bool IsPruned(PageBlock block) => pruned[block.Holder];

    public bool Holds(PageBlock block) => !pruned[block.Holder] && parts.Exists(p => tree.IsBelow(block.Holder, p));

    private void Prune(NodeShares shares)
    {
        bool[] marked = new bool[tree.Count], headed = new bool[tree.Count];
        for (int i = tree.Count - 1; i > 0; i--)
        {
            marked[i] |= tree.Attribute(i, "itemprop").Equals("articleBody", StringComparison.OrdinalIgnoreCase);
            headed[i] |= tree[i].Tag == Tag.H1;
            marked[tree[i].Parent] |= marked[i];
            headed[tree[i].Parent] |= headed[i];
        }

        for (int i = 1; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Text)
            {
                pruned[i] = pruned[tree[i].Parent];
                continue;
            }

            if (pruned[tree[i].Parent])
            {
                pruned[i] = true;
                continue;
            }

            int names = tree.Kinds(i);
            if (!IsFurniture(i, names, headed[i]) && !NodeShares.IsHidden(tree, i))
                continue;
            double share = shares.Paragraphs(i);
            bool isComments = (names & NoiseWords.Never) != 0 && shares.HasHeadline && !shares.IsHeaded(i);
            bool isTheArticle = !isComments && (tree[i].Tag is Tag.Body or Tag.Main or Tag.Html || marked[i] || share >= ((names & NoiseWords.Never) != 0 ? MaxAlways : MaxShare) || (headed[i] && share > 0));
            pruned[i] = !isTheArticle;
        }
    }

    private bool IsFurniture(int node, int names, bool headed)
    {
        Tag tag = tree[node].Tag;
        bool noise = (names & NoiseWords.Noise) != 0;
        if (tag is Tag.Html or Tag.Body or Tag.Main or Tag.Article or Tag.H1 || (tag == Tag.P && !noise))
            return false;
        if (tag is Tag.Footer or Tag.Nav or Tag.Aside or Tag.FigCaption)
            return true;
        ReadOnlySpan<char> role = tree.Attribute(node, "role");
        if (role is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog")
            return true;
        if (tag == Tag.Header && !headed && tree.Above(node, Tag.Article) < 0 && tree.Above(node, Tag.Main) < 0)
            return true;
        return noise && ((names & NoiseWords.Article) == 0 || (names & NoiseWords.Never) != 0);
    }

    private void Count()
    {
        foreach (PageBlock block in blocks)
        {
            if (pruned[block.Holder])
                continue;
            text[block.Holder] += block.Weight;
            linked[block.Holder] += Math.Min(block.Weight, block.Linked);
            if (block.IsParagraph)
                paragraphs[block.Holder] += block.Weight - Math.Min(block.Weight, block.Linked);
        }

        for (int i = tree.Count - 1; i > 0; i--)
        {
            int parent = tree[i].Parent;
            text[parent] += text[i];
            linked[parent] += linked[i];
            paragraphs[parent] += paragraphs[i];
        }
    }

    private double LinkShare(int node) => text[node] == 0 ? 0 : (double)linked[node] / text[node];

    private void Find()
    {
        int body = tree.Body;
        if (Marked(body) is >= 0 and var marked)
        {
            parts.Add(marked);
            return;
        }

        double[] votes = Vote(body);
        int best = -1;
        double most = 0;
        for (int i = 0; i < votes.Length; i++)
        {
            if (votes[i] <= 0)
                continue;
            double weighed = votes[i] * (1 - LinkShare(i)) * ((tree.Kinds(i) & NoiseWords.Article) != 0 ? 1.5 : 1);
            if (weighed > most)
                (best, most) = (i, weighed);
        }

        if (best < 0)
            parts.Add(body);
        else
            Widen(Climb(best, body), body, votes, most);
    }

    /// <summary>What the page itself marks as the article's body, where it holds most of the running text; -1: nothing.</summary>
    private int Marked(int body)
    {
        Span<int> found = [-1, -1, -1];
        for (int i = body; i < tree.Count; i++)
        {
            if (pruned[i] || tree[i].Tag == Tag.Text)
                continue;
            int kind = tree.Attribute(i, "itemprop").Equals("articleBody", StringComparison.OrdinalIgnoreCase) ? 0
                : tree[i].Tag == Tag.Article ? 1
                : tree[i].Tag == Tag.Main || tree.Attribute(i, "role").Equals("main", StringComparison.OrdinalIgnoreCase) ? 2 : -1;
            if (kind >= 0 && (found[kind] < 0 || paragraphs[i] > paragraphs[found[kind]]))
                found[kind] = i;
        }

        foreach (int at in found)
        {
            if (at >= 0 && paragraphs[at] * 2 > paragraphs[body])
                return IsPost(at) ? tree[at].Parent : at;
        }

        return -1;
    }

    /// <summary>Whether an article is one of several posts of a live page, whose headline stands above them all.</summary>
    private bool IsPost(int article)
    {
        if (tree[article].Tag != Tag.Article || tree.Find(Tag.H1, article, tree[article].End) >= 0)
            return false;
        int parent = tree[article].Parent, others = 0;
        for (int i = parent + 1; i < tree[parent].End; i = tree[i].End)
        {
            if (i != article && tree[i].Tag == Tag.Article && tree.Attribute(i, "class").SequenceEqual(tree.Attribute(article, "class")))
                others += paragraphs[i];
        }

        return others * 5 >= paragraphs[article];
    }

    private double[] Vote(int body)
    {
        double[] votes = new double[tree.Count];
        foreach (PageBlock block in blocks)
        {
            int own = block.Weight - Math.Min(block.Weight, block.Linked);
            if (pruned[block.Holder] || own < 25 || !tree.IsBelow(block.Holder, body))
                continue;
            // A box counts as a paragraph only where it holds words itself, as pages with bare <br> do.
            bool box = tree[block.Holder].Tag is Tag.Div or Tag.Section or Tag.Td or Tag.Body;
            double weight = (1 + Math.Min(own / 100.0, box ? 30 : 3)) * (1 - LinkShare(block.Holder));
            int holder = box ? block.Holder : tree[block.Holder].Parent;
            for (double share = 1; holder >= body && share > 0.2; share /= 2, holder = tree[holder].Parent)
                votes[holder] += weight * share;
        }

        return votes;
    }

    private int Climb(int best, int body)
    {
        for (int parent = tree[best].Parent; parent >= body && best != body; parent = tree[parent].Parent)
        {
            // Beyond the article's own box stand other articles, on pages that load the next below the first.
            if (tree[best].Tag is Tag.Article or Tag.Main || (tree.Kinds(best) & NoiseWords.Article) != 0 || HasTwoHeadlines(parent))
                break;
            int gain = paragraphs[parent] - paragraphs[best], added = text[parent] - text[best];
            if (gain >= 0.2 * paragraphs[best] && gain >= 0.6 * added)
                best = parent;
        }

        return best;
    }

    private bool HasTwoHeadlines(int node)
    {
        int first = tree.Find(Tag.H1, node, tree[node].End);
        return first >= 0 && tree.Find(Tag.H1, first + 1, tree[node].End) >= 0;
    }

    private void Widen(int best, int body, double[] votes, double most)
    {
        if (best == body)
        {
            parts.Add(best);
            return;
        }

        int parent = tree[best].Parent;
        for (int i = parent + 1; i < tree[parent].End; i = tree[i].End)
        {
            bool joins = i == best || (votes[i] >= 0.25 * most && LinkShare(i) < 0.3) || (tree[i].Tag == Tag.P && text[i] > 80 && LinkShare(i) < 0.25);
            if (joins && !pruned[i])
                parts.Add(i);
        }
    }
}
