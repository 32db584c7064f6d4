using System.Buffers;

namespace Stemma.Intake.Pages;

/// <summary>Reads HTML as browsers do, as far as its text, attributes and nesting go; nothing is run, and no markup is too broken.</summary>
/// <remarks>
/// One pass, no recursion, time in proportion to the length. After the tokenization of the HTML standard (13.2.5). Made for speed: a general parser took
/// most of the time that reading a page takes, and its tree cost twenty times the page's size.
/// </remarks>
internal sealed class MarkupReader
{
    /// <summary>Attributes of one tag that are kept; a tag of more is no tag of a page.</summary>
    private const int MaxAttributes = 256;

    /// <summary>Nodes of one page; pages have some thousands.</summary>
    private const int MaxNodes = 4_000_000;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AttributeEnd = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n\f>");
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");

    private readonly string source;
    private readonly OpenElements elements = new();
    private PageAttribute[] attributes = new PageAttribute[1024];
    private int attributeCount;
    private int at;

    /// <summary>Set once no end tag of svg follows: then its parts are read as any others.</summary>
    private bool drawingsStayOpen;

    private MarkupReader(string source) => this.source = source;

    /// <exception cref="InputRejectedException">Tags are nested too deep, or there are too many.</exception>
    public static PageTree Read(string html)
    {
        MarkupReader reader = new(html);
        reader.Run();
        return new PageTree(html, reader.elements.Nodes, reader.elements.Count, reader.attributes);
    }

    private void Run()
    {
        int text = 0;
        while (at < source.Length)
        {
            int next = source.AsSpan(at).IndexOf('<');
            if (next < 0 || at + next + 1 >= source.Length)
                break;
            at += next;
            char after = source[at + 1];
            if (!char.IsAsciiLetter(after) && after is not ('/' or '!' or '?'))
            {
                at++;
                continue;
            }

            elements.AddText(text, at - text);
            if (char.IsAsciiLetter(after))
                StartTag();
            else if (after == '/' && at + 2 < source.Length && char.IsAsciiLetter(source[at + 2]))
                EndTag();
            else
                Skip();
            text = at;
            if (elements.Count > MaxNodes)
                throw new InputRejectedException("a page of more than 4 million tags and texts");
        }

        elements.AddText(text, source.Length - text);
        elements.Finish();
    }

    /// <summary>Comments, doctypes, processing instructions.</summary>
    private void Skip()
    {
        ReadOnlySpan<char> rest = source.AsSpan(at);
        int end, length;
        if (rest.StartsWith("<!--"))
        {
            // "<!-->" and "<!--->" are whole comments.
            bool empty = rest.Length > 4 && (rest[4] == '>' || rest[4..].StartsWith("->"));
            end = empty ? 4 : rest[4..].IndexOf("-->") is var dashes && dashes >= 0 ? dashes + 4 : -1;
            length = empty ? rest[4] == '>' ? 1 : 2 : 3;
        }
        else
            (end, length) = (rest.IndexOf('>'), 1);
        at = end < 0 ? source.Length : at + end + length;
    }

    private void EndTag()
    {
        int start = at + 2;
        ReadOnlySpan<char> rest = source.AsSpan(start);
        int length = rest.IndexOfAny(NameEnd);
        length = length < 0 ? rest.Length : length;
        ReadOnlySpan<char> name = rest[..length];
        int close = rest[length..].IndexOf('>');
        at = close < 0 ? source.Length : start + length + close + 1;
        Tag tag = Tags.Of(name);
        if (tag == Tag.Br)
            elements.Open(new PageNode { Tag = Tag.Br, Start = start, Length = length });
        else
            elements.Close(tag, name, source);
    }

    private void StartTag()
    {
        int start = at + 1;
        ReadOnlySpan<char> rest = source.AsSpan(start);
        int length = rest.IndexOfAny(NameEnd);
        length = length < 0 ? rest.Length : length;
        Tag tag = Tags.Of(rest[..length]);
        int first = attributeCount;
        at = start + length;
        if (ReadAttributes() is not { } selfClosed)
        {
            attributeCount = first; // a tag that the page's end cuts off is none
            return;
        }

        PageNode element = new() { Tag = tag, Start = start, Length = length, FirstAttribute = first, Attributes = attributeCount - first };
        if (Tags.IsRaw(tag) && !selfClosed)
            RawText(element);
        else if (tag is Tag.Svg or Tag.Math && !selfClosed && !drawingsStayOpen)
            Drawing(element);
        else if (selfClosed && tag is Tag.Svg or Tag.Math or Tag.Script or Tag.IFrame)
            elements.AddWhole(element, 0, 0);
        else
            elements.Open(element);
    }

    /// <returns>Whether the tag ends in "/>"; null: it does not end.</returns>
    private bool? ReadAttributes()
    {
        int first = attributeCount;
        while (true)
        {
            SkipSpace();
            if (at >= source.Length)
                return null;
            if (source[at] == '>')
            {
                at++;
                return false;
            }

            if (source[at] == '/')
            {
                at++;
                if (at < source.Length && source[at] == '>')
                {
                    at++;
                    return true;
                }

                continue;
            }

            int nameStart = at;
            int nameLength = source.AsSpan(at + 1).IndexOfAny(AttributeEnd);
            nameLength = nameLength < 0 ? source.Length - at : nameLength + 1;
            at += nameLength;
            SkipSpace();
            (int valueStart, int valueLength) = (at, 0);
            if (at < source.Length && source[at] == '=')
            {
                at++;
                SkipSpace();
                (valueStart, valueLength) = ReadValue();
            }

            if (attributeCount - first < MaxAttributes)
                Add(new PageAttribute(nameStart, nameLength, valueStart, valueLength));
        }
    }

    private (int Start, int Length) ReadValue()
    {
        if (at >= source.Length)
            return (at, 0);
        char quote = source[at];
        int start = quote is '"' or '\'' ? at + 1 : at;
        ReadOnlySpan<char> rest = source.AsSpan(start);
        int length = start > at ? rest.IndexOf(quote) : rest.IndexOfAny(ValueEnd);
        length = length < 0 ? rest.Length : length;
        at = Math.Min(source.Length, start + length + (start > at ? 1 : 0));
        return (start, length);
    }

    private void RawText(PageNode element)
    {
        int start = at, end = EndOf(source.AsSpan(element.Start, element.Length), at);
        if (end < 0 && element.Tag is Tag.Title or Tag.TextArea)
        {
            elements.AddWhole(element, 0, 0); // never closed: rather a title less than no page
            return;
        }

        end = end < 0 ? source.Length : end;
        elements.AddWhole(element, start, end - start);
        int close = source.AsSpan(end).IndexOf('>');
        at = close < 0 ? source.Length : end + close + 1;
    }

    private void Drawing(PageNode element)
    {
        int end = EndOf(source.AsSpan(element.Start, element.Length), at);
        if (end < 0)
        {
            drawingsStayOpen = true;
            elements.Open(element);
            return;
        }

        elements.AddWhole(element, 0, 0);
        int close = source.AsSpan(end).IndexOf('>');
        at = close < 0 ? source.Length : end + close + 1;
    }

    /// <summary>Where the end tag of this name stands; -1: nowhere.</summary>
    private int EndOf(ReadOnlySpan<char> name, int from)
    {
        while (true)
        {
            int found = source.AsSpan(from).IndexOf("</");
            if (found < 0)
                return -1;
            from += found + 2;
            ReadOnlySpan<char> rest = source.AsSpan(from);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || NameEnd.Contains(rest[name.Length])))
                return from - 2;
        }
    }

    private void SkipSpace()
    {
        int next = source.AsSpan(at).IndexOfAnyExcept(Space);
        at = next < 0 ? source.Length : at + next;
    }

    private void Add(PageAttribute attribute)
    {
        if (attributeCount == attributes.Length)
            Array.Resize(ref attributes, attributeCount * 2);
        attributes[attributeCount++] = attribute;
    }
}
