
namespace Stemma.Intake.Pages;

/// <summary>How likely each block of a page is part of its article. Two readings: the second sees what the first made of the blocks around.</summary>
/// <remarks>Fitted by <c>Stemma.Training train-pages</c>; see the model card beside it. Safe to call from many threads.</remarks>
internal sealed class BlockScorer
{
    private readonly ClassWords words = new();
    private readonly BlockCues cues = new();
    private readonly Forest first;
    private readonly Forest second;

    public BlockScorer(Forest first, Forest second) => (this.first, this.second) = (first, second);

    /// <exception cref="InvalidDataException">The assembly was built without the model.</exception>
    public static BlockScorer Load()
    {
        using BinaryReader reader = new(typeof(BlockScorer).Assembly.GetManifestResourceStream("Pages.Blocks.model")
            ?? throw new InvalidDataException("The assembly was built without its model of page blocks. Build it again from a clean checkout."));
        return new BlockScorer(Forest.Read(reader), Forest.Read(reader));
    }

    /// <returns>One chance a block, 0 to 1.</returns>
    public float[] Score(PageTree tree, IReadOnlyList<PageBlock> blocks, PageFacts facts)
    {
        float[][] rows = BlockFeatures.Of(words, cues, tree, blocks, facts);
        float[] chances = new float[blocks.Count];
        for (int i = 0; i < chances.Length; i++)
            chances[i] = first.Probability(rows[i]);
        float[][] extended = BlockContext.Extend(tree, blocks, rows, chances);
        for (int i = 0; i < chances.Length; i++)
            chances[i] = second.Probability(extended[i]);
        return chances;
    }
}
