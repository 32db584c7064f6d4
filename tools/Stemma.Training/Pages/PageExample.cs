using System.Text;
using Stemma.Evaluation.Extraction;
using Stemma.Intake.Pages;

namespace Stemma.Training.Pages;

/// <summary>A page cut into blocks, with what the scorer sees of each and whether it is part of the article.</summary>
internal sealed class PageExample
{
    /// <summary>How far pages count alike, long or short: 0 not at all, 1 fully.</summary>
    private const double PageShare = 0.8;

    public required GoldPage Gold { get; init; }

    public required PageTree Tree { get; init; }

    public required IReadOnlyList<PageBlock> Blocks { get; init; }

    public required PageFacts Facts { get; init; }

    public required PageMetadata Metadata { get; init; }

    public required float[][] Rows { get; init; }

    public required float[] Labels { get; init; }

    public required float[] Weights { get; init; }

    /// <summary>Pages of one site stay together when the pages are parted.</summary>
    public string Site => new Uri(Gold.Url).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>The measure is a mean over pages, but a short page tells less.</summary>
    private static float[] Level(float[] weights)
    {
        double sum = weights.Sum(w => (double)w);
        return [.. weights.Select(w => (float)(w * Math.Pow(400 / sum, PageShare)))];
    }

    public static PageExample Of(GoldPage gold, ClassWords words, BlockCues cues, double power)
    {
        string html = Encoding.UTF8.GetString(gold.ReadBytes());
        PageTree tree = MarkupReader.Read(html);
        PageMetadata metadata = PageMetadata.Of(tree);
        PageFacts facts = PageReader.FactsOf(metadata);
        IReadOnlyList<PageBlock> blocks = PageBlocks.Of(tree, facts);
        float[] labels = PageLabels.Of(blocks, gold.Text);
        return new PageExample
        {
            Gold = gold,
            Tree = tree,
            Blocks = blocks,
            Facts = facts,
            Metadata = metadata,
            Rows = BlockFeatures.Of(words, cues, tree, blocks, facts),
            Labels = labels,
            // A page's blocks count together like another's, and a block by its words: the measure is a mean over pages of rows of words.
            Weights = Level([.. blocks.Select(b => (float)Math.Pow(Math.Min(b.Words, 150), power))]),
        };
    }
}
