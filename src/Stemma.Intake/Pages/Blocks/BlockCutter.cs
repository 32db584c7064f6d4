using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>Cuts what a page shows into blocks, in order of the page.</summary>
internal sealed class BlockCutter
{
    /// <summary>Most nodes of an inline box that is looked at whole.</summary>
    private const int MaxBox = 200;

    /// <summary>Blocks of one page that are looked at; a page of more is a list, not a report.</summary>
    private const int MaxBlocks = 20_000;

    private readonly PageTree tree;
    private readonly bool withHidden;
    private readonly List<PageBlock> blocks = [];
    private readonly int[] holder;
    private readonly int[] link;
    private readonly bool[] stressed;
    private readonly StringBuilder text = new();
    private readonly StringBuilder piece = new();
    private int first = -1;
    private int currentHolder = -1;
    private int lastLink = -1;
    private int linked;
    private List<(int Start, int Length, string? Address)> anchors = [];
    private int stress;
    private int breaks;
    private bool picture;

    private BlockCutter(PageTree tree, bool withHidden)
    {
        (this.tree, this.withHidden) = (tree, withHidden);
        holder = new int[tree.Count];
        link = new int[tree.Count];
        stressed = new bool[tree.Count];
    }

    /// <param name="withHidden">Whether what only browsers without scripts show, and what is not shown at all, is text too.</param>
    public static IReadOnlyList<PageBlock> Cut(PageTree tree, bool withHidden = false)
    {
        BlockCutter cutter = new(tree, withHidden);
        cutter.Cut(0, tree.Count);
        return cutter.blocks;
    }

    private void Cut(int start, int end)
    {
        (holder[start], link[start]) = (start, -1);
        for (int i = start; i < end && blocks.Count < MaxBlocks; i++)
        {
            ref readonly PageNode node = ref tree[i];
            if (i > start)
                (holder[i], link[i], stressed[i]) = (holder[node.Parent], link[node.Parent], stressed[node.Parent]);
            if (node.Tag == Tag.Text)
            {
                AddText(i);
                continue;
            }

            picture |= node.Tag is Tag.Img or Tag.Picture or Tag.Video or Tag.IFrame or Tag.Figure or Tag.Svg;
            if (Tags.IsNever(node.Tag) || (!withHidden && (node.Tag == Tag.NoScript || NodeShares.IsHidden(tree, i))))
            {
                i = node.End - 1;
                continue;
            }

            if (node.Tag == Tag.Br)
                breaks++;
            else if (IsInline(i))
            {
                if (IsBox(i))
                    i = node.End - 1;
                else if (node.Tag == Tag.A && tree.Has(i, "href"))
                    link[i] = i;
                else
                    stressed[i] |= node.Tag is Tag.B or Tag.Strong or Tag.Em or Tag.I;
            }
            else
            {
                Close();
                holder[i] = i;
            }
        }

        Close();
    }

    /// <summary>An element of a name unknown to HTML runs in the line where it stands among words.</summary>
    private bool IsInline(int node)
    {
        ref readonly PageNode element = ref tree[node];
        if (element.Tag != Tag.Other)
            return Tags.IsInline(element.Tag) || element.Tag == Tag.NoScript;
        return element.End - node <= MaxBox && first >= 0 && holder[element.Parent] == currentHolder && !HoldsBlock(node);
    }

    private bool HoldsBlock(int node)
    {
        for (int i = node + 1; i < tree[node].End; i++)
        {
            Tag tag = tree[i].Tag;
            if (tag is not (Tag.Text or Tag.Other or Tag.Br) && !Tags.IsInline(tag) && !Tags.IsNever(tag))
                return true;
        }

        return false;
    }

    /// <summary>A box that springs up over a word of the line: several links with no words between.</summary>
    private bool IsBox(int node)
    {
        ref readonly PageNode element = ref tree[node];
        if (element.Tag != Tag.Span || element.End - node is < 6 or > MaxBox || first < 0)
            return false;
        int anchors = 0, length = 0, outside = 0;
        for (int i = node + 1; i < element.End; i++)
        {
            if (tree[i].Tag == Tag.A)
                anchors++;
            else if (tree[i].Tag == Tag.Text)
            {
                int letters = tree.Raw(i).Trim().Length;
                bool inLink = tree.Above(i, Tag.A) > node;
                length += letters;
                outside += inLink ? 0 : letters;
            }
            else if (tree[i].Tag == Tag.Span && IsBox(i))
                return false; // the word itself and its box: only the box goes
        }

        return anchors >= 2 && length >= 60 && outside * 10 <= length;
    }

    private void AddText(int node)
    {
        ReadOnlySpan<char> raw = tree.Raw(node);
        if (raw.IsWhiteSpace())
        {
            if (raw.Length > 0 && first >= 0 && holder[node] == currentHolder)
                Space();
            return;
        }

        if (first >= 0 && (holder[node] != currentHolder || breaks > 1))
            Close();
        else if (breaks > 0)
            Space();
        breaks = 0;
        if (first < 0)
            (first, currentHolder) = (node, holder[node]);
        int before = text.Length;
        Append(raw);
        int length = text.Length - before;
        if (stressed[node])
            stress += length;
        if (link[node] < 0)
            return;
        linked += length;
        if (link[node] == lastLink)
        {
            anchors[^1] = anchors[^1] with { Length = text.Length - anchors[^1].Start };
            return;
        }

        lastLink = link[node];
        anchors.Add((before, length, tree.Value(lastLink, "href")));
    }

    private void Append(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOf('&') >= 0)
        {
            piece.Clear();
            References.Append(piece, raw);
            foreach (ReadOnlyMemory<char> chunk in piece.GetChunks())
                Collapse(chunk.Span);
        }
        else
            Collapse(raw);
    }

    private void Collapse(ReadOnlySpan<char> raw)
    {
        while (!raw.IsEmpty)
        {
            int word = 0;
            while (word < raw.Length && !char.IsWhiteSpace(raw[word]) && raw[word] != '\0')
                word++;
            text.Append(raw[..word]);
            if (word == raw.Length)
                return;
            Space();
            while (word < raw.Length && (char.IsWhiteSpace(raw[word]) || raw[word] == '\0'))
                word++;
            raw = raw[word..];
        }
    }

    private void Space()
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }

    private void Close()
    {
        if (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (first >= 0 && text.Length > 0 && HasWord())
        {
            string whole = text.ToString();
            (int words, int weight) = Measure(whole);
            blocks.Add(new PageBlock
            {
                Text = whole,
                Holder = currentHolder,
                First = first,
                Linked = linked,
                Anchors = anchors,
                Stressed = stress,
                AfterPicture = picture,
                StartsLinked = link[first] >= 0,
                Words = words,
                Weight = weight,
            });
            picture = false;
        }

        if (anchors.Count > 0)
            anchors = [];

        text.Clear();
        (first, currentHolder, lastLink, linked, stress, breaks) = (-1, -1, -1, 0, 0, 0);
    }

    /// <summary>Rules of stars, bullets and signs of no width are no text.</summary>
    private bool HasWord()
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }

    private static (int Words, int Weight) Measure(string text)
    {
        int words = 1, weight = 0;
        foreach (char c in text)
        {
            words += c == ' ' ? 1 : 0;
            weight += c >= '\u2e80' && c < '\ue000' ? 3 : 1;
        }

        return (words, weight);
    }
}
