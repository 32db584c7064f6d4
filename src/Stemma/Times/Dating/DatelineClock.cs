using System.Collections.Frozen;
using System.Globalization;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Times;

/// <summary>Tells which day it was where a report was written.</summary>
/// <remarks>
/// "On Monday" under a dateline is the Monday of that place (Associated Press Stylebook, datelines and time zones): a report from Seoul that a New York desk
/// published on Sunday evening speaks of Monday as today. Needs the moment of publication; a day alone is taken as it is. The table holds what datelines of
/// world news name most; for other places the publisher's own day stands.
/// </remarks>
public static class DatelineClock
{
    private readonly record struct Clock(TimeSpan Winter, string Rule);

    private static readonly FrozenDictionary<string, Clock> Places = Resources.Table("Times/Dating/PlaceClocks.en.tsv")
        .SelectMany(row => row[0].Split('|').Select(place => (place, Clock: new Clock(TimeSpan.FromHours(double.Parse(row[1], CultureInfo.InvariantCulture)), row[2]))))
        .ToFrozenDictionary(r => r.place, r => r.Clock, StringComparer.OrdinalIgnoreCase);

    /// <summary>The day on the clock of the dateline's place when the report was published; the publisher's own day where place or moment are not known.</summary>
    public static DateOnly DayOf(ReportTime published, string? place) =>
        published.Moment is { Year: > 1 and < 9999 } moment && Find(place) is { } clock ? DateOnly.FromDateTime(moment.ToOffset(Offset(clock, moment)).DateTime) : published.Day;

    /// <summary>By the whole place, or the country behind its comma.</summary>
    private static Clock? Find(string? place)
    {
        if (string.IsNullOrWhiteSpace(place) || place.Length > 60)
            return null;
        int last = place.LastIndexOf(',');
        // What follows the comma decides: "Paris, Texas" is not the one in France.
        if (last > 0)
            return Places.TryGetValue(place, out Clock whole) || Places.TryGetValue(place[(last + 1)..].Trim(), out whole) ? whole : null;
        return Places.TryGetValue(place.Trim(), out Clock found) ? found : null;
    }

    private static TimeSpan Offset(Clock clock, DateTimeOffset moment)
    {
        DateOnly day = DateOnly.FromDateTime(moment.UtcDateTime);
        int year = day.Year;
        bool summer = clock.Rule switch
        {
            "eu" => day >= CalendarMath.NthWeekday(year, 3, -1, DayOfWeek.Sunday) && day < CalendarMath.NthWeekday(year, 10, -1, DayOfWeek.Sunday),
            "us" => day >= CalendarMath.NthWeekday(year, 3, 2, DayOfWeek.Sunday) && day < CalendarMath.NthWeekday(year, 11, 1, DayOfWeek.Sunday),
            "au" => day < CalendarMath.NthWeekday(year, 4, 1, DayOfWeek.Sunday) || day >= CalendarMath.NthWeekday(year, 10, 1, DayOfWeek.Sunday),
            _ => false,
        };
        return summer ? clock.Winter + TimeSpan.FromHours(1) : clock.Winter;
    }
}
