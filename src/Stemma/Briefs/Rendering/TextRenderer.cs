using System.Collections.Immutable;
using System.Globalization;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>The brief of each story for a terminal or a mail: plain lines, wrapped by words.</summary>
public static class TextRenderer
{
    private const int MaxTimeline = 20;

    /// <param name="width">Characters in a line; fewer than 24 count as 24.</param>
    /// <param name="color">Whether ANSI colours may be used; no colour carries a meaning that the words do not.</param>
    /// <param name="grading">Prints Admiralty codes and a source summary statement; null: none.</param>
    /// <returns>Lines ended by <c>\n</c>; empty where there is no story. Rejected inputs are not told here.</returns>
    public static string Render(Picture picture, int width, bool color, Grading? grading = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        TextPage page = new(width, color);
        for (int i = 0; i < picture.Stories.Length; i++)
        {
            if (i > 0)
            {
                page.Blank();
                page.Rule('─');
                page.Blank();
            }

            Write(page, picture.Stories[i], grading);
        }

        return page.ToString();
    }

    private static void Write(TextPage page, Story story, Grading? grading)
    {
        StoryLookup lookup = new(story);
        page.Paragraph(story.Title, ink: TextPage.Ink.Bold);
        string stretch = Dates.Stretch(story.From, story.To);
        page.Paragraph(stretch.Length == 0 ? StoryCounts.Of(story) : stretch + " · " + StoryCounts.Of(story), ink: TextPage.Ink.Dim);
        if (CorrectionNote.Of(story) is { } corrected)
            page.Paragraph(corrected, ink: TextPage.Ink.Dim);

        Brief brief = story.Brief;
        Points(page, lookup, "What is new", brief.NewsPeg, grading);
        Points(page, lookup, "Key facts", brief.KeyFacts, grading);
        Disputed(page, lookup, grading);
        Points(page, lookup, "Not known", brief.Unknown, grading);
        Points(page, lookup, "To watch", brief.Watch, grading);
        Points(page, lookup, "The number", brief.BigNumber is { } number ? [number] : [], grading);
        Differences(page, lookup);
        Timeline(page, story);
        TextLineage.Write(page, lookup);
        Who(page, brief.Who);
        Reports(page, lookup);
        ReadOn(page, lookup);
        if (grading is not null)
        {
            page.Heading("What it rests on");
            page.Paragraph(SourceSummary.Of(story, grading));
        }
    }

    private static void Points(TextPage page, StoryLookup lookup, string heading, ImmutableArray<Point> points, Grading? grading)
    {
        if (points.IsEmpty)
            return;
        page.Heading(heading);
        foreach (Point point in points)
            Told(page, lookup, point, grading);
    }

    private static void Told(TextPage page, StoryLookup lookup, Point point, Grading? grading)
    {
        page.Paragraph(point.Text, "• ");
        if (Tail(lookup, point, grading) is { Length: > 0 } tail)
            page.Paragraph($"[{tail}]", "  ", TextPage.Ink.Dim);
    }

    private static void Disputed(TextPage page, StoryLookup lookup, Grading? grading)
    {
        if (lookup.Story.Brief.Disputed.IsEmpty)
            return;
        page.Heading("Disputed");
        foreach (Point point in lookup.Story.Brief.Disputed)
        {
            if (Disputes.Of(lookup, point) is { } difference)
                Sides(page, difference, Disputes.Question(difference));
            else
                Told(page, lookup, point, grading);
        }
    }

    /// <summary>"confirmed · 4 reports · 2 origins"; for a point of no single claim, the outlets of its evidence.</summary>
    internal static string Tail(StoryLookup lookup, Point point, Grading? grading)
    {
        string sourced = Tail(lookup, point);
        return grading is null ? sourced : sourced.Length == 0 ? grading.Code(lookup, point) : grading.Code(lookup, point) + " · " + sourced;
    }

    private static string Tail(StoryLookup lookup, Point point)
    {
        if (point.Support is not { } support)
        {
            ImmutableArray<string> outlets = [.. point.Evidence.Select(e => lookup.Name(e.Report)).Distinct(StringComparer.Ordinal)];
            return outlets.Length <= 4 ? string.Join(", ", outlets) : $"{string.Join(", ", outlets.Take(3))} and {Sourcing.Count(outlets.Length - 3, "other")}";
        }

        string tail = Sourcing.Tail(support);
        return Sourcing.StatusOf(lookup, point) is { } status ? status + " · " + tail : tail;
    }

    private static void Differences(TextPage page, StoryLookup lookup)
    {
        ImmutableArray<Difference> untold = Disputes.Untold(lookup);
        if (untold.IsEmpty)
            return;
        page.Heading("Where they differ");
        foreach (Difference difference in untold)
            Sides(page, difference, $"{difference.About} ({Sourcing.Kind(difference.Kind)}, {Sourcing.Verdict(difference.Verdict)})");
    }

    /// <summary>What differs in one line, then each side on its own with its value and holder, then why it was judged so.</summary>
    private static void Sides(TextPage page, Difference difference, string heading)
    {
        page.Paragraph(heading, "• ", difference.Verdict == Verdict.Conflict ? TextPage.Ink.Bad : TextPage.Ink.Plain);
        int width = Math.Min(22, difference.Positions.Select(p => Figures.Shown(p.Value).Length).DefaultIfEmpty(0).Max());
        foreach (Position position in difference.Positions)
        {
            string value = Figures.Shown(position.Value);
            bool fits = value.Length <= width;
            page.Paragraph(fits ? position.Text : value + ": " + position.Text, fits ? $"    {value.PadRight(width)}  " : "    ");
        }

        page.Paragraph(difference.Why, "    ", TextPage.Ink.Dim);
    }

    private static void Timeline(TextPage page, Story story)
    {
        if (story.Timeline.IsEmpty)
            return;
        page.Heading("Timeline");
        foreach (TimelineEntry entry in story.Timeline.Take(MaxTimeline))
            page.Paragraph($"{Dates.Stretch(entry.From, entry.To)} — {entry.Text}", "• ");
        if (story.Timeline.Length > MaxTimeline)
            page.Paragraph($"and {story.Timeline.Length - MaxTimeline} more", "  ", TextPage.Ink.Dim);
    }

    private static void Who(TextPage page, ImmutableArray<Point> who)
    {
        if (who.IsEmpty)
            return;
        page.Heading("Who is who");
        foreach (Point point in who)
            page.Paragraph(point.Text, "• ");
    }

    private static void Reports(TextPage page, StoryLookup lookup)
    {
        Story story = lookup.Story;
        page.Heading("Reports");
        for (int i = 0; i < story.Reports.Length; i++)
        {
            Report report = story.Reports[i];
            string number = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(2);
            string headline = report.Headline is { Length: > 0 } h ? ": " + h : "";
            string credit = report.Agencies.IsEmpty ? "" : $" [{string.Join(", ", report.Agencies)}]";
            page.Paragraph($"{lookup.Name(report)}, {Dates.Moment(report.Published, report.PublishedBasis)}{credit}{headline}", $"{number}. ");
            if (report.Status is ReportStatus.Withdrawn)
                page.Paragraph("withdrawn by its publisher: in no count", "    ", TextPage.Ink.Warning);
            if (!report.IsReadable)
                page.Paragraph($"not read: its language is {report.Language}", "    ", TextPage.Ink.Warning);
            foreach (EditorNote note in report.Notes)
                page.Paragraph($"{note.Kind}: {note.Text}", "    ", TextPage.Ink.Dim);
        }
    }

    private static void ReadOn(TextPage page, StoryLookup lookup)
    {
        if (lookup.Story.Brief.FurtherReading.IsEmpty)
            return;
        page.Heading("Read on");
        foreach (Reading reading in lookup.Story.Brief.FurtherReading)
        {
            string url = SafeUrl.Of(reading.Url) is { } safe ? $" <{safe}>" : "";
            page.Paragraph($"{reading.Text}{url} ({lookup.Name(reading.Report)})", "• ");
        }
    }
}
