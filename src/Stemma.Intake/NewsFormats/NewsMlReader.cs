using System.Xml;
using Stemma.Intake.Carriers;
using Stemma.Intake.Markup;
using Stemma.Intake.Pages;

namespace Stemma.Intake.NewsFormats;

/// <summary>Reads NewsML-G2 (IPTC): a single news item, or a message of many; and NITF documents, which it often carries, by themselves.</summary>
internal sealed class NewsMlReader(IntakeSink sink, PageReader pages, CancellationToken cancellation)
{
    /// <exception cref="InputRejectedException">It cannot be read, or holds no news item.</exception>
    public void Read(string input, string text, Carrier carrier)
    {
        NewsItems items = new(sink, pages, input, carrier);
        int others = 0;
        string other = "";
        try
        {
            using XmlReader reader = SafeXml.Read(text);
            reader.MoveToContent();
            while (!reader.EOF)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "newsItem":
                        items.Add(SafeXml.Element(reader));
                        break;
                    case "nitf":
                        items.AddNitf(SafeXml.Element(reader));
                        break;
                    case "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem":
                        (others, other) = (others + 1, reader.LocalName);
                        SafeXml.Element(reader);
                        break;
                    case "header":
                        reader.Skip();
                        break;
                    default:
                        reader.Read();
                        break;
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
            throw new InputRejectedException(others > 0 ? $"NewsML-G2 without a news item: {other}s only" : "NewsML-G2 without a news item");
        if (others > 0)
            sink.Remark(input, $"{others} of its items are no news items (such as {other}): left out");
    }
}
