using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>The brief of each story as Markdown (CommonMark with GFM tables), to be put into a ticket, a wiki or a mail.</summary>
public static class MarkdownRenderer
{
    /// <returns>Lines ended by <c>\n</c>; empty where there is no story.</returns>
    public static string Render(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        StringBuilder page = new();
        for (int i = 0; i < picture.Stories.Length; i++)
        {
            if (i > 0)
                page.Append("\n---\n\n");
            Write(page, picture.Stories[i]);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, Story story)
    {
        StoryLookup lookup = new(story);
        page.Append("# ").Append(MarkdownText.Of(story.Title)).Append("\n\n");
        string stretch = Dates.Stretch(story.From, story.To);
        page.Append(CultureInfo.InvariantCulture, $"*{(stretch.Length == 0 ? "" : stretch + " · ")}{StoryCounts.Of(story)}*\n");

        Brief brief = story.Brief;
        Points(page, lookup, "What is new", brief.NewsPeg);
        Points(page, lookup, "Key facts", brief.KeyFacts);
        Points(page, lookup, "Disputed", brief.Disputed);
        Points(page, lookup, "Not known", brief.Unknown);
        Points(page, lookup, "To watch", brief.Watch);
        Points(page, lookup, "The number", brief.BigNumber is { } number ? [number] : []);
        Differences(page, story);
        if (!story.Timeline.IsEmpty)
        {
            Heading(page, "Timeline");
            foreach (TimelineEntry entry in story.Timeline)
                page.Append(CultureInfo.InvariantCulture, $"- **{Dates.Stretch(entry.From, entry.To)}** — {MarkdownText.Of(entry.Text)}\n");
        }

        Lineage(page, lookup);
        if (!brief.Who.IsEmpty)
        {
            Heading(page, "Who is who");
            foreach (Point point in brief.Who)
                page.Append("- ").Append(MarkdownText.Of(point.Text)).Append('\n');
        }

        Reports(page, lookup);
        if (!brief.FurtherReading.IsEmpty)
        {
            Heading(page, "Read on");
            foreach (Reading reading in brief.FurtherReading)
                page.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Link(reading.Text, reading.Url)} ({MarkdownText.Of(lookup.Name(reading.Report))})\n");
        }
    }

    private static void Points(StringBuilder page, StoryLookup lookup, string heading, ImmutableArray<Point> points)
    {
        if (points.IsEmpty)
            return;
        Heading(page, heading);
        foreach (Point point in points)
        {
            string tail = TextRenderer.Tail(lookup, point);
            page.Append("- ").Append(MarkdownText.Of(point.Text));
            if (tail.Length > 0)
                page.Append(CultureInfo.InvariantCulture, $" *({MarkdownText.Of(tail)})*");
            page.Append('\n');
        }
    }

    private static void Differences(StringBuilder page, Story story)
    {
        if (story.Differences.IsEmpty)
            return;
        Heading(page, "Where they differ");
        page.Append("| About | Positions | Verdict | Why |\n| --- | --- | --- | --- |\n");
        foreach (Difference difference in story.Differences)
        {
            string positions = string.Join("<br>", difference.Positions.Select(p => $"**{MarkdownText.Of(p.Value)}** {MarkdownText.Of(p.Text)}"));
            page.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Of(difference.About)} | {positions} | {Sourcing.Verdict(difference.Verdict)} | {MarkdownText.Of(difference.Why)} |\n");
        }
    }

    private static void Lineage(StringBuilder page, StoryLookup lookup)
    {
        ImmutableArray<LineageNode> nodes = LineageTree.Of(lookup.Story);
        if (nodes.All(n => n.By is null))
            return;
        Heading(page, "Who rests on whom");
        foreach (LineageNode node in nodes)
        {
            page.Append(' ', 2 * Math.Min(node.Depth, 8)).Append("- ").Append(MarkdownText.Of(TextLineage.Line(lookup, node))).Append('\n');
        }
    }

    private static void Reports(StringBuilder page, StoryLookup lookup)
    {
        Story story = lookup.Story;
        Heading(page, "Reports");
        for (int i = 0; i < story.Reports.Length; i++)
        {
            Report report = story.Reports[i];
            string title = MarkdownText.Link(report.Headline ?? report.Input, report.Url);
            page.Append(CultureInfo.InvariantCulture, $"{i + 1}. {MarkdownText.Of(lookup.Name(report))}, {Dates.Moment(report.Published, report.PublishedBasis)}: {title}\n");
        }
    }

    private static void Heading(StringBuilder page, string words) => page.Append("\n## ").Append(words).Append("\n\n");
}
