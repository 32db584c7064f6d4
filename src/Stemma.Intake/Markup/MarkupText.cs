using System.Collections.Frozen;
using System.Text;
using System.Xml.Linq;

namespace Stemma.Intake.Markup;

/// <summary>The paragraphs of an article that is given as XHTML or NITF inside a news format, where all of it is the article.</summary>
internal static class MarkupText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "dt", "dd", "blockquote", "bq", "div", "section", "article", "block", "body", "body.content", "td", "th", "tr", "pre", "ul", "ol", "table", "hr");

    /// <summary>What is beside the article: pictures with their captions, tables of scores, scripts; NITF's own head, whose parts are fields.</summary>
    private static readonly FrozenSet<string> Beside = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "head", "script", "style", "figure", "figcaption", "aside", "nav", "form", "media", "media-caption", "nitf-table", "body.head", "body.end", "iframe", "video", "audio", "object", "svg");

    /// <returns>One a line, parted by blank lines; empty where there is no text.</returns>
    public static string Of(XElement root)
    {
        StringBuilder text = new(), line = new();
        Stack<IEnumerator<XNode>> open = new();
        Stack<bool> isBlock = new();
        open.Push(root.Nodes().GetEnumerator());
        isBlock.Push(true);
        while (open.TryPeek(out IEnumerator<XNode>? nodes))
        {
            if (!nodes.MoveNext())
            {
                open.Pop();
                if (isBlock.Pop())
                    Close();
            }
            else if (nodes.Current is XText words)
                line.Append(words.Value);
            else if (nodes.Current is XElement element && !Beside.Contains(element.Name.LocalName))
            {
                if (element.Name.LocalName is "br" or "BR")
                    line.Append(' ');
                bool block = Blocks.Contains(element.Name.LocalName);
                if (block)
                    Close();
                open.Push(element.Nodes().GetEnumerator());
                isBlock.Push(block);
            }
        }

        Close();
        return text.ToString();

        void Close()
        {
            string words = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            line.Clear();
            if (words.Length > 0)
                text.Append(text.Length > 0 ? "\n\n" : "").Append(words);
        }
    }
}
