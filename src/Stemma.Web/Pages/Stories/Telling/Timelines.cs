using System.Collections.Immutable;
using System.Globalization;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Stories.Telling;

/// <summary>Where the entries of a timeline stand on a common scale of days.</summary>
public static class Timelines
{
    /// <summary>Width of the scale in a drawing.</summary>
    public const int Width = 180;

    private const int Edge = 8;

    /// <summary>Those that most reports tell of, in their order on the timeline.</summary>
    public static ImmutableArray<TimelineEntry> Foremost(Story story, int most)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Timeline.Select((e, i) => (Entry: e, Place: i)).OrderByDescending(e => e.Entry.Reports.Length).Take(most).OrderBy(e => e.Place).Select(e => e.Entry)];
    }

    /// <summary>The days that a scale covers: those of the story's own events; what lies outside leaves it by an arrow.</summary>
    public static (DateOnly From, DateOnly To) Scale(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        DateOnly[] days = [.. story.Reports.Select(r => r.Published?.Day).OfType<DateOnly>()];
        DateOnly from = story.From ?? (days.Length > 0 ? days.Min() : new DateOnly(2000, 1, 1));
        DateOnly to = story.To ?? (days.Length > 0 ? days.Max() : from);

        // One far day of background must not press all the others together.
        if (days.Length > 0)
        {
            from = Later(from, days.Min().AddDays(-21));
            to = Later(Earlier(to, days.Max().AddDays(45)), from);
        }

        return (from, to > from ? to : from.AddDays(1));
    }

    /// <summary>A bar on the scale: where it begins and ends, and whether it goes on beyond what is known or shown.</summary>
    public static (double Start, double End, bool OpenStart, bool OpenEnd) Bar(TimelineEntry entry, (DateOnly From, DateOnly To) scale)
    {
        ArgumentNullException.ThrowIfNull(entry);
        double days = scale.To.DayNumber - scale.From.DayNumber + 1;
        double start = entry.From is { } from ? At(from.DayNumber) : Edge, end = entry.To is { } to ? At(to.DayNumber + 1) : Width - Edge;
        bool openStart = entry.From is null || entry.From < scale.From, openEnd = entry.To is null || entry.To > scale.To;
        start = Math.Clamp(start, Edge, Width - Edge - 3);
        return (start, Math.Clamp(end, start + 3, Width - Edge), openStart, openEnd);

        double At(int day) => Edge + ((day - scale.From.DayNumber) / days * (Width - (2 * Edge)));
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
