using System.Globalization;
using Stemma.Reports;

namespace Stemma.Briefs.Rendering;

/// <summary>Days and times in words, in English whatever the machine speaks.</summary>
internal static class Dates
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"9 March 2026, 00:50 +01:00", or the day alone, or "undated".</summary>
    public static string Moment(ReportTime? time, PublishedBasis? basis = null)
    {
        if (time is not { } t)
            return "undated";
        string text = t.Moment is { } m
            ? m.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + Offset(m.Offset)
            : Day(t.Day);
        return basis == PublishedBasis.Inferred ? text + " (inferred)" : text;
    }

    /// <summary>"9 Mar 00:50": for labels.</summary>
    public static string Short(ReportTime? time) => time is not { } t
        ? "undated"
        : t.Moment is { } m ? m.ToString("d MMM HH:mm", CultureInfo.InvariantCulture) : t.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"8 to 10 March 2026", "since 3 May 2022", "until 30 April 2026", "July 2025", "2019"; empty where both ends are open.</summary>
    public static string Stretch(DateOnly? from, DateOnly? to)
    {
        switch (from, to)
        {
            case (null, null):
                return "";
            case ({ } start, null):
                return "from " + Day(start);
            case (null, { } end):
                return "until " + Day(end);
            case ({ } a, { } b) when a == b:
                return Day(a);
            case ({ } a, { } b) when a is { Month: 1, Day: 1 } && b == new DateOnly(a.Year, 12, 31):
                return a.ToString("yyyy", CultureInfo.InvariantCulture);
            case ({ } a, { } b) when a.Day == 1 && b == a.AddMonths(1).AddDays(-1):
                return a.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            // Seasons and other runs of whole months: "March to May 2026".
            case ({ } a, { } b) when a.Day == 1 && b.Year == a.Year && b.AddDays(1).Day == 1:
                return a.ToString("MMMM", CultureInfo.InvariantCulture) + " to " + b.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            case ({ } a, { } b) when a.Year == b.Year && a.Month == b.Month:
                return a.ToString("%d", CultureInfo.InvariantCulture) + " to " + Day(b);
            case ({ } a, { } b) when a.Year == b.Year:
                return a.ToString("d MMMM", CultureInfo.InvariantCulture) + " to " + Day(b);
            case ({ } a, { } b):
                return Day(a) + " to " + Day(b);
        }
    }

    private static string Offset(TimeSpan offset) => offset == TimeSpan.Zero
        ? " UTC"
        : (offset < TimeSpan.Zero ? " −" : " +") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
