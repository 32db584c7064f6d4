using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Stemma.Intake.Markup;

namespace Stemma.Intake.Feeds;

/// <summary>How often a feed wants to be asked, by its own words: RSS's <c>ttl</c>, <c>skipHours</c> and <c>skipDays</c>, and the syndication module's period.</summary>
/// <param name="Interval">Shortest time between two requests; null: it does not say.</param>
/// <param name="SkipHours">Hours of the day, 0 to 23, in UTC, in which it is not to be asked.</param>
public sealed record FeedSchedule(string? Title, TimeSpan? Interval, ImmutableArray<int> SkipHours, ImmutableArray<DayOfWeek> SkipDays)
{
    private const string Syndication = "http://purl.org/rss/1.0/modules/syndication/";

    public static FeedSchedule None { get; } = new(null, null, [], []);

    /// <param name="text">A feed in XML, decoded. What cannot be read says nothing.</param>
    internal static FeedSchedule Read(string text)
    {
        string? title = null, period = null, frequency = null, ttl = null;
        SortedSet<int> hours = [];
        SortedSet<DayOfWeek> days = [];
        try
        {
            using XmlReader reader = SafeXml.Read(text);
            reader.MoveToContent();
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName == "channel")
                    reader.Read();
                else if (reader.LocalName is "item" or "entry")
                    reader.Skip();
                else
                    Take(SafeXml.Element(reader));
            }
        }
        catch (Exception e) when (e is XmlException or InputRejectedException)
        {
            // Whatever was read before the fault stands.
        }

        return new FeedSchedule(title, Longest(ttl, period, frequency), hours.Count is > 0 and < 24 ? [.. hours] : [], days.Count is > 0 and < 7 ? [.. days] : []);

        void Take(XElement element)
        {
            switch (element.Name.LocalName)
            {
                case "title":
                    title ??= FeedText.Line(FeedText.Plain(element));
                    break;
                case "ttl":
                    ttl ??= element.Value;
                    break;
                case "updatePeriod" when element.Name.NamespaceName == Syndication:
                    period ??= element.Value.Trim();
                    break;
                case "updateFrequency" when element.Name.NamespaceName == Syndication:
                    frequency ??= element.Value.Trim();
                    break;
                case "skipHours":
                    // The standard counts 0 to 23; some count to 24, which is midnight.
                    hours.UnionWith(element.Elements().Select(h => int.TryParse(h.Value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int hour) ? hour : -1)
                        .Where(h => h is >= 0 and <= 24).Select(h => h % 24));
                    break;
                case "skipDays":
                    days.UnionWith(element.Elements().Select(d => Enum.TryParse(d.Value.Trim(), ignoreCase: true, out DayOfWeek day) && !char.IsAsciiDigit(d.Value.Trim()[0]) ? day : (DayOfWeek?)null).OfType<DayOfWeek>());
                    break;
                default:
                    break;
            }
        }
    }

    private static TimeSpan? Longest(string? ttl, string? period, string? frequency)
    {
        TimeSpan? minutes = int.TryParse(ttl, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int m) && m > 0 ? TimeSpan.FromMinutes(m) : null;
        TimeSpan? unit = period switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        TimeSpan? often = unit / (int.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out int times) && times > 0 ? times : 1);
        return minutes > often ? minutes : often ?? minutes;
    }
}
