using AngleSharp.Dom;

namespace Stemma.Intake.Pages;

/// <summary>How much text each part of a page holds, and how much of it in links and in running paragraphs. Counted once.</summary>
internal sealed class TextShares
{
    /// <summary>A block of less is a label, not a paragraph, in letters.</summary>
    private const int MinParagraph = 60;

    /// <summary>A sign of Chinese, Japanese or Korean says about as much as this many letters.</summary>
    private const int LettersPerSign = 3;

    private readonly Dictionary<INode, (int Text, int Linked, int Paragraphs)> counts = [];
    private readonly Dictionary<INode, int> own = [];

    public TextShares(IElement root)
    {
        foreach (IText text in root.Descendants<IText>())
        {
            int length = Length(text.Data);
            if (length == 0)
                continue;
            (INode block, bool linked) = Holder(text, root);
            Add(text, root, length, linked ? length : 0, 0);
            if (!linked)
                own[block] = own.GetValueOrDefault(block) + length;
        }

        foreach ((INode block, int length) in own)
        {
            if (length >= MinParagraph)
                Add(block, root, 0, 0, length);
        }
    }

    /// <summary>Letters of text below.</summary>
    public int Text(INode node) => counts.GetValueOrDefault(node).Text;

    /// <summary>Letters of it that are in links.</summary>
    public int Linked(INode node) => counts.GetValueOrDefault(node).Linked;

    /// <summary>Letters of it that are running text.</summary>
    public int Paragraphs(INode node) => counts.GetValueOrDefault(node).Paragraphs;

    /// <summary>Letters outside links that stand in the block itself, not in a block within it.</summary>
    public int Own(INode block) => own.GetValueOrDefault(block);

    /// <summary>0 to 1.</summary>
    public double LinkShare(INode node) => Text(node) == 0 ? 0 : (double)Linked(node) / Text(node);

    private static int Length(string text)
    {
        int length = 0;
        foreach (char c in text.AsSpan().Trim())
            length += c >= '\u2e80' ? LettersPerSign : 1;
        return length;
    }

    /// <summary>The block that a text stands in, and whether it is in a link.</summary>
    private static (INode Block, bool Linked) Holder(INode node, IElement root)
    {
        bool linked = false;
        INode at = node.Parent ?? root;
        while (at != root && at is IElement element && BlockWriter.IsInline(element) && at.Parent is { } parent)
        {
            linked |= element.TagName == "A";
            at = parent;
        }

        for (INode? above = at; !linked && above is not null && above != root; above = above.Parent)
            linked = above is IElement { TagName: "A" };
        return (at, linked);
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
