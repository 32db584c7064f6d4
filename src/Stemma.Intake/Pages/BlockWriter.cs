using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>Writes the text of a part of a page as blocks: one a paragraph, list item, subhead or quotation.</summary>
internal sealed partial class BlockWriter(List<string> blocks, List<RelatedLink> links, string? headline)
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "A", "ABBR", "ACRONYM", "B", "BDI", "BDO", "BIG", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "FONT", "I", "INS", "KBD", "MARK", "Q", "S", "SAMP", "SMALL", "SPAN",
            "STRIKE", "STRONG", "SUB", "SUP", "TIME", "TT", "U", "VAR", "WBR", "IMG", "PICTURE",
        ],
        StringComparer.Ordinal);

    public static bool IsInline(IElement element) => Inline.Contains(element.TagName);

    private readonly StringBuilder current = new();
    private int linked;
    private string? address;
    private bool ended;

    public void Write(IElement element)
    {
        if (ended)
            return;
        Descend(element, inLink: false);
        Close(isHeading: false);
    }

    // Recursion is bounded by IntakeLimits.MaxTagDepth, which was checked before the page was parsed.
    private void Descend(INode node, bool inLink)
    {
        bool breakPending = false;
        foreach (INode child in node.ChildNodes)
        {
            if (ended)
                return;
            switch (child)
            {
                case IText text:
                    breakPending &= string.IsNullOrWhiteSpace(text.Data);
                    Append(text.Data, inLink);
                    break;
                case IElement { TagName: "BR" }:
                    // One <br> is a line, two are a paragraph.
                    if (breakPending)
                        Close(isHeading: false);
                    else
                        current.Append(' ');
                    breakPending = !breakPending;
                    break;
                case IElement element when IsInline(element):
                    breakPending = false;
                    if (element.TagName == "A")
                        address ??= PageMetadata.Address(element.GetAttribute("href"));
                    Descend(element, inLink || element.TagName == "A");
                    break;
                case IElement element:
                    breakPending = false;
                    Close(isHeading: false);
                    Descend(element, inLink);
                    Close(element.TagName is ['H', >= '1' and <= '6']);
                    break;
            }
        }
    }

    private void Append(string text, bool inLink)
    {
        current.Append(text);
        if (inLink)
            linked += text.Length;
    }

    private void Close(bool isHeading)
    {
        string? text = PageMetadata.Clean(current.ToString());
        bool allLinked = linked > 0 && linked * 10 >= current.Length * 9;
        string? target = address;
        current.Clear();
        (linked, address) = (0, null);
        if (text is null)
            return;
        // A block that is nothing but a link leads elsewhere, unless it is said as a sentence.
        if (allLinked && !isHeading && text[^1] is not ('.' or '"' or '”' or ':'))
        {
            if (text.Length < 200 && text.AsSpan().Count(' ') >= 2)
                links.Add(new RelatedLink(text, target));
            return;
        }
        // What readers wrote comes last, and is no part of the report.
        if (isHeading && blocks.Count > 2 && EndHeading().IsMatch(text))
        {
            ended = true;
            return;
        }

        if (headline is not null && string.Equals(text, headline, StringComparison.OrdinalIgnoreCase))
            return;
        blocks.Add(text);
    }

    [GeneratedRegex(@"^\W*(?:(?:top rated |reader |readers[’'] |all |latest |recent |\d+ )?comments?(?: \(?\d+\)?)?|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|\d+ (?:responses|thoughts|replies)(?: (?:to|on) .{0,120})?)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndHeading();
}
