using System.Text;
using Stemma.Evaluation.Extraction;
using Stemma.Intake.Pages;

namespace Stemma.Training.Pages;

/// <summary>A page cut into blocks, with what the scorer sees of each and whether it is part of the article.</summary>
internal sealed class PageExample
{
    public required GoldPage Gold { get; init; }

    public required PageTree Tree { get; init; }

    public required IReadOnlyList<PageBlock> Blocks { get; init; }

    public required PageFacts Facts { get; init; }

    public required float[][] Rows { get; init; }

    public required float[] Labels { get; init; }

    public required float[] Weights { get; init; }

    /// <summary>Pages of one site stay together when the pages are parted.</summary>
    public string Site => new Uri(Gold.Url).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    public static PageExample Of(GoldPage gold, ClassWords words, BlockCues cues, double power)
    {
        string html = Encoding.UTF8.GetString(gold.ReadBytes());
        PageTree tree = MarkupReader.Read(html);
        IReadOnlyList<PageBlock> blocks = BlockCutter.Cut(tree);
        PageFacts facts = PageReader.FactsOf(PageMetadata.Of(tree));
        float[] labels = PageLabels.Of(blocks, gold.Text);
        return new PageExample
        {
            Gold = gold,
            Tree = tree,
            Blocks = blocks,
            Facts = facts,
            Rows = BlockFeatures.Of(words, cues, tree, blocks, facts),
            Labels = labels,
            // A page's blocks count together like another's, and a block by its words: the measure is a mean over pages of rows of words.
            Weights = [.. blocks.Select(b => (float)Math.Pow(Math.Min(b.Words, 150), power))],
        };
    }
}
