using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Stemma.Intake.Carriers;
using Stemma.Intake.Markup;
using Stemma.Intake.Pages;

namespace Stemma.Intake.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0: a report an item, as much of it as the feed carries.</summary>
/// <remarks>Nothing that an item links to is fetched. Where the XML breaks off, the items before stand.</remarks>
internal sealed class FeedReader(IntakeSink sink, PageReader pages, CancellationToken cancellation)
{
    /// <summary>Elements of a channel that its items are not; all else of it is its head.</summary>
    private static readonly ImmutableArray<string> ItemNames = ["item", "entry"];

    /// <exception cref="InputRejectedException">It cannot be read, or breaks off before the first item.</exception>
    public void Read(string input, string text, Carrier carrier)
    {
        FeedHead head = new();
        FeedItems items = new(sink, pages, input, carrier);
        try
        {
            using XmlReader reader = SafeXml.Read(text);
            bool inside = false;
            reader.MoveToContent();
            head.Start(reader);
            reader.Read();
            while (!reader.EOF)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element)
                    reader.Read();
                else if (reader.LocalName == "channel" && !inside)
                {
                    inside = true;
                    head.Start(reader);
                    reader.Read();
                }
                else
                {
                    bool item = ItemNames.Contains(reader.LocalName);
                    XElement element = SafeXml.Element(reader);
                    if (item)
                        items.Add(element, head);
                    else
                        head.Add(element);
                }
            }
        }
        catch (XmlException e)
        {
            if (items.Count == 0)
                throw SafeXml.Broken(e);
            sink.Reject(input, SafeXml.Broken(e).Message + $", behind item {items.Count}: the items before it are read");
            return;
        }

        if (items.Count == 0)
            throw new InputRejectedException("a feed without items");
    }
}
