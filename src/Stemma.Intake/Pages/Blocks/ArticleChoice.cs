namespace Stemma.Intake.Pages;

/// <summary>Which blocks make the article: the choice that fits the blocks' chances best while neighbours in one box seldom part.</summary>
/// <remarks>Viterbi's algorithm over two states. What parts neighbours costs <see cref="SameBox"/> or <see cref="OtherBox"/>, in log odds; both were swept over left-out sites.</remarks>
internal static class ArticleChoice
{
    /// <summary>Between blocks of one parent and kind.</summary>
    private const double SameBox = 0.8;

    /// <summary>Between any others.</summary>
    private const double OtherBox = 0.3;

    /// <summary>For a paragraph or sentence that the guess by rules holds: pages unlike those that the scorer was fitted on lean on the rules.</summary>
    private const double Prior = 1.5;

    private const double MaxOdds = 4.5;

    public static bool[] Of(PageTree tree, IReadOnlyList<PageBlock> blocks, float[] chances, bool[] guess, PageFacts facts)
    {
        int n = blocks.Count;
        bool[] chosen = new bool[n];
        if (n == 0)
            return chosen;
        double[] odds = new double[n];
        for (int i = 0; i < n; i++)
            odds[i] = Math.Clamp(Math.Log(Math.Max(1e-6, chances[i]) / Math.Max(1e-6, 1 - chances[i])), -MaxOdds, MaxOdds);

        for (int i = 0; i < n; i++)
            odds[i] += guess[i] && IsTold(blocks[i]) ? Prior : 0;

        bool[,] stays = new bool[n, 2];
        double left = 0, taken = odds[0];
        for (int i = 1; i < n; i++)
        {
            bool same = tree[blocks[i].Holder].Parent == tree[blocks[i - 1].Holder].Parent && tree[blocks[i].Holder].Tag == tree[blocks[i - 1].Holder].Tag;
            double cost = same ? SameBox : OtherBox;
            stays[i, 0] = left >= taken - cost;
            stays[i, 1] = taken >= left - cost;
            (left, taken) = (Math.Max(left, taken - cost), Math.Max(taken, left - cost) + odds[i]);
        }

        bool state = taken > left;
        for (int i = n - 1; i >= 0; i--)
        {
            chosen[i] = state;
            if (i > 0 && !stays[i, state ? 1 : 0])
                state = !state;
        }

        DropHeadline(tree, blocks, chosen, facts);
        return chosen;
    }

    private static bool IsTold(PageBlock block) => block.IsParagraph || (block.Words >= 5 && block.Links == 0 && block.Text[^1] == '.' && !block.BreaksOff);

    /// <summary>The headline is no part of the body, nor is what stands above it where the article stands below.</summary>
    private static void DropHeadline(PageTree tree, IReadOnlyList<PageBlock> blocks, bool[] chosen, PageFacts facts)
    {
        if (facts.Headline is not { } headline)
            return;
        int at = -1, all = 0, above = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            bool repeats = blocks[i].Text.Length <= headline.Length + 2 && string.Equals(blocks[i].Text, headline, StringComparison.OrdinalIgnoreCase);
            if (repeats && at < 0 && Tags.IsHeading(tree[blocks[i].Holder].Tag))
            {
                at = i;
                above = all;
            }

            if (repeats)
                chosen[i] = false;
            all += chosen[i] ? blocks[i].Weight : 0;
        }

        if (at >= 0 && above * 2 < all)
            Array.Clear(chosen, 0, at);
    }
}
