using System.Globalization;
using Stemma.Language;
using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads names of the calendar: days with month or weekday, months, years, ranges of them, decades.</summary>
internal static class CalendarReader
{
    public static Reading? TryRead(WordList words, int i)
    {
        if (words.IsDigits(i))
            return Numeric(words, i) ?? DayFirst(words, i) ?? YearReader.TryRead(words, i);
        if (words.IsMark(i, '\'') || words.IsMark(i, '\u2019'))
            return YearReader.TryRead(words, i);
        return TimeWords.Weekday(words, i) is { } weekday ? Named(words, i, weekday) : MonthFirst(words, i);
    }

    /// <summary>"on the 18th": of the month that is spoken of. "The 18th floor" and "the 18th of September" are other things.</summary>
    public static Reading? DayOfMonth(WordList words, int i)
    {
        if (!words.Is(i, "the") || !words.Continues(i + 1) || !words.IsAny(i - 1, "on", "by", "until", "till", "since", "from") || YearReader.DayNumber(words, i + 1) is not (> 0 and int day))
            return null;
        int end = YearReader.PastOrdinal(words, i + 1);
        bool more = words.IsLetters(end) && words.Continues(end) && !words.IsAny(end, "as", "and", "but", "when", "while", "that", "at", "after", "before", "to", "in", "for");
        return end == i + 3 && !more && !words.IsHyphen(end) ? new Reading(i, end, TimeType.Date, new TimeForm.Calendar(null, null, day)) : null;
    }

    /// <summary>A month's name, its abbreviation's stop included.</summary>
    /// <param name="sure">Whether what stands around must make it a month: "may", "march", "jan".</param>
    public static int? MonthAt(WordList words, int i, bool sure, out int end)
    {
        end = i;
        if (TimeWords.Month(words, i) is not { } month || !words.IsCapital(i))
            return null;
        end = i + 1;
        bool shortened = words.Length(i) <= 4 && !words.IsAny(i, "may", "june", "july");
        if (shortened && words.IsMark(end, '.') && words.Joins(end))
            end++;
        bool dated = YearReader.DayNumber(words, end) > 0 || YearReader.YearAt(words, end) > 0 || YearReader.DayNumber(words, i - 1) > 0 || DayBefore(words, i);
        if (!sure && !dated && (shortened || (words.IsAny(i, "may", "march", "august", "april", "june") && !IsMonthByContext(words, i))))
            return null;
        return month;
    }

    private static bool DayBefore(WordList words, int i) => words.Is(i - 1, "of") || (words.IsAny(i - 1, "st", "nd", "rd", "th") && words.Joins(i - 1));

    private static bool IsMonthByContext(WordList words, int i)
    {
        if (words.IsAny(i - 1, "in", "since", "by", "until", "till", "of", "from", "early", "late", "mid", "to", "through", "after", "before", "during", "last", "next", "this", "between", "around", "for"))
            return true;
        if ((words.IsHyphen(i - 1) && words.Is(i - 2, "mid")) || (words.IsAny(i - 1, "and", "or") && TimeWords.Month(words, i - 2) is not null))
            return true;
        // Outside these a name ("April Jones", "August Wilson") or, for may and march, a verb.
        return words.IsAny(i, "april", "june", "august") && words.Upos(i) is Upos.Propn && !words.IsCapital(i + 1) && !words.IsCapital(i - 1);
    }

    private static Reading? Named(WordList words, int i, DayOfWeek day)
    {
        if (!words.IsCapital(i))
            return null;
        // "Super Tuesday", "Black Friday": days with a name of their own.
        if (words.IsAny(i - 1, "Super", "Black", "Bloody", "Cyber", "Giving", "Fat", "Ash", "Holy", "Palm") && words.IsCapital(i - 1))
            return null;
        // "the Sunday Times": a name, unless the next word belongs to the calendar as well.
        if (words.Is(i - 1, "the") && words.IsCapital(i + 1) && words.Upos(i + 1) == Upos.Propn && TimeWords.Month(words, i + 1) is null)
            return null;
        bool shortened = words.Length(i) <= 5 && !words.At(i).EndsWith("day", StringComparison.OrdinalIgnoreCase);
        int end = i + 1;
        if (shortened && words.IsMark(end, '.') && words.Joins(end))
            end++;
        int at = words.IsMark(end, ',') ? end + 1 : end;
        if (words.Is(at, "the"))
            at++;
        if (words.Continues(at) && (MonthFirst(words, at) ?? (words.IsDigits(at) ? DayFirst(words, at) : null)) is { Form: TimeForm.Calendar { Day: not null } } date)
            return date with { Start = i };
        if (shortened)
            return null;
        if (words.Is(end, "of") && words.Continues(end) && words.Is(end + 2, "week") && TimeWords.Shift(words, end + 1) is { } shift and not TimeShift.None)
        {
            int week = shift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 };
            return new Reading(i, end + 3, TimeType.Date, new TimeForm.Weekday(day, shift, week)) { Tense = week switch { < 0 => TimeTense.Past, > 0 => TimeTense.Future, _ => null } };
        }

        if (words.At(i)[^1] is 's')
            return new Reading(i, end, TimeType.Set, new TimeForm.Repeated("XXXX-WXX-" + IsoDay(day)));
        return new Reading(i, end, TimeType.Date, new TimeForm.Weekday(day, TimeShift.None));
    }

    private static int IsoDay(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    private static Reading? MonthFirst(WordList words, int i)
    {
        if (MonthAt(words, i, false, out int end) is not { } month)
            return null;
        int day = YearReader.DayNumber(words, end);
        if (day > 0 && words.Continues(end))
        {
            int after = YearReader.PastOrdinal(words, end);
            if (Until(words, after) is { } to)
            {
                (int? lastMonth, int last, int stop) = to;
                int? rangeYear = Year(words, stop, out int yearEnd);
                return Range(i, yearEnd, new(rangeYear, month, day), new(rangeYear, lastMonth ?? month, last));
            }

            int? year = Year(words, after, out int close);
            return Pointed(words, new Reading(i, close, TimeType.Date, new TimeForm.Calendar(year, month, day)));
        }

        int at = words.Is(end, "of") || words.IsMark(end, ',') ? end + 1 : end;
        if (YearReader.YearAt(words, at) is > 0 and int full && words.Continues(at))
            return new Reading(i, at + 1, TimeType.Date, new TimeForm.Calendar(full, month, null));
        // "between August and November 2025" is the stretch from one to the other.
        if (words.Is(i - 1, "between") && words.Is(end, "and") && MonthAt(words, end + 1, false, out int behind) is { } closing && YearReader.DayNumber(words, behind) == 0)
        {
            int? of = Year(words, behind, out int stop);
            return Range(i - 1, stop, new(of, month, null), new(of, closing, null));
        }

        if (words.Is(end, "to") || (words.IsDash(end) && words.Joins(end)))
        {
            if (MonthAt(words, end + 1, false, out int second) is { } lastOf && YearReader.DayNumber(words, second) == 0)
            {
                int? year = Year(words, second, out int close);
                // "the October-December quarter" is one by its own name.
                if (words.Is(second, "quarter") && month % 3 == 1 && lastOf == month + 2)
                {
                    int? named = Year(words, second + 1, out int past);
                    return new Reading(words.Is(i - 1, "the") ? i - 1 : i, past, TimeType.Date, new TimeForm.Portion(4, (month + 2) / 3, named, TimeShift.None, TimeShift.None));
                }

                return Range(i, close, new(year, month, null), new(year, lastOf, null));
            }
        }

        return Pointed(words, new Reading(i, end, TimeType.Date, new TimeForm.Calendar(null, month, null)));
    }

    /// <summary>"October of next year", "9 March last year".</summary>
    private static Reading Pointed(WordList words, Reading reading)
    {
        if (reading.Form is not TimeForm.Calendar { Year: null } calendar)
            return reading;
        int at = words.Is(reading.End, "of") ? reading.End + 1 : reading.End;
        if (!words.Continues(at) || !words.Is(at + 1, "year") || !words.IsAny(at, "last", "next", "this"))
            return reading;
        int offset = words.Is(at, "last") ? -1 : words.Is(at, "next") ? 1 : 0;
        return reading with { End = at + 2, Form = calendar with { YearOffset = offset } };
    }

    /// <summary>The second half of "10-13", "10 to 13", "10 - October 3" after a day number.</summary>
    private static (int? Month, int Day, int End)? Until(WordList words, int i)
    {
        bool dash = words.IsDash(i);
        if (!dash && !words.IsAny(i, "to", "through"))
            return null;
        int? month = MonthAt(words, i + 1, false, out int at);
        if (month is null)
            at = i + 1;
        int day = YearReader.DayNumber(words, at);
        return day > 0 && words.Continues(at) ? (month, day, YearReader.PastOrdinal(words, at)) : null;
    }

    private static Reading? DayFirst(WordList words, int i, bool asEnd = false)
    {
        int day = YearReader.DayNumber(words, i);
        if (day == 0)
            return null;
        int end = YearReader.PastOrdinal(words, i);
        int last = 0, lastEnd = end;
        if ((words.IsDash(end) || words.IsAny(end, "to", "and", "or")) && YearReader.DayNumber(words, end + 1) is > 0 and int second)
        {
            bool pair = words.IsAny(end, "and", "or") && second != day + 1;
            (last, lastEnd) = pair ? (0, end) : (second, YearReader.PastOrdinal(words, end + 1));
        }

        int at = words.Is(lastEnd, "of") ? lastEnd + 1 : lastEnd;
        if (words.IsHyphen(at) && words.Joins(at))
            at++;
        if (!words.Continues(at) || MonthAt(words, at, true, out int after) is not { } month)
            return null;
        if (last == 0 && !asEnd && (words.IsDash(after) || words.Is(after, "to")) && words.IsDigits(after + 1) && DayFirst(words, after + 1, asEnd: true) is { Form: TimeForm.Calendar { Month: { } m, Day: { } d } second2 } later)
            return Range(i, later.End, new(second2.Year, month, day), new(second2.Year, m, d));
        if (words.IsHyphen(after) && words.Joins(after))
            after++;
        int? year = Year(words, after, out int close);
        return last > day
            ? Range(i, close, new(year, month, day), new(year, month, last))
            : Pointed(words, new Reading(i, close, TimeType.Date, new TimeForm.Calendar(year, month, day)));
    }

    private static int? Year(WordList words, int i, out int end)
    {
        int at = words.IsMark(i, ',') || words.Is(i, "of") ? i + 1 : i;
        int year = words.Continues(at) ? YearReader.YearAt(words, at) : 0;
        end = year > 0 ? at + 1 : i;
        return year > 0 ? year : null;
    }

    private static Reading Range(int start, int end, TimeForm.Calendar first, TimeForm.Calendar last) =>
        new(start, end, TimeType.Date, new TimeForm.Range(first, last));

    /// <summary>"2026-03-09", "7/8/07", "09.03.2026".</summary>
    private static Reading? Numeric(WordList words, int i)
    {
        bool iso = YearReader.YearAt(words, i) > 0 && words.IsHyphen(i + 1) && words.IsHyphen(i + 3) && words.Length(i + 2) == 2 && words.Length(i + 4) == 2;
        bool slashed = words.IsMark(i + 1, '/') && words.IsMark(i + 3, '/');
        if ((iso || slashed) && words.Joins(i + 1) && words.Joins(i + 2) && words.Joins(i + 3) && words.Joins(i + 4))
        {
            int a = words.Integer(i), b = words.Integer(i + 2), c = words.Integer(i + 4);
            if (iso)
                return Dated(i, i + 5, a, b, c);
            int year = words.Length(i + 4) == 4 ? c : words.Length(i + 4) == 2 ? c + (c < 50 ? 2000 : 1900) : 0;
            // American order where both are possible: such dates are written so in English news mostly by American outlets.
            return a <= 12 ? Dated(i, i + 5, year, a, b) : Dated(i, i + 5, year, b, a);
        }

        // "9/11" is a day of one year wherever English is written.
        if (words.Integer(i) == 9 && words.IsMark(i + 1, '/') && words.Joins(i + 1) && words.Joins(i + 2) && words.Integer(i + 2) == 11 && !(words.Joins(i + 3) && (words.IsMark(i + 3, '/') || words.IsLetters(i + 3))))
            return Dated(i, i + 3, 2001, 9, 11);
        ReadOnlySpan<char> digits = words.At(i);
        if (digits.Length is 4 or 5 && digits.IndexOf('.') is 1 or 2 && words.IsMark(i + 1, '.') && words.Joins(i + 1) && words.Joins(i + 2) && YearReader.YearAt(words, i + 2) is > 0 and int full)
        {
            int dot = digits.IndexOf('.');
            if (int.TryParse(digits[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out int day) && int.TryParse(digits[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int month))
                return Dated(i, i + 3, full, month, day);
        }

        return null;
    }

    private static Reading? Dated(int start, int end, int year, int month, int day) =>
        year is >= 1000 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Reading(start, end, TimeType.Date, new TimeForm.Calendar(year, month, day))
            : null;
}
