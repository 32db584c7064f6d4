using System.Globalization;

namespace Stemma.Times;

/// <summary>Arithmetic on the Gregorian calendar that the framework does not have.</summary>
internal static class CalendarMath
{
    /// <summary>Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        return new DateOnly(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <param name="n">From 1; -1 for the last.</param>
    /// <param name="afterThursday">For the Friday after the n-th Thursday ("Black Friday"), which may be the n-th or the n+1-th Friday.</param>
    public static DateOnly NthWeekday(int year, int month, int n, DayOfWeek day, bool afterThursday = false)
    {
        if (afterThursday)
            return NthWeekday(year, month, n, DayOfWeek.Thursday).AddDays(1);
        if (n < 0)
        {
            DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
        }

        DateOnly first = new(year, month, 1);
        return first.AddDays((((int)day - (int)first.DayOfWeek + 7) % 7) + (n - 1) * 7);
    }

    /// <summary>Monday of the ISO week that holds the day.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>"2008-W50".</summary>
    public static string IsoWeek(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    /// <summary>Months since year 0; back with <see cref="MonthOf"/>.</summary>
    public static int MonthIndex(int year, int month) => year * 12 + month - 1;

    public static DateOnly MonthOf(int index) => new(index / 12, index % 12 + 1, 1);

    public static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
