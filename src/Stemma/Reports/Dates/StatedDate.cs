using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>A date in words or digits as report lines state it, with the weekday before and the time of day beside it.</summary>
/// <param name="Start">Where it begins in the line, weekday and time included.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Time">Null where no year is given.</param>
/// <param name="Partial">Month and day where no year is given, else null.</param>
internal sealed partial record StatedDate(int Start, int Length, ReportTime? Time, PartialDay? Partial)
{
    private const string Month = @"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
    private const string Weekday = @"(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s|sday|nesday|rs|rsday|urday)?\.?,? ?(?:the )?)?";
    // An hour alone is none: in "3 March 2031 | 4 min read" the number is another's.
    private const string Clock = @"(?<hour>\d{1,2})(?:(?:[:.h]|: |\. (?=\d\d ?(?:[ap]\.?m|GMT|UTC|BST|CES?T|hrs)))(?<minute>\d\d)(?::\d\d)?(?: ?(?<half>[ap])\.?m\.?)?| ?(?<half>[ap])\.?m\.?(?![\p{L}]))(?: ?(?:hrs|hours))?(?: ?\(?(?<zone>GMT|UTC|Z|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|CST|CDT|IST|JST|KST|HKT|SGT|AEST|AEDT|[+-]\d\d:?\d\d)\)?)?";

    /// <summary>The first date in the line that could be one, or null.</summary>
    public static StatedDate? Find(string line)
    {
        foreach (Match match in Pattern().Matches(line))
        {
            if (Of(match) is { } date)
                return date;
        }

        return null;
    }

    private static StatedDate? Of(Match match)
    {
        int day = Number(match, "day"), month = match.Groups["month"].Success ? MonthOf(match.Groups["month"].Value) : Number(match, "mm"), year = Number(match, "year");
        if (match.Groups["mm"].Success && match.Groups["slash"].Success && day <= 12 && month <= 12 && day != month)
            return null; // 3/4/2026 is a day in March or in April, by country
        if (match.Groups["slash"].Success && month > 12)
            (day, month) = (month, day);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))
            return null;
        DayOfWeek? weekday = match.Groups["weekday"].Success ? WeekdayOf(match.Groups["weekday"].Value) : null;
        if (!match.Groups["year"].Success)
            return new StatedDate(match.Index, match.Length, null, new PartialDay(month, day, weekday));
        if (year is < 1900 or > 2199 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new StatedDate(match.Index, match.Length, TimeOf(new DateOnly(year, month, day), match), null);
    }

    private static ReportTime TimeOf(DateOnly day, Match match)
    {
        if (!match.Groups["hour"].Success)
            return new ReportTime(day);
        int hour = Number(match, "hour"), minute = Math.Max(0, Number(match, "minute"));
        if (match.Groups["half"].Success)
            hour = hour % 12 + (match.Groups["half"].Value is "p" or "P" ? 12 : 0);
        if (hour > 23 || minute > 59)
            return new ReportTime(day);
        TimeOnly time = new(hour, minute);
        return OffsetOf(match.Groups["zone"].Value) is { } offset ? new ReportTime(new DateTimeOffset(day.ToDateTime(time), offset)) : new ReportTime(day, time);
    }

    /// <summary>Null for zones that depend on the season or that two continents share.</summary>
    private static TimeSpan? OffsetOf(string zone)
    {
        if (zone.Length >= 5 && zone[0] is '+' or '-')
        {
            int hours = int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture), minutes = int.Parse(zone.AsSpan(zone.Length - 2), CultureInfo.InvariantCulture);
            TimeSpan offset = new(hours, minutes, 0);
            return offset <= TimeSpan.FromHours(14) ? (zone[0] == '-' ? -offset : offset) : null;
        }

        return zone switch
        {
            "GMT" or "UTC" or "Z" => TimeSpan.Zero,
            "BST" or "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "JST" or "KST" => TimeSpan.FromHours(9),
            "HKT" or "SGT" => TimeSpan.FromHours(8),
            "AEST" => TimeSpan.FromHours(10),
            "AEDT" => TimeSpan.FromHours(11),
            _ => null,
        };
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : -1;

    private static int MonthOf(string name) => (name[..3].ToLowerInvariant()) switch
    {
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "may" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" => 10,
        "nov" => 11,
        _ => 12,
    };

    private static DayOfWeek WeekdayOf(string name) => name[..3].ToLowerInvariant() switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        "sat" => DayOfWeek.Saturday,
        _ => DayOfWeek.Sunday,
    };

    [GeneratedRegex(
        @"(?<![\p{L}\d])" + Weekday + @"(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + Month + @"(?:,? (?<year>\d{4}))?|"
        + Month + @" (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?|(?<day>\d{1,2})\.(?<mm>\d{1,2})\.(?<year>\d{4})|(?<mm>\d{1,2})(?<slash>/)(?<day>\d{1,2})/(?<year>\d{4})|(?<year>\d{4})-(?<mm>\d\d)-(?<day>\d\d))"
        + @"(?![\p{L}\d])(?:(?:,| at| -| –| —| \|)? (?:at )?" + Clock + @"(?![\p{L}\d]))?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
