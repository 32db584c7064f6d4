using System.Globalization;
using System.Text;
using System.Xml;

namespace Stemma.Watch;

/// <summary>Alerts as an Atom feed (RFC 4287).</summary>
public static class AlertAtom
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="alerts">In any order; written latest first.</param>
    /// <param name="id">The feed's own name, an IRI that stays the same.</param>
    /// <param name="self">Where the feed is to be found; null: not said.</param>
    /// <param name="now">When the feed was last changed, where there is no alert in it.</param>
    public static string Write(IEnumerable<LoggedAlert> alerts, string id, string? self, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        LoggedAlert[] entries = [.. alerts.OrderByDescending(a => a.Number)];
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, id);
            xml.WriteElementString("title", Atom, "Stemma: alerts");
            xml.WriteElementString("updated", Atom, Time(entries.Length > 0 ? entries.Max(e => e.Raised) : now));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Stemma");
            xml.WriteEndElement();
            if (self is not null)
                Link(xml, "self", self);
            foreach (LoggedAlert entry in entries)
                Entry(xml, entry);
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Entry(XmlWriter xml, LoggedAlert logged)
    {
        Alert alert = logged.Alert;
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, "urn:stemma:alert:" + alert.Key);
        xml.WriteElementString("title", Atom, AlertText.Title(alert));
        xml.WriteElementString("updated", Atom, Time(logged.Raised));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", alert.Kind.ToString().ToLowerInvariant());
        xml.WriteEndElement();
        if (alert.Evidence.Select(e => e.Url).FirstOrDefault(IsWeb) is { } url)
            Link(xml, "alternate", url);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Content(alert));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Content(Alert alert)
    {
        StringBuilder text = new();
        text.Append("Story: ").Append(AlertText.Plain(alert.Title)).Append(" (").Append(alert.Story).Append(")\n");
        foreach (AlertEvidence evidence in alert.Evidence)
        {
            text.Append(AlertText.Plain(evidence.Outlet ?? "unknown outlet")).Append(evidence.Published is { } at ? $", {at}" : "").Append(": \"").Append(AlertText.Plain(evidence.Quote)).Append('"')
                .Append(evidence.Url is { } url ? $" {url}" : "").Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The log is a file that others can write to: whatever is to be followed is looked at here again.</summary>
    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
