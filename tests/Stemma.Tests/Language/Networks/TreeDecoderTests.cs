using Stemma.Language.Networks;

namespace Stemma.Tests.Language.Networks;

public sealed class TreeDecoderTests
{
    [Fact]
    public void The_tree_found_is_the_best_of_all_trees_with_one_root()
    {
        Random random = new(11);
        TreeDecoder decoder = new();
        for (int round = 0; round < 400; round++)
        {
            int words = 1 + round % 5;
            float[] arcs = [.. Enumerable.Range(0, words * (words + 1)).Select(_ => random.Next(-20, 20) + random.NextSingle())];
            int[] heads = new int[words];

            decoder.Decode(arcs, words + 1, words, heads);

            Assert.True(IsTree(heads), $"round {round}: {string.Join(' ', heads)} is no tree");
            Assert.Equal(Best(arcs, words), Sum(arcs, heads), 1e-3);
        }
    }

    [Fact]
    public void A_long_sentence_of_equal_scores_is_still_one_tree()
    {
        const int Words = 400;
        int[] heads = new int[Words];
        new TreeDecoder().Decode(new float[Words * (Words + 1)], Words + 1, Words, heads);
        Assert.True(IsTree(heads));
    }

    private static float Best(float[] arcs, int words)
    {
        float best = float.NegativeInfinity;
        int[] heads = new int[words];
        for (long code = 0; code < Math.Pow(words + 1, words); code++)
        {
            long rest = code;
            for (int d = 0; d < words; d++, rest /= words + 1)
                heads[d] = (int)(rest % (words + 1));
            if (IsTree(heads))
                best = Math.Max(best, Sum(arcs, heads));
        }

        return best;
    }

    private static float Sum(float[] arcs, int[] heads) => heads.Select((h, d) => arcs[d * (heads.Length + 1) + h]).Sum();

    private static bool IsTree(int[] heads)
    {
        for (int d = 1; d <= heads.Length; d++)
        {
            int steps = 0;
            for (int at = d; at != 0; at = heads[at - 1])
            {
                if (steps++ > heads.Length)
                    return false;
            }
        }

        return heads.Count(h => h == 0) == 1;
    }
}
