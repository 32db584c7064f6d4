namespace Stemma.Intake.Pages;

/// <summary>The blocks of a page that may be its article's: all but what readers wrote, adverts and boxes about the site, and what stands above the headline.</summary>
internal static class PageBlocks
{
    /// <summary>Letters of running text that may be an article.</summary>
    private const int MinArticle = 250;

    /// <summary>A box of more of the page's text than this is more than an advert, whatever its name says.</summary>
    private const double MaxBox = 0.2;

    public static IReadOnlyList<PageBlock> Of(PageTree tree, PageFacts facts, bool withHidden = false)
    {
        IReadOnlyList<PageBlock> all = BlockCutter.Cut(tree, withHidden);
        bool[] furniture = Furniture(tree, all, facts.HeadlineNode);
        List<PageBlock> kept = [.. all.Where(b => !furniture[b.Holder])];
        int above = facts.HeadlineNode < 0 ? 0 : kept.FindIndex(b => b.Holder >= facts.HeadlineNode);
        if (above > 0 && IsArticleBelow(kept, above))
            kept.RemoveRange(0, above);
        return kept;
    }

    /// <summary>No article stands above its headline; but a headline may be repeated at the foot of a page that shows it as a picture at the top.</summary>
    private static bool IsArticleBelow(List<PageBlock> blocks, int headline)
    {
        int above = 0, below = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsParagraph)
                continue;
            above += i < headline ? blocks[i].Weight : 0;
            below += i < headline ? 0 : blocks[i].Weight;
        }

        return below >= MinArticle && below * 3 >= above;
    }

    /// <summary>The nodes in boxes that are named after comments, adverts and their like; a box that holds the headline, or most of the text where there is none, is the article's all the same.</summary>
    private static bool[] Furniture(PageTree tree, IReadOnlyList<PageBlock> blocks, int headline)
    {
        int[] text = new int[tree.Count];
        foreach (PageBlock block in blocks)
            text[block.Holder] += block.Weight;
        for (int i = tree.Count - 1; i > 0; i--)
            text[tree[i].Parent] += text[i];
        bool[] furniture = new bool[tree.Count];
        for (int i = 1; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Text)
                continue;
            int names = tree.Kinds(i);
            bool isBox = (names & NoiseWords.Box) != 0 && text[i] < MaxBox * text[0] && !(headline >= 0 && tree.IsBelow(headline, i));
            bool isNamed = tree[i].Tag is not (Tag.Body or Tag.Html or Tag.Main or Tag.Article) && (names & NoiseWords.Comment) != 0;
            furniture[i] = furniture[tree[i].Parent] || isBox || (isNamed && (headline >= 0 ? !tree.IsBelow(headline, i) : text[i] * 2 < text[0]));
        }

        return furniture;
    }
}
