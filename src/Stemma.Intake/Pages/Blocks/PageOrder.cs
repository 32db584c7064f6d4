
namespace Stemma.Intake.Pages;

/// <summary>Where each block stands in the order of the page: by the headline, by running text, and by its neighbours.</summary>
internal sealed class PageOrder
{
    private readonly PageTree tree;
    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly NodeShares shares;
    private readonly HashSet<ulong> description;
    private readonly HashSet<ulong> headline;
    private readonly HashSet<ulong>? linkedBody;
    private readonly Dictionary<ulong, int> texts = [];
    private readonly double[] before;
    private readonly int[] lastParagraph;
    private readonly int[] nextParagraph;
    private readonly int headlineAt;

    public PageOrder(PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts, NodeShares shares)
    {
        (this.tree, this.blocks, this.shares) = (tree, blocks, shares);
        headline = Words(facts.Headline);
        description = Words(facts.Description);
        linkedBody = facts.LinkedBody is { Length: > 200 } body ? Words(body) : null;
        before = new double[blocks.Count + 1];
        lastParagraph = new int[blocks.Count];
        nextParagraph = new int[blocks.Count];
        int last = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            ulong hash = Stemma.Text.StableHash.Of(blocks[i].Text);
            texts[hash] = texts.GetValueOrDefault(hash) + 1;
            bool votes = IsMain(i);
            before[i + 1] = before[i] + (votes ? blocks[i].Weight : 0);
            lastParagraph[i] = last;
            last = votes ? i : last;
        }

        int next = -1;
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            nextParagraph[i] = next;
            next = IsMain(i) ? i : next;
        }

        headlineAt = HeadlineAt();
    }

    public void Add(int i, Action<double> add)
    {
        PageBlock block = blocks[i];
        double total = Math.Max(1, before[^1]);
        add((double)i / blocks.Count);
        add(before[i] / total);
        add((total - before[i + 1]) / total);
        add(lastParagraph[i] < 0 ? 50 : Math.Min(40, i - lastParagraph[i]));
        add(nextParagraph[i] < 0 ? 50 : Math.Min(40, nextParagraph[i] - i));
        add(headlineAt < 0 ? 99 : Math.Clamp(i - headlineAt, -40, 60));
        add(headlineAt < 0 ? -1 : tree[Common(block.Holder, blocks[headlineAt].Holder)].Depth);
        add(headlineAt < 0 ? -1 : tree[block.Holder].Depth - tree[blocks[headlineAt].Holder].Depth);
        int withHeadline = headlineAt < 0 ? 0 : Common(block.Holder, blocks[headlineAt].Holder);
        add(shares.Paragraphs(withHeadline));
        add(Math.Min(300, shares.Blocks(withHeadline)));
        add(Shared(block.Text, headline, mutual: true));
        add(Shared(block.Text, description, mutual: true));
        add(linkedBody is null ? -1 : Shared(block.Text, linkedBody, mutual: false));
        add(texts[Stemma.Text.StableHash.Of(block.Text)] - 1);
        for (int step = -2; step <= 2; step++)
        {
            if (step != 0)
                AddNeighbour(i, i + step, add);
        }

        // How the blocks that share its parent look.
        int parent = tree[block.Holder].Parent;
        add(parent < 0 ? 0 : (double)shares.Blocks(block.Holder) / Math.Max(1, shares.Blocks(parent)));
    }

    private void AddNeighbour(int i, int other, Action<double> add)
    {
        if (other < 0 || other >= blocks.Count)
        {
            add(-1);
            add(-1);
            add(-1);
            add(-1);
            return;
        }

        PageBlock block = blocks[other];
        add(Math.Log2(1 + block.Weight));
        add(block.LinkShare);
        Tag tag = tree[block.Holder].Tag;
        add(Tags.IsHeading(tag) ? 3 : tag is Tag.P ? 2 : tag is Tag.Li ? 1 : 0);
        int common = Common(blocks[i].Holder, block.Holder);
        add(tree[blocks[i].Holder].Depth - tree[common].Depth + (tree[block.Holder].Depth - tree[common].Depth));
    }

    private bool IsMain(int block) => blocks[block].IsParagraph && tree.IsBelow(blocks[block].Holder, shares.Best);

    private int Common(int a, int b)
    {
        int at = a;
        while (!tree.IsBelow(b, at))
            at = tree[at].Parent;
        return at;
    }

    private int HeadlineAt()
    {
        int best = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!Tags.IsHeading(tree[blocks[i].Holder].Tag))
                continue;
            if (headline.Count > 0 && Shared(blocks[i].Text, headline, mutual: true) >= 0.7)
                return i;
            if (best < 0 && tree[blocks[i].Holder].Tag == Tag.H1)
                best = i;
        }

        return best;
    }

    private static HashSet<ulong> Words(string? text)
    {
        HashSet<ulong> words = [];
        if (text is not null)
            Each(text, word => words.Add(word));
        return words;
    }

    /// <summary>Which part of a text's words stands in a set; mutual: or which part of the set in the text, whichever is less.</summary>
    private static double Shared(string text, HashSet<ulong> set, bool mutual)
    {
        if (set.Count == 0 || (mutual && text.Length > 1200))
            return 0;
        int words = 0, found = 0;
        Each(text, word =>
        {
            words++;
            found += set.Contains(word) ? 1 : 0;
        });
        double share = (double)found / Math.Max(1, words);
        return mutual ? Math.Min(share, (double)found / set.Count) : share;
    }

    private static void Each(string text, Action<ulong> use)
    {
        int start = 0;
        Span<char> small = stackalloc char[64];
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                continue;
            int length = Math.Min(small.Length, i - start);
            if (length > 0)
            {
                text.AsSpan(start, length).ToLowerInvariant(small);
                use(Stemma.Text.StableHash.Of(small[..length]));
            }

            start = i + 1;
        }
    }
}
