using System.Globalization;
using System.Text;
using System.Xml;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>A list of stories as an Atom feed (RFC 4287): whatever was searched for can be followed in a feed reader. An entry is a story; it is updated when a report comes to it.</summary>
internal static class StoryFeed
{
    /// <summary>Of the feed of all stories; a filter is asked for as in the list.</summary>
    public const string Path = "/stories.atom";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="server">"http://desk.example:5080".</param>
    public static byte[] Write(StoryList list, string server)
    {
        ArgumentNullException.ThrowIfNull(list);
        string page = server + list.Filter.Link();
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, page);
            xml.WriteElementString("title", Atom, list.Filter.IsNarrow ? "Stemma: stories searched for" : "Stemma: stories");
            xml.WriteElementString("updated", Atom, Time(list.Cards.IsEmpty ? DateTimeOffset.UnixEpoch : list.Cards.Max(c => c.Summary.Latest)));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Stemma");
            xml.WriteEndElement();
            Link(xml, "self", server + Of(list.Filter));
            Link(xml, "alternate", page);
            foreach (StoryCard card in list.Cards)
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("id", Atom, "urn:stemma:story:" + card.Summary.Id);
                xml.WriteElementString("title", Atom, Plain(card.Summary.Title));
                xml.WriteElementString("updated", Atom, Time(card.Summary.Latest));
                Link(xml, "alternate", server + Paths.Story(card.Summary.Id));
                xml.WriteElementString("summary", Atom, Summary(card));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n");
    }

    /// <summary>Where the feed of a list is.</summary>
    public static string Of(StoryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string list = filter.Link();
        int query = list.IndexOf('?', StringComparison.Ordinal);
        return Path + (query < 0 ? "" : list[query..]);
    }

    private static string Summary(StoryCard card)
    {
        if (card.Counts is not { } counts)
            return Sourcing.Count(card.Summary.Reports, "report");
        string voices = $"{Sourcing.Interval(counts.OriginsAtLeast, counts.OriginsAtMost)} in {Sourcing.Count(counts.Reports, "report")}, {Sourcing.Count(counts.Outlets, "outlet")}";
        string conflicts = counts.Conflicts > 0 ? ", " + Sourcing.Count(counts.Conflicts, "open conflict") : "";
        return voices + conflicts + "." + (counts.News is { } news ? " " + Plain(news) : "");
    }

    /// <summary>A line that XML can hold: reports may have anything in them.</summary>
    private static string Plain(string? text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in PlainText.OneLine(text).EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter xml, string kind, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", kind);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
