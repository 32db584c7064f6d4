using AngleSharp.Dom;

namespace Stemma.Intake.Pages;

/// <summary>How much text each part of a page holds, and how much of it in links and in running paragraphs. Counted once.</summary>
internal sealed class TextShares
{
    /// <summary>A block of less is a label, not a paragraph, in characters.</summary>
    private const int MinParagraph = 60;

    private readonly Dictionary<INode, (int Text, int Linked, int Paragraphs)> counts = [];

    public TextShares(IElement root)
    {
        foreach (IText text in root.Descendants<IText>())
        {
            int length = text.Data.Trim().Length;
            if (length > 0)
                Add(text, root, length, IsLinked(text, root) ? length : 0, 0);
        }

        foreach (IElement block in root.QuerySelectorAll("p, pre, li, blockquote, div, td, section, article"))
        {
            int own = block.TagName is "P" or "PRE" ? Text(block) - Linked(block) : block.ChildNodes.OfType<IText>().Sum(t => t.Data.Trim().Length);
            if (own >= MinParagraph)
                Add(block, root, 0, 0, own);
        }
    }

    /// <summary>Characters of text below.</summary>
    public int Text(INode node) => counts.GetValueOrDefault(node).Text;

    /// <summary>Characters of it that are in links.</summary>
    public int Linked(INode node) => counts.GetValueOrDefault(node).Linked;

    /// <summary>Characters of it that are running text.</summary>
    public int Paragraphs(INode node) => counts.GetValueOrDefault(node).Paragraphs;

    /// <summary>0 to 1.</summary>
    public double LinkShare(INode node) => Text(node) == 0 ? 0 : (double)Linked(node) / Text(node);

    private static bool IsLinked(INode node, INode root)
    {
        for (INode? at = node.Parent; at is not null && at != root; at = at.Parent)
        {
            if (at is IElement { TagName: "A" })
                return true;
        }

        return false;
    }

    private void Add(INode from, INode root, int text, int linked, int paragraphs)
    {
        for (INode? at = from; at is not null; at = at.Parent)
        {
            (int t, int l, int p) = counts.GetValueOrDefault(at);
            counts[at] = (t + text, l + linked, p + paragraphs);
            if (at == root)
                break;
        }
    }
}
