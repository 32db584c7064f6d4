using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads what leans on another time: "yesterday", "last Friday", "the following day", "the third quarter of this year", "the end of the month".</summary>
internal static class RelativeReader
{
    public static Reading? TryRead(WordList words, int i)
    {
        if (TimeWords.DayOffset(words, i) is { } offset)
            return Today(words, i, offset);
        int at = words.Is(i, "the") ? i + 1 : i;
        return Edge(words, i, at) ?? PartOf(words, i, at) ?? Inner(words, i);
    }

    /// <summary>"the morning of March 5", "the night of 3 January".</summary>
    private static Reading? PartOf(WordList words, int start, int i)
    {
        if (!words.Is(i + 1, "of") || !words.IsAny(i, "morning", "afternoon", "evening", "night") || TimeWords.DayPart(words, i) is not { } part)
            return null;
        return words.Continues(i + 2) && CalendarReader.TryRead(words, i + 2) is { Form: TimeForm.Calendar { Day: not null } or TimeForm.Weekday } day
            ? day with { Start = start, Type = TimeType.Time, DayPart = part }
            : null;
    }

    /// <summary>All but "the end of ...", which would nest without end.</summary>
    private static Reading? Inner(WordList words, int i)
    {
        if (TimeWords.DayOffset(words, i) is { } offset)
            return Today(words, i, offset);
        int at = words.Is(i, "the") ? i + 1 : i;
        bool the = at > i;
        return Fiscal(words, i, at)
            ?? YearsPart(words, i)
            ?? YearAgo(words, i, at)
            ?? Neighbour(words, i, at)
            ?? PortionReader.TryRead(words, i, at)
            ?? Shifted(words, i, at, the)
            ?? Same(words, i, at, the)
            ?? StretchReader.TryRead(words, i, at, the);
    }

    /// <summary>"fiscal 2013", "the last fiscal year", "this financial year".</summary>
    private static Reading? Fiscal(WordList words, int start, int i)
    {
        TimeShift shift = TimeWords.Shift(words, i) ?? TimeShift.None;
        int at = shift == TimeShift.None ? i : i + 1;
        if (!words.IsAny(at, "fiscal", "financial") || !words.Continues(at))
            return null;
        int end = words.Is(at + 1, "year") ? at + 2 : at + 1;
        bool named = words.Is(at, "fiscal") || end > at + 1;
        if (named && YearReader.YearAt(words, end) is > 0 and int year && words.Continues(end))
            return new Reading(start, end + 1, TimeType.Date, new TimeForm.FiscalYear(year, TimeShift.None));
        return end > at + 1 && (shift != TimeShift.None || start < i) ? new Reading(start, end, TimeType.Date, new TimeForm.FiscalYear(null, shift)) : null;
    }

    /// <summary>"this year's third quarter", "last year's first half".</summary>
    private static Reading? YearsPart(WordList words, int i)
    {
        bool owned = (words.IsMark(i + 2, '\'') || words.IsMark(i + 2, '\u2019')) && words.Is(i + 3, "s");
        if (!owned || !words.Is(i + 1, "year") || TimeWords.Shift(words, i) is not { } shift || PortionReader.TryRead(words, i, i + 4) is not { Form: TimeForm.Portion { Year: null } portion } part)
            return null;
        return part with { Form = portion with { YearShift = shift } };
    }

    /// <summary>"the year-ago quarter", "the year-earlier period": the stretch mentioned last, a year before.</summary>
    private static Reading? YearAgo(WordList words, int start, int i)
    {
        bool ago = words.Is(i, "year") && words.IsHyphen(i + 1) && words.Joins(i + 1) && words.IsAny(i + 2, "ago", "earlier");
        return ago && words.IsAny(i + 3, "quarter", "period", "month", "week", "half") ? new Reading(start, i + 4, TimeType.Date, new TimeForm.SameStretch(-1)) { Tense = TimeTense.Past } : null;
    }

    private static Reading? Today(WordList words, int i, int offset)
    {
        // "Yesterday's", "USA Today": the newspaper is a name.
        // "overnight rates": of a night, not on it.
        bool adjective = words.Is(i, "overnight") && (words.Upos(i) == Language.Upos.Adj || words.Upos(i + 1) is Language.Upos.Noun or Language.Upos.Propn || words.IsAny(i - 1, "an", "the"));
        if (adjective || (words.IsCapital(i) && i > 0 && words.IsCapital(i - 1) && words.Continues(i)))
            return null;
        bool night = words.IsAny(i, "tonight", "tonite", "overnight");
        return new Reading(i, i + 1, night ? TimeType.Time : TimeType.Date, new TimeForm.Offset(offset, TimeUnit.Day, TimeAnchor.Publication))
        {
            DayPart = night ? "NI" : null,
            Tense = offset switch { < 0 => TimeTense.Past, > 0 => TimeTense.Future, _ => TimeTense.Present },
        };
    }

    /// <summary>"the end of the month", "the start of next year".</summary>
    private static Reading? Edge(WordList words, int start, int i)
    {
        if (words.Is(i, "very"))
            i++;
        TimePart? part = words.IsAny(i, "end", "close") ? TimePart.End : words.IsAny(i, "beginning", "start") ? TimePart.Start : words.Is(i, "middle") ? TimePart.Middle : words.IsAny(i, "rest", "remainder") ? TimePart.End : null;
        if (part is null || !words.Is(i + 1, "of"))
            return null;
        int at = i + 2;
        Reading? inner = null;
        if (words.Is(at, "the") && TimeWords.Unit(words, at + 1) is { } unit && unit >= TimeUnit.Day && !LengthReader.IsPlural(words, at + 1))
            inner = new Reading(at, at + 2, TimeType.Date, unit == TimeUnit.Weekend ? new TimeForm.Weekend(TimeShift.None) : new TimeForm.Offset(0, unit, TimeAnchor.Publication));
        inner ??= CalendarReader.TryRead(words, at) ?? Inner(words, at);
        return inner is { Type: TimeType.Date } ? inner with { Start = start, Part = part.Value } : null;
    }

    /// <summary>"the day after tomorrow", "the day before yesterday", "the night before", "the day after".</summary>
    private static Reading? Neighbour(WordList words, int start, int i)
    {
        if (TimeWords.Unit(words, i) is not { } unit || unit < TimeUnit.Day || LengthReader.IsPlural(words, i) || start == i || !words.IsAny(i + 1, "after", "before", "earlier", "previous", "prior"))
        {
            bool night = start < i && words.IsAny(i, "night", "evening", "morning") && words.Is(i + 1, "before") && !words.IsLetters(i + 2);
            return night
                ? new Reading(start, i + 2, TimeType.Time, new TimeForm.Offset(-1, TimeUnit.Day, TimeAnchor.Narrative)) { DayPart = TimeWords.DayPart(words, i) }
                : null;
        }

        int sign = words.Is(i + 1, "after") ? 1 : -1;
        if (words.IsAny(i + 2, "tomorrow", "yesterday") && unit == TimeUnit.Day)
        {
            int days = sign + (words.Is(i + 2, "tomorrow") ? 1 : -1);
            return new Reading(start, i + 3, TimeType.Date, new TimeForm.Offset(days, TimeUnit.Day, TimeAnchor.Publication)) { Tense = days > 0 ? TimeTense.Future : TimeTense.Past };
        }

        if (words.IsAny(i + 2, "last", "next") && TimeWords.Unit(words, i + 3) == unit)
            return new Reading(start, i + 4, TimeType.Date, new TimeForm.Offset(words.Is(i + 2, "last") ? -2 : 2, unit, TimeAnchor.Publication));
        // "the day after the vote" hangs on the vote, not on the day mentioned last.
        return words.IsLetters(i + 2) || words.IsDigits(i + 2) ? null : new Reading(start, i + 2, TimeType.Date, new TimeForm.Offset(sign, unit, TimeAnchor.Narrative));
    }

    private static Reading? Shifted(WordList words, int start, int i, bool the)
    {
        if (TimeWords.Shift(words, i) is not { } shift)
            return null;
        // "this past weekend".
        if (words.Is(i, "this") && words.Is(i + 1, "past") && words.Continues(i + 1))
            return Shifted(words, i, i + 1, the) is { } past && past.Start == i ? past : null;
        int at = i + 1;
        if (!words.Continues(at))
            return null;
        // "CBS This Morning": a name.
        if (words.IsCapital(i) && words.IsCapital(at) && words.IsCapital(i - 1) && !words[i].BreakBefore)
            return null;
        if (words.IsAny(at, "calendar") && words.Is(at + 1, "year"))
            at++;
        if (shift != TimeShift.This && Counted(words, start, i, at, shift, the) is { } counted)
            return counted;
        TimeTense? tense = shift switch { TimeShift.Last => TimeTense.Past, TimeShift.Next => TimeTense.Future, _ => null };
        int sign = shift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 };
        bool narrative = words.IsAny(i, "following", "previous");
        if (TimeWords.Unit(words, at) is { } unit && unit >= TimeUnit.Day && !LengthReader.IsPlural(words, at))
        {
            if (unit == TimeUnit.Weekend)
                return new Reading(start, at + 1, TimeType.Date, new TimeForm.Weekend(shift)) { Tense = tense };
            if (words.Is(i, "past") || (unit is TimeUnit.Decade or TimeUnit.Century && shift != TimeShift.This && the))
                return new Reading(start, at + 1, TimeType.Duration, new TimeForm.Length(LengthReader.Value(new(1, 1, unit, false, false, 0))));
            // "this day" and "the last day" name no day by themselves; "the next day" follows the one told.
            if (unit == TimeUnit.Day && !narrative)
                return shift == TimeShift.Next && words.Is(i, "next") && !words.IsHyphen(at + 1) ? new Reading(start, at + 1, TimeType.Date, new TimeForm.Offset(1, unit, TimeAnchor.Narrative)) : null;
            if (unit == TimeUnit.Quarter)
                return new Reading(start, at + 1, TimeType.Date, new TimeForm.Portion(4, 0, null, shift, TimeShift.None)) { Tense = tense };
            TimeAnchor anchor = narrative ? TimeAnchor.Narrative : TimeAnchor.Publication;
            return new Reading(start, at + 1, TimeType.Date, new TimeForm.Offset(sign, unit, anchor)) { Tense = tense };
        }

        if (the && words.IsAny(i, "previous", "following", "next") && words.IsAny(at, "morning", "afternoon", "evening", "night") && TimeWords.DayPart(words, at) is { } part)
            return new Reading(start, at + 1, TimeType.Time, new TimeForm.Offset(sign, TimeUnit.Day, TimeAnchor.Narrative)) { DayPart = part };
        return words.IsAny(i, "past", "previous", "following", "current", "upcoming") && !words.IsCapital(at) ? null : Named(words, start, at, shift, tense);
    }

    private static Reading? Named(WordList words, int start, int at, TimeShift shift, TimeTense? tense)
    {
        if (TimeWords.Weekday(words, at) is { } day && words.IsCapital(at) && words.At(at).EndsWith("day", StringComparison.OrdinalIgnoreCase))
            return new Reading(start, at + 1, TimeType.Date, new TimeForm.Weekday(day, shift)) { Tense = tense };
        if (CalendarReader.MonthAt(words, at, false, out int monthEnd) is { } month)
            return new Reading(start, monthEnd, TimeType.Date, new TimeForm.Calendar(null, month, null, shift)) { Tense = tense };
        if (TimeWords.Season(words, at) is { } season)
            return new Reading(start, at + 1, TimeType.Date, new TimeForm.Season(season, null, shift)) { Tense = tense };
        if (TimeWords.DayPart(words, at) is { } part && words.IsAny(at, "morning", "afternoon", "evening", "night", "lunchtime"))
        {
            int days = shift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 };
            return new Reading(start, at + 1, TimeType.Time, new TimeForm.Offset(days, TimeUnit.Day, TimeAnchor.Publication)) { DayPart = part, Tense = tense };
        }

        return Holidays.At(words, at, shift) is { } holiday ? holiday with { Start = start, Tense = tense } : null;
    }

    /// <summary>"the past 17 months", "the next four years", "the coming days", "last few weeks".</summary>
    private static Reading? Counted(WordList words, int start, int i, int at, TimeShift shift, bool the)
    {
        if (words.Is(at, "few") && TimeWords.Unit(words, at + 1) is { } few && LengthReader.IsPlural(words, at + 1))
            return new Reading(start, at + 2, TimeType.Duration, new TimeForm.Length(LengthReader.Value("X", few)));
        if (TimeWords.Unit(words, at) is { } unit && LengthReader.IsPlural(words, at))
            return the || words.IsAny(i, "coming", "past", "recent") ? new Reading(start, at + 1, TimeType.Duration, new TimeForm.Length(LengthReader.Value("X", unit))) : null;
        if (words.IsAny(at, "a", "an") || !LengthReader.TryAmount(words, at, out LengthReader.Amount amount))
            return null;
        return shift == TimeShift.This ? null : new Reading(start, amount.End, TimeType.Duration, new TimeForm.Length(LengthReader.Value(amount)));
    }

    /// <summary>"the same day", "that night", "the day itself".</summary>
    private static Reading? Same(WordList words, int start, int i, bool the)
    {
        bool same = the && words.Is(i, "same");
        bool that = !the && words.Is(i, "that");
        if (same && words.IsAny(i + 1, "period", "month", "quarter", "time", "week", "day", "stage", "season") && YearsBack(words, i + 2, out int end) is { } years)
            return new Reading(start, end, TimeType.Date, new TimeForm.SameStretch(years));
        bool whole = the && words.IsAny(i, "entire", "whole", "full");
        if (whole && TimeWords.Unit(words, i + 1) is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week && !LengthReader.IsPlural(words, i + 1))
            return new Reading(start, i + 2, TimeType.Date, new TimeForm.Offset(0, TimeWords.Unit(words, i + 1)!.Value, TimeAnchor.Narrative));
        if (that && words.Is(i + 1, "time") && words.IsAny(i - 1, "by", "since", "until"))
            return new Reading(start, i + 2, TimeType.Date, new TimeForm.Offset(0, TimeUnit.Day, TimeAnchor.Narrative));
        if (!same && !that)
            return null;
        if (TimeWords.Unit(words, i + 1) is { } unit && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !LengthReader.IsPlural(words, i + 1))
            return new Reading(start, i + 2, TimeType.Date, new TimeForm.Offset(0, unit, TimeAnchor.Narrative));
        if (words.IsAny(i + 1, "morning", "afternoon", "evening", "night"))
            return new Reading(start, i + 2, TimeType.Time, new TimeForm.Offset(0, TimeUnit.Day, TimeAnchor.Narrative)) { DayPart = TimeWords.DayPart(words, i + 1) };
        return null;
    }

    /// <summary>"last year", "a year ago", "of the previous year" after "the same period".</summary>
    private static int? YearsBack(WordList words, int i, out int end)
    {
        int at = words.IsAny(i, "of", "in") ? i + 1 : i;
        at = words.Is(at, "the") ? at + 1 : at;
        end = at + 2;
        if (words.IsAny(at, "last", "previous", "prior") && words.Is(at + 1, "year"))
            return -1;
        if (words.IsAny(at, "a", "one") && words.Is(at + 1, "year") && words.IsAny(at + 2, "ago", "earlier", "before"))
        {
            end = at + 3;
            return -1;
        }

        return null;
    }
}
