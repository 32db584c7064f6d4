namespace Stemma.Intake.Pages;

/// <summary>The nodes made so far and the elements that are still open, with the standard's rules on what a tag closes by itself.</summary>
/// <remarks>
/// After the HTML standard, 13.2.6, without its two repairs that move nodes: text that stands loose in a table stays there, and a format tag that
/// overlaps a block ends with the block. Neither changes what an article says.
/// </remarks>
internal sealed class OpenElements
{
    private PageNode[] nodes = new PageNode[1024];
    private int count;
    private int[] open = new int[64];
    private int depth;
    private bool hasBody;

    public OpenElements() => Push(new PageNode { Tag = Tag.Html });

    public PageNode[] Nodes => nodes;

    public int Count => count;

    private Tag Current => nodes[open[depth - 1]].Tag;

    public void AddText(int start, int length)
    {
        if (length > 0)
            Add(new PageNode { Tag = Tag.Text, Start = start, Length = length });
    }

    /// <summary>A head that nobody closed ends where something begins that no head holds.</summary>
    private void LeaveHead(Tag tag)
    {
        if (Current == Tag.Head && tag is not (Tag.Title or Tag.Base or Tag.Link or Tag.Meta or Tag.Script or Tag.Style or Tag.NoScript or Tag.Template))
            PopTo(depth - 1);
    }

    /// <param name="element">With tag, name and attributes; the rest is filled in here.</param>
    /// <exception cref="InputRejectedException">Too deep.</exception>
    public void Open(PageNode element)
    {
        Tag tag = element.Tag;
        if (tag == Tag.Html)
        {
            // Its language is wanted, and nothing stands above it.
            if (nodes[0].Attributes == 0)
                (nodes[0].FirstAttribute, nodes[0].Attributes) = (element.FirstAttribute, element.Attributes);
            return;
        }

        if (tag == Tag.Body)
        {
            if (hasBody)
                return;
            hasBody = true;
            PopTo(1);
        }

        LeaveHead(tag);
        CloseBefore(tag);
        if (Tags.IsVoid(tag))
            Add(element);
        else
            Push(element);
    }

    /// <summary>Adds an element that is complete with this text, or without any.</summary>
    public void AddWhole(PageNode element, int start, int length)
    {
        LeaveHead(element.Tag);
        CloseBefore(element.Tag);
        int at = Add(element);
        if (length > 0)
        {
            int text = Add(new PageNode { Tag = Tag.Text, Start = start, Length = length });
            (nodes[text].Parent, nodes[text].Depth, nodes[at].End) = (at, nodes[at].Depth + 1, count);
        }
    }

    public void Close(Tag tag, ReadOnlySpan<char> name, string source)
    {
        if (tag is Tag.Html or Tag.Body)
            return; // what follows belongs to the body all the same
        for (int at = depth - 1; at > 0; at--)
        {
            ref PageNode node = ref nodes[open[at]];
            bool matches = node.Tag == tag || (Tags.IsHeading(tag) && Tags.IsHeading(node.Tag));
            if (matches && (tag != Tag.Other || source.AsSpan(node.Start, node.Length).Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                PopTo(at);
                return;
            }

            if (node.Tag == Tag.Body || StopsEnd(node.Tag, tag))
                return;
        }
    }

    /// <summary>Closes all that is open, at the end of the page.</summary>
    public void Finish() => PopTo(0);

    /// <summary>Whether an end tag does not reach past an open element.</summary>
    private static bool StopsEnd(Tag node, Tag ending) =>
        Tags.IsInline(ending) ? Tags.IsSpecial(node)
        : ending is Tag.P ? Tags.EndsScope(node) || node is Tag.Div or Tag.Section or Tag.Article
        : ending is Tag.Li ? node is Tag.Ul or Tag.Ol || Tags.EndsScope(node)
        : ending is Tag.Table ? false
        : node is Tag.Table || (ending is not (Tag.Tr or Tag.TBody or Tag.THead or Tag.TFoot) && node is Tag.Td or Tag.Th or Tag.Caption);

    private void CloseBefore(Tag tag)
    {
        switch (tag)
        {
            case Tag.Li:
                CloseOpen(t => t == Tag.Li, t => t is Tag.Ul or Tag.Ol or Tag.Menu || (Tags.IsSpecial(t) && t is not (Tag.Address or Tag.Div or Tag.P)));
                break;
            case Tag.Dd or Tag.Dt:
                CloseOpen(t => t is Tag.Dd or Tag.Dt, t => t is Tag.Dl || (Tags.IsSpecial(t) && t is not (Tag.Address or Tag.Div or Tag.P)));
                break;
            case Tag.Td or Tag.Th:
                CloseOpen(t => t is Tag.Td or Tag.Th, t => t is Tag.Tr or Tag.Table);
                return;
            case Tag.Tr:
                CloseOpen(t => t == Tag.Tr, t => t is Tag.Table or Tag.TBody or Tag.THead or Tag.TFoot);
                return;
            case Tag.TBody or Tag.THead or Tag.TFoot:
                CloseOpen(t => t is Tag.TBody or Tag.THead or Tag.TFoot, t => t is Tag.Table);
                return;
            case Tag.Option or Tag.OptGroup:
                CloseOpen(t => t == Tag.Option, t => t is not Tag.Option);
                return;
            case Tag.A:
                CloseOpen(t => t == Tag.A, t => Tags.IsSpecial(t));
                return;
            case Tag.Button:
                CloseOpen(t => t == Tag.Button, t => Tags.IsSpecial(t));
                return;
        }

        if (!Tags.EndsParagraph(tag))
            return;
        CloseOpen(t => t == Tag.P, Tags.EndsScope);
        if (Tags.IsHeading(tag) && Tags.IsHeading(Current))
            PopTo(depth - 1);
    }

    private void CloseOpen(Func<Tag, bool> wanted, Func<Tag, bool> barrier)
    {
        for (int at = depth - 1; at > 0; at--)
        {
            Tag tag = nodes[open[at]].Tag;
            if (wanted(tag))
            {
                PopTo(at);
                return;
            }

            if (barrier(tag))
                return;
        }
    }

    private int Add(PageNode node)
    {
        if (count == nodes.Length)
            Array.Resize(ref nodes, count * 2);
        node.Parent = depth == 0 ? -1 : open[depth - 1];
        node.Depth = depth;
        node.End = count + 1;
        nodes[count] = node;
        return count++;
    }

    private void Push(PageNode node)
    {
        if (depth > IntakeLimits.MaxTagDepth)
            throw new InputRejectedException($"a page whose tags are nested deeper than {IntakeLimits.MaxTagDepth}");
        int at = Add(node);
        if (depth == open.Length)
            Array.Resize(ref open, depth * 2);
        open[depth++] = at;
    }

    private void PopTo(int left)
    {
        while (depth > left)
            nodes[open[--depth]].End = count;
    }
}
