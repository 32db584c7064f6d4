
namespace Stemma.Intake.Pages;

/// <summary>What the block scorer sees of each block, as numbers.</summary>
/// <remarks>
/// Shares are of 0 to 1; a distance counts levels of the tree that part the block from others; a thing that is not there has a value outside the range of those that
/// are. Nothing here knows a site, and no text is compared but with the page's own words and the cues.
/// </remarks>
internal sealed class BlockFeatures
{
    private const int Groups = (int)ClassGroup.Note + 1;
    private const int Cues = (int)CueGroup.Consent + 1;

    private static readonly Tag[] Holders = [Tag.P, Tag.Li, Tag.Div, Tag.Td, Tag.BlockQuote, Tag.Pre, Tag.FigCaption, Tag.Section];

    private static readonly Tag[][] Parts =
        [[Tag.Figure], [Tag.Aside], [Tag.Footer], [Tag.Header], [Tag.Nav], [Tag.Table], [Tag.Ul, Tag.Ol, Tag.Dl], [Tag.BlockQuote], [Tag.Form], [Tag.Section], [Tag.Article], [Tag.Main]];

    private readonly ClassWords words;
    private readonly BlockCues cues;
    private readonly PageTree tree;
    private readonly IReadOnlyList<PageBlock> blocks;
    private readonly PageFacts facts;
    private readonly NodeShares shares;
    private readonly int[] groups;
    private readonly float[] row = new float[Count];
    private int filled;

    private BlockFeatures(ClassWords words, BlockCues cues, PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts, NodeShares shares)
    {
        (this.words, this.cues, this.tree, this.blocks, this.facts, this.shares) = (words, cues, tree, blocks, facts, shares);
        groups = new int[tree.Count];
        Array.Fill(groups, -1);
    }

    /// <summary>Numbers a block.</summary>
    public const int Count = 155;

    /// <returns>One row of <see cref="Count"/> numbers a block.</returns>
    public static float[][] Of(ClassWords words, BlockCues cues, PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts)
    {
        NodeShares shares = new(tree, blocks, facts.HeadlineNode);
        return new BlockFeatures(words, cues, tree, blocks, facts, shares).All();
    }

    private float[][] All()
    {
        PageOrder order = new(tree, blocks, facts, shares);
        ArticleGuess guess = new(tree, blocks, shares);
        float[][] rows = new float[blocks.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            filled = 0;
            Array.Clear(row);
            AddText(blocks[i]);
            AddPlace(blocks[i]);
            order.Add(i, Add);
            bool held = guess.Holds(blocks[i]), linked = IsLink(blocks[i]);
            Add(held);
            Add(guess.IsPruned(blocks[i]));
            Add(linked);
            Add(held && !linked);
            rows[i] = row[..];
            if (filled != Count)
                throw new InvalidOperationException("BlockFeatures.Count must be " + filled);
        }

        return rows;
    }

    /// <summary>A block that is nothing but a link leads elsewhere, unless it is said as a sentence.</summary>
    private bool IsLink(PageBlock block) => block.LinkShare >= 0.9 && !Tags.IsHeading(tree[block.Holder].Tag) && block.Text[^1] is not ('.' or '"' or '”' or ':');

    private void Add(double value) => row[filled++] = (float)value;

    private void Add(bool value) => row[filled++] = value ? 1 : 0;

    private void AddText(PageBlock block)
    {
        TextShape shape = TextShape.Of(block.Text);
        Add(Math.Log2(1 + block.Weight));
        Add(block.Words);
        Add((double)block.Text.Length / block.Words);
        Add(block.LinkShare);
        Add(block.Links);
        Add((double)block.Stressed / block.Text.Length);
        Add(block.AfterPicture);
        Add(shape.Digits);
        Add(shape.Capitals);
        Add(shape.SmallWords);
        Add(shape.CapitalWords);
        Add(shape.Sentences);
        Add((double)shape.Commas / block.Words);
        Add(shape.EndsSentence);
        Add(shape.EndsColon);
        Add(shape.StartsSmall);
        Add(shape.StartsCapital);
        Add(shape.HasAddress);
        Add(shape.HasSeparator);
        Add(shape.HasDate);
        Add(block.BreaksOff);
        Add(block.StartsLinked);
        (int begins, int holds) = cues.Of(block.Text);
        for (int cue = 0; cue < Cues; cue++)
            Add((begins >> cue & 1) != 0 ? 2 : (holds >> cue & 1) != 0 ? 1.0 : 0);
    }

    private void AddPlace(PageBlock block)
    {
        Tag tag = tree[block.Holder].Tag;
        foreach (Tag known in Holders)
            Add(tag == known);
        Add(Tags.IsHeading(tag) ? tag - Tag.H1 + 1 : 0);

        Span<int> near = stackalloc int[Groups];
        Span<int> part = stackalloc int[Parts.Length];
        near.Fill(9);
        part.Fill(9);
        bool hidden = false, marked = false, content = false;
        int level = 0, holding = 1;
        Span<int> levels = stackalloc int[6];
        levels.Fill(-1);
        for (int at = block.Holder; at >= 0; at = tree[at].Parent)
        {
            int held = shares.Blocks(at);
            if (held > holding)
            {
                level++;
                holding = held;
            }

            if (level < levels.Length)
                levels[level] = at;
            int found = GroupsOf(at);
            hidden |= (found & HiddenBit) != 0;
            marked |= (found & MarkedBit) != 0;
            content |= (found & 1 << (int)ClassGroup.Content) != 0;
            for (int p = 0; p < Parts.Length; p++)
            {
                if (part[p] == 9 && Array.IndexOf(Parts[p], tree[at].Tag) >= 0)
                    part[p] = Math.Min(8, level);
            }

            // What holds the headline, or half of the page's running text, is the article's box, whatever its class sounds like; but comments may be longer than the article.
            bool holdsArticle = shares.IsHeaded(at) && shares.Paragraphs(at) > 0;
            for (int bits = found & (holdsArticle ? 0 : shares.Paragraphs(at) <= 0.5 ? GroupBits : Doubtless); bits != 0; bits &= bits - 1)
            {
                int group = System.Numerics.BitOperations.TrailingZeroCount(bits);
                near[group] = Math.Min(near[group], Math.Min(8, level));
            }
        }

        Add(hidden);
        Add(marked);
        Add(content);
        foreach (int distance in near)
            Add(distance);
        foreach (int distance in part)
            Add(distance);
        for (int l = 0; l < levels.Length; l++)
        {
            int at = levels[l] >= 0 ? levels[l] : l > 0 ? levels[l - 1] : block.Holder;
            levels[l] = at;
            Add(shares.Paragraphs(at));
            Add(shares.LinkShare(at));
            Add(Math.Min(200, shares.Blocks(at)));
            Add(shares.MeanLength(at));
            if (l is 0 or > 3)
                continue;
            (int kin, double text) = shares.Kin(at);
            Add(Math.Min(50, kin));
            Add(text);
        }

        Add(level);
        shares.AddSignature(block, Add);
        int best = shares.Best;
        bool inside = tree.IsBelow(block.Holder, best);
        Add(inside);
        Add(inside ? tree[block.Holder].Depth - tree[best].Depth : 20);
        Add(tree.IsBelow(block.Holder, shares.Wide));
        Add(Math.Min(30, tree[block.Holder].Depth));
    }

    private const int GroupBits = (1 << Groups) - 1;
    private const int Doubtless = 1 << (int)ClassGroup.Comments | 1 << (int)ClassGroup.Related | 1 << (int)ClassGroup.Consent | 1 << (int)ClassGroup.Footer;
    private const int HiddenBit = 1 << 29;
    private const int MarkedBit = 1 << 28;

    /// <summary>The groups of a node's class names and id, and whether it is hidden or marked as the article's body. Worked out once a node.</summary>
    private int GroupsOf(int node)
    {
        if (groups[node] >= 0)
            return groups[node];
        int found = words.Groups(tree.Attribute(node, "class")) | words.Groups(tree.Attribute(node, "id"));
        if (tree.Attribute(node, "itemprop") is { IsEmpty: false } property)
        {
            found |= words.Groups(property);
            if (property.Equals("articleBody", StringComparison.OrdinalIgnoreCase))
                found |= MarkedBit;
        }

        if (tree.Attribute(node, "role") is { IsEmpty: false } role)
            found |= words.Groups(role);
        if (NodeShares.IsHidden(tree, node) || tree.Attribute(node, "aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase))
            found |= HiddenBit;
        return groups[node] = found;
    }
}
