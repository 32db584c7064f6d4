using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads numbered parts of a longer stretch: "the third quarter of 2009", "third-quarter", "Q3 2009", "the last week of March".</summary>
internal static class PortionReader
{
    /// <param name="start">First word, "the" included.</param>
    /// <param name="i">First word after "the".</param>
    public static Reading? TryRead(WordList words, int start, int i)
    {
        if (words.Length(i) == 2 && words.At(i)[0] is 'Q' or 'H' && words.At(i)[1] is >= '1' and <= '4')
            return Of(words, start, i + 1, words.At(i)[0] == 'Q' ? 4 : 2, words.At(i)[1] - '0');
        if (words.Is(i, "fiscal"))
            i++;
        if (Number(words, i, out int at) is not { } number)
            return null;
        if (words.IsHyphen(at) && words.Joins(at))
            at++;
        if (words.IsAny(at, "fiscal", "calendar", "full"))
            at++;
        if (words.IsAny(at, "quarter") && number <= 4)
            return number == -1 && words.Is(i, "last") && !words.Is(at + 1, "of") ? null : Of(words, start, at + 1, 4, number);
        if (words.IsAny(at, "half") && number <= 2 && words.Is(at + 1, "of"))
            return Of(words, start, at + 1, 2, number, needsYear: true);
        return InMonth(words, start, at, number);
    }

    private static int? Number(WordList words, int i, out int end)
    {
        end = i + 1;
        if (TimeWords.Ordinal(words, i) is { } ordinal)
            return ordinal;
        if (words.Integer(i) is >= 1 and <= 5 and int number && words.IsAny(i + 1, "st", "nd", "rd", "th") && words.Joins(i + 1))
        {
            end = i + 2;
            return number;
        }

        return null;
    }

    private static Reading? Of(WordList words, int start, int end, int of, int number, bool needsYear = false)
    {
        int at = words.IsAny(end, "of", "in") ? end + 1 : words.IsMark(end, ',') ? end + 1 : end;
        if (YearReader.YearAt(words, at) is > 0 and int year && words.Continues(at))
            return new Reading(start, at + 1, TimeType.Date, new TimeForm.Portion(of, number, year, TimeShift.None, TimeShift.None));
        int shiftAt = words.Is(at, "the") ? at + 1 : at;
        if (words.Is(shiftAt, "fiscal") && YearReader.YearAt(words, shiftAt + 1) is > 0 and int fiscal)
            return new Reading(start, shiftAt + 2, TimeType.Date, new TimeForm.Portion(of, number, fiscal, TimeShift.None, TimeShift.None));
        if (TimeWords.Shift(words, shiftAt) is { } shift && words.Is(shiftAt + 1, "year"))
            return new Reading(start, shiftAt + 2, TimeType.Date, new TimeForm.Portion(of, number, null, TimeShift.None, shift));
        if (shiftAt > at && words.Is(shiftAt, "year"))
            return new Reading(start, shiftAt + 1, TimeType.Date, new TimeForm.Portion(of, number, null, TimeShift.None, TimeShift.This));
        return needsYear ? null : new Reading(start, end, TimeType.Date, new TimeForm.Portion(of, number, null, TimeShift.None, TimeShift.None));
    }

    /// <summary>"the last week of March", "the first Sunday in May", "the first day of the month".</summary>
    private static Reading? InMonth(WordList words, int start, int at, int number)
    {
        if (TimeWords.Weekday(words, at) is { } weekday && words.IsCapital(at) && words.IsAny(at + 1, "of", "in"))
            return WeekdayInMonth(words, start, at, number, weekday);
        TimeUnit? unit = TimeWords.Unit(words, at) is { } named and (TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Day) && !LengthReader.IsPlural(words, at) ? named : null;
        if (unit is null || !words.IsAny(at + 1, "of", "in"))
            return null;
        int inner = at + 2;
        Reading? outer = words.IsLetters(inner) ? CalendarReader.TryRead(words, inner) : YearReader.YearAt(words, inner) > 0 ? CalendarReader.TryRead(words, inner) : null;
        return outer is { Form: TimeForm.Calendar { Day: null } }
            ? new Reading(start, outer.End, TimeType.Date, new TimeForm.Within(number, unit.Value, outer.Form))
            : null;
    }

    /// <summary>"the first Monday in May", "the first Tuesday of every month".</summary>
    private static Reading? WeekdayInMonth(WordList words, int start, int at, int number, DayOfWeek weekday)
    {
        if (words.IsAny(at + 2, "every", "each") && TimeWords.Unit(words, at + 3) is TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year)
            return new Reading(start, at + 4, TimeType.Set, new TimeForm.Repeated("XXXX-WXX-" + (weekday == DayOfWeek.Sunday ? 7 : (int)weekday)));
        return words.IsLetters(at + 2) && CalendarReader.TryRead(words, at + 2) is { Form: TimeForm.Calendar { Day: null, Month: not null } } month
            ? new Reading(start, month.End, TimeType.Date, new TimeForm.Within(number, TimeUnit.Day, month.Form, weekday))
            : null;
    }
}
