using System.Globalization;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>What happened when; an open end is said to be open.</summary>
internal static class TimelineSection
{
    public static void Write(StoryPage page)
    {
        if (page.Story.Timeline.IsEmpty)
            return;
        page.Section("timeline", "Timeline");
        page.Html.Open("ol.timeline-list");
        foreach (TimelineEntry entry in page.Story.Timeline)
        {
            page.Html.Open("li").Open("p.when");
            if (entry.From is { } day && entry.To == day)
                page.Html.Raw($"<time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">").Words(Dates.Day(day)).Raw("</time>");
            else
                page.Html.Words(Dates.Stretch(entry.From, entry.To));
            page.Html.Raw("</p><div>").Element("p.what", entry.Text).Open("p.meta");
            bool first = true;
            foreach (string report in entry.Reports)
            {
                if (page.Lookup.IndexOf(report) is not (>= 0 and int i))
                    continue;
                page.Html.Raw(first ? "" : ", ").Jump(page.ReportId(i), page.Lookup.Name(report));
                first = false;
            }

            page.Html.Raw("</p></div></li>\n");
        }

        page.Html.Raw("</ol>");
        page.EndSection();
    }
}
