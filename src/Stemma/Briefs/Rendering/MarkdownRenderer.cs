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
    /// <param name="grading">Prints Admiralty codes and a source summary statement; null: none.</param>
    /// <returns>Lines ended by <c>\n</c>; empty where there is no story.</returns>
    public static string Render(Picture picture, Grading? grading = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        StringBuilder page = new();
        for (int i = 0; i < picture.Stories.Length; i++)
        {
            if (i > 0)
                page.Append("\n---\n\n");
            Write(page, picture.Stories[i], grading);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, Story story, Grading? grading)
    {
        StoryLookup lookup = new(story);
        page.Append("# ").Append(MarkdownText.Of(story.Title)).Append("\n\n");
        string stretch = Dates.Stretch(story.From, story.To);
        page.Append(CultureInfo.InvariantCulture, $"*{(stretch.Length == 0 ? "" : stretch + " · ")}{StoryCounts.Of(story)}*\n");
        if (CorrectionNote.Of(story) is { } corrected)
            page.Append(CultureInfo.InvariantCulture, $"\n*{MarkdownText.Of(corrected)}*\n");

        Brief brief = story.Brief;
        Points(page, lookup, "What is new", brief.NewsPeg, grading);
        Points(page, lookup, "Key facts", brief.KeyFacts, grading);
        Disputed(page, lookup, grading);
        Points(page, lookup, "Not known", brief.Unknown, grading);
        Points(page, lookup, "To watch", brief.Watch, grading);
        Points(page, lookup, "The number", brief.BigNumber is { } number ? [number] : [], grading);
        Differences(page, Disputes.Untold(lookup));
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

        if (grading is not null)
        {
            Heading(page, "What it rests on");
            page.Append(MarkdownText.Of(SourceSummary.Of(story, grading))).Append('\n');
        }
    }

    private static void Points(StringBuilder page, StoryLookup lookup, string heading, ImmutableArray<Point> points, Grading? grading)
    {
        if (points.IsEmpty)
            return;
        Heading(page, heading);
        foreach (Point point in points)
            Told(page, lookup, point, grading);
    }

    private static void Told(StringBuilder page, StoryLookup lookup, Point point, Grading? grading)
    {
        string tail = TextRenderer.Tail(lookup, point, grading);
        page.Append("- ").Append(MarkdownText.Of(point.Text));
        if (tail.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $" *({MarkdownText.Of(tail)})*");
        page.Append('\n');
    }

    private static void Disputed(StringBuilder page, StoryLookup lookup, Grading? grading)
    {
        if (lookup.Story.Brief.Disputed.IsEmpty)
            return;
        Heading(page, "Disputed");
        foreach (Point point in lookup.Story.Brief.Disputed)
        {
            if (Disputes.Of(lookup, point) is not { } difference)
            {
                Told(page, lookup, point, grading);
                continue;
            }

            page.Append("- ").Append(MarkdownText.Of(Disputes.Question(difference))).Append('\n');
            foreach (Position position in difference.Positions)
                page.Append(CultureInfo.InvariantCulture, $"  - **{MarkdownText.Of(Figures.Shown(position.Value))}** {MarkdownText.Of(position.Text)}\n");
            page.Append(CultureInfo.InvariantCulture, $"  - *{MarkdownText.Of(difference.Why)}*\n");
        }
    }

    private static void Differences(StringBuilder page, ImmutableArray<Difference> differences)
    {
        if (differences.IsEmpty)
            return;
        Heading(page, "Where they differ");
        page.Append("| About | Positions | Verdict | Why |\n| --- | --- | --- | --- |\n");
        foreach (Difference difference in differences)
        {
            string positions = string.Join("<br>", difference.Positions.Select(p => $"**{MarkdownText.Of(Figures.Shown(p.Value))}** {MarkdownText.Of(p.Text)}"));
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
            page.Append(CultureInfo.InvariantCulture, $"{i + 1}. {MarkdownText.Of(lookup.Name(report))}, {Dates.Moment(report.Published, report.PublishedBasis)}: {title}{(report.Status is ReportStatus.Withdrawn ? " (**withdrawn** by its publisher: in no count)" : "")}\n");
        }
    }

    private static void Heading(StringBuilder page, string words) => page.Append("\n## ").Append(words).Append("\n\n");
}
