using System.Globalization;

namespace Stemma.Times;

/// <summary>Turns one form into days, against the publication day and what was mentioned before.</summary>
internal static class FormResolver
{
    public static Stretch? Resolve(TimeExpression expression, Narrative narrative, DateOnly? published)
    {
        DateOnly? day = published;
        int at = expression.Span.Start;
        TimeTense tense = expression.Tense is TimeTense.Open && expression.Form is not (TimeForm.Weekday or TimeForm.Calendar) ? TimeTense.Future : expression.Tense;
        return expression.Form switch
        {
            TimeForm.Calendar { Year: null, Month: null, Day: { } named } => narrative.DayAt(at) is { } told ? NearestDay(named, told) : null,
            TimeForm.Calendar calendar => Calendar(calendar, tense, day),
            TimeForm.Range range => Range(range, tense, day),
            TimeForm.Weekday weekday => day is { } known ? Day(Weekday(weekday, tense, known)) : null,
            TimeForm.Offset offset => Offset(offset, offset.Anchor switch
            {
                TimeAnchor.Narrative => narrative.Anchor(at, offset.Unit is TimeUnit.Day or TimeUnit.Week),
                TimeAnchor.Beside => narrative.DayBeside(at) ?? day,
                _ => day,
            }),
            TimeForm.Length { Other: { } other } length => narrative.DayBeside(at) is { } beside && Offset(other, beside) is { } otherDay ? otherDay with { Value = length.Value } : null,
            TimeForm.SameStretch same => narrative.Last is { } told ? Moved(told, same.Years) : day is { } today ? Moved(Year(today.Year), same.Years) : null,
            TimeForm.OfDay => narrative.DayOf(expression) is { } mentioned ? Day(mentioned) : null,
            TimeForm.Weekend weekend => day is { } known ? Weekend(weekend, tense, known) : null,
            TimeForm.Season season => Season(season, tense, day),
            TimeForm.Portion portion => Portion(portion, tense, day),
            TimeForm.FiscalYear fiscal => Fiscal(fiscal, day),
            TimeForm.Era era => Era(era),
            TimeForm.Holiday holiday => Holiday(holiday, tense, day),
            TimeForm.WeekOf week => Calendar((TimeForm.Calendar)week.Day, tense, day) is { } inside ? Week(CalendarMath.Monday(inside.From)) : null,
            TimeForm.Within within => Calendar((TimeForm.Calendar)within.Outer, tense, day) is { } outer ? Within(within, outer) : null,
            _ => null,
        };
    }

    /// <summary>From so many days ahead on, a weekday without a clear future lies behind: set on the training part of PolNeAR, where of the weekdays put
    /// five or six days ahead by "to" and "would" nearly all had just been.</summary>
    private const int Far = 5;

    /// <summary>The same of months, set on the same texts.</summary>
    private const int FarMonths = 9;

    private static Stretch Day(DateOnly day) => new(day, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Stretch Month(DateOnly first) => new(first, CalendarMath.EndOfMonth(first), first.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    private static Stretch Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString("0000", CultureInfo.InvariantCulture));

    private static Stretch Week(DateOnly monday) => new(monday, monday.AddDays(6), CalendarMath.IsoWeek(monday));

    private static Stretch? Calendar(TimeForm.Calendar form, TimeTense tense, DateOnly? published)
    {
        if (form is { Year: { } year })
        {
            if (year is < 1 or > 9998)
                return null;
            return form.Month is not { } month ? Year(year) : form.Day is { } day ? Valid(year, month, day) : Month(new DateOnly(year, month, 1));
        }

        if (published is not { } known || form.Month is not { } named)
            return null;
        if (form.YearOffset is { } offset)
            return Calendar(form with { Year = known.Year + offset, YearOffset = null }, tense, published);
        return form.Day is { } monthDay ? Nearest(named, monthDay, tense, known) : Month(NearestMonth(named, form.Shift, tense, known));
    }

    private static Stretch? Valid(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month) ? Day(new DateOnly(year, month, day)) : null;

    /// <summary>A month and day without a year: before the publication day for what has happened, after it for what will, else the nearest.</summary>
    private static Stretch? Nearest(int month, int day, TimeTense tense, DateOnly published)
    {
        Stretch? best = null;
        int bestCost = int.MaxValue;
        for (int year = published.Year - 1; year <= published.Year + 1; year++)
        {
            if (year is < 1 or > 9998 || day > DateTime.DaysInMonth(year, month))
                continue;
            DateOnly candidate = new(year, month, day);
            int distance = candidate.DayNumber - published.DayNumber;
            // The wrong side costs nearly a year: it wins only where the right side has no such day (29 February).
            // Of a day weeks ahead the past verb near it says something else ("was given until June 3"): a day of last year would have its year.
            // So is a day weeks behind, whatever is to come of it ("paused to remember the attack of June 12").
            int cost = Math.Abs(distance) + (tense is TimeTense.Future or TimeTense.Open && distance < 0 ? 240 : tense == TimeTense.Past && distance > 0 ? distance <= 45 ? 240 : 360 : 0);
            // Without a verb, what is told has mostly happened.
            cost += tense is TimeTense.Unknown && distance > 60 ? 120 : 0;
            if (cost < bestCost)
                (best, bestCost) = (Day(candidate), cost);
        }

        return best;
    }

    /// <summary>"the 18th": of the month, this, the last or the next, that puts it nearest to the day told of.</summary>
    private static Stretch? NearestDay(int day, DateOnly told)
    {
        DateOnly first = new(told.Year, told.Month, 1);
        if (told.Year is < 2 or > 9990)
            return null;
        return new[] { 0, -1, 1 }.Select(first.AddMonths).Where(m => day <= DateTime.DaysInMonth(m.Year, m.Month)).Select(m => m.AddDays(day - 1))
            .OrderBy(d => Math.Abs(d.DayNumber - told.DayNumber)).ThenBy(d => d).Select(d => (Stretch?)Day(d)).FirstOrDefault();
    }

    private static DateOnly NearestMonth(int month, TimeShift shift, TimeTense tense, DateOnly published)
    {
        int now = CalendarMath.MonthIndex(published.Year, published.Month);
        int here = CalendarMath.MonthIndex(published.Year, month);
        int behind = here <= now ? here : here - 12;
        int ahead = here >= now ? here : here + 12;
        int index = shift switch
        {
            TimeShift.Last => behind == now ? behind - 12 : behind,
            TimeShift.Next => ahead == now ? ahead + 12 : ahead,
            TimeShift.This => here,
            _ => tense switch
            {
                TimeTense.Future => ahead,
                // "appeared to dismiss it in October", told in January.
                TimeTense.Open => ahead - now >= FarMonths ? behind : ahead,
                TimeTense.Past => behind,
                // Half the year behind is nearer to the news than half the year ahead: what is told has mostly happened.
                _ => now - behind <= ahead - now + 2 ? behind : ahead,
            },
        };
        return CalendarMath.MonthOf(Math.Clamp(index, 12, 9998 * 12));
    }

    internal static DateOnly Weekday(TimeForm.Weekday form, TimeTense tense, DateOnly published)
    {
        int back = ((int)published.DayOfWeek - (int)form.Day + 7) % 7;
        int ahead = (7 - back) % 7;
        DateOnly monday = CalendarMath.Monday(published);
        int inWeek = ((int)form.Day + 6) % 7;
        if (form.Week is { } week)
            return monday.AddDays(7 * week + inWeek);
        return form.Shift switch
        {
            TimeShift.Last => published.AddDays(back == 0 ? -7 : -back),
            TimeShift.Next => ahead == 0 ? published.AddDays(7) : monday.AddDays(7 + inWeek) is var next && next.DayNumber - published.DayNumber > 9 ? published.AddDays(ahead) : next,
            TimeShift.This => tense == TimeTense.Past ? published.AddDays(-back) : tense is TimeTense.Future or TimeTense.Open ? published.AddDays(ahead) : monday.AddDays(inWeek),
            // A day just gone is told far oftener than one five or six days off, unless the verb says outright that it is to come.
            _ => tense is TimeTense.Future || (tense is TimeTense.Present or TimeTense.Open && ahead < Far) ? published.AddDays(ahead) : published.AddDays(-back),
        };
    }

    private static Stretch? Offset(TimeForm.Offset form, DateOnly? anchor)
    {
        if (anchor is not { } day)
            return null;
        long months = (long)form.Count * form.Unit switch { TimeUnit.Month => 1, TimeUnit.Quarter => 3, TimeUnit.HalfYear => 6, _ => 0 };
        long years = (long)form.Count * form.Unit switch { TimeUnit.Year => 1, TimeUnit.Decade => 10, TimeUnit.Century => 100, _ => 0 };
        long days = (long)form.Count * form.Unit switch { TimeUnit.Day => 1, TimeUnit.Week => 7, TimeUnit.Fortnight => 14, _ => 0 };
        long index = CalendarMath.MonthIndex(day.Year, day.Month) + months;
        if (day.Year + years is < 1 or > 9998 || index / 12 is < 1 or > 9998 || day.DayNumber + days is < 366 or > 3_650_000)
            return null;
        DateOnly moved = day.AddDays((int)days);
        return form.Unit switch
        {
            TimeUnit.Week or TimeUnit.Fortnight => Week(CalendarMath.Monday(moved)),
            TimeUnit.Month or TimeUnit.Quarter or TimeUnit.HalfYear => Month(CalendarMath.MonthOf((int)index)),
            TimeUnit.Year => Year((int)(day.Year + years)),
            TimeUnit.Decade when form.Count == 0 => Era(new TimeForm.Era(day.Year / 10 * 10, 10)),
            TimeUnit.Century when form.Count == 0 => Era(new TimeForm.Era(day.Year / 100 * 100, 100)),
            TimeUnit.Decade or TimeUnit.Century => Year((int)(day.Year + years)),
            _ => Day(moved),
        };
    }

    /// <summary>The same day, month, quarter or other stretch some years on.</summary>
    private static Stretch? Moved(Stretch told, int years)
    {
        if (told.From.Year + years < 2 || told.To.Year + years > 9990)
            return null;
        DateOnly from = told.From.AddYears(years), to = told.To == CalendarMath.EndOfMonth(told.To) ? CalendarMath.EndOfMonth(told.To.AddYears(years)) : told.To.AddYears(years);
        string value = told.Value.Length >= 4 && told.Value[..4] == told.From.Year.ToString("0000", CultureInfo.InvariantCulture)
            ? from.Year.ToString("0000", CultureInfo.InvariantCulture) + told.Value[4..]
            : from.ToString("yyyy", CultureInfo.InvariantCulture);
        return new Stretch(from, to, value);
    }

    private static Stretch Weekend(TimeForm.Weekend form, TimeTense tense, DateOnly published)
    {
        DateOnly saturday = CalendarMath.Monday(published).AddDays(5);
        bool under = published >= saturday;
        int weeks = form.Shift switch
        {
            TimeShift.Last => -1,
            TimeShift.Next => 1,
            _ => tense == TimeTense.Future || under ? 0 : tense == TimeTense.Past || (int)published.DayOfWeek is 1 or 2 ? -1 : 0,
        };
        DateOnly first = saturday.AddDays(7 * weeks);
        return new Stretch(first, first.AddDays(1), CalendarMath.IsoWeek(first) + "-WE");
    }

    private static Stretch? Season(TimeForm.Season form, TimeTense tense, DateOnly? published)
    {
        Stretch In(int year)
        {
            // Meteorological seasons; winter is named by the year it begins in.
            DateOnly first = new(year, form.Code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);
            return new Stretch(first, CalendarMath.EndOfMonth(first.AddMonths(2)), string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{form.Code}"));
        }

        if (form.Year is { } said)
            return said is >= 1 and < 9998 ? In(said) : null;
        if (published is not { } day || day.Year is < 3 or > 9990)
            return null;
        if (form.Shift == TimeShift.This || (form.Shift == TimeShift.None && tense is not (TimeTense.Past or TimeTense.Future)))
            return In(form.Code == "WI" && day.Month <= 4 ? day.Year - 1 : day.Year);
        bool ahead = form.Shift == TimeShift.Next || (form.Shift == TimeShift.None && tense == TimeTense.Future);
        bool strict = form.Shift != TimeShift.None;
        for (int step = 0; step < 3; step++)
        {
            Stretch candidate = In(ahead ? day.Year - 1 + step : day.Year - step);
            if (ahead ? (strict ? candidate.From > day : candidate.To >= day) : (strict ? candidate.To < day : candidate.From <= day))
                return candidate;
        }

        return In(day.Year);
    }

    private static Stretch? Portion(TimeForm.Portion form, TimeTense tense, DateOnly? published)
    {
        int size = 12 / form.Of;
        Stretch In(int index)
        {
            DateOnly first = CalendarMath.MonthOf(index * size);
            string letter = form.Of == 4 ? "Q" : "H";
            return new Stretch(first, CalendarMath.EndOfMonth(first.AddMonths(size - 1)), string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{letter}{index % form.Of + 1}"));
        }

        int number = form.Number == -1 ? form.Of : form.Number;
        if (form.Year is { } said)
            return said is >= 2 and < 9998 && number > 0 ? In(said * form.Of + number - 1) : null;
        if (published is not { } day || day.Year is < 3 or > 9990)
            return null;
        int now = CalendarMath.MonthIndex(day.Year, day.Month) / size;
        if (number == 0)
            return In(now + form.Shift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 });
        int year = day.Year + form.YearShift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 };
        int here = year * form.Of + number - 1;
        if (form.YearShift == TimeShift.None && tense == TimeTense.Past && here > now)
            here -= form.Of;
        if (form.YearShift == TimeShift.None && tense == TimeTense.Future && here < now)
            here += form.Of;
        return In(here);
    }

    /// <summary>The calendar year that names it stands for the days: fiscal years begin anywhere, and the text does not say.</summary>
    private static Stretch? Fiscal(TimeForm.FiscalYear form, DateOnly? published)
    {
        int shift = form.Shift switch { TimeShift.Last => -1, TimeShift.Next => 1, _ => 0 };
        return (form.Year ?? published?.Year + shift) is { } year and > 0 and < 9999 ? Year(year) with { Value = string.Create(CultureInfo.InvariantCulture, $"FY{year:0000}") } : null;
    }

    private static Stretch Era(TimeForm.Era form)
    {
        int first = Math.Clamp(form.FirstYear, 1, 9900), last = Math.Min(form.FirstYear + form.Years - 1, 9998);
        string value = form.Years == 10
            ? (form.FirstYear / 10).ToString("000", CultureInfo.InvariantCulture)
            : (form.FirstYear / 100).ToString("00", CultureInfo.InvariantCulture);
        return new Stretch(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), value);
    }

    private static Stretch? Holiday(TimeForm.Holiday form, TimeTense tense, DateOnly? published)
    {
        if (form.Year is { } said)
            return Day(Holidays.In(form.Name, said));
        if (published is not { } day || day.Year is < 3 or > 9990)
            return null;
        DateOnly[] years = [Holidays.In(form.Name, day.Year - 1), Holidays.In(form.Name, day.Year), Holidays.In(form.Name, day.Year + 1)];
        // "Snow fell over Easter", some days before it or after: the one at hand, and not last year's.
        DateOnly near = years.MinBy(d => Math.Abs(d.DayNumber - day.DayNumber));
        if (form.Shift == TimeShift.None && Math.Abs(near.DayNumber - day.DayNumber) <= 3)
            return Day(near);
        if (form.Shift == TimeShift.Last || (form.Shift == TimeShift.None && tense == TimeTense.Past))
            return Day(years.Last(d => d <= day));
        if (form.Shift == TimeShift.Next || (form.Shift == TimeShift.None && tense == TimeTense.Future))
            return Day(years.First(d => d >= day));
        return form.Shift == TimeShift.This ? Day(years[1]) : Day(near);
    }

    private static Stretch? Range(TimeForm.Range form, TimeTense tense, DateOnly? published)
    {
        if (form.First is not TimeForm.Calendar first || form.Last is not TimeForm.Calendar last)
            return null;
        if (Calendar(last, tense, published) is not { } end)
            return null;
        // The first half takes the year of the last, or the year before ("December 28 to January 3").
        TimeForm.Calendar dated = first.Year is null && first.Month is not null ? first with { Year = end.From.Year } : first;
        if (Calendar(dated, tense, published) is not { } start)
            return null;
        if (start.From > end.To && dated.Year is > 1 && Calendar(dated with { Year = dated.Year - 1 }, tense, published) is { } earlier)
            start = earlier;
        return start.From <= end.To ? new Stretch(start.From, end.To, start.Value + "/" + end.Value) : null;
    }

    private static Stretch? Within(TimeForm.Within form, Stretch outer)
    {
        if (form.Named is { } weekday)
        {
            DateOnly day = CalendarMath.NthWeekday(outer.From.Year, outer.From.Month, form.Number, weekday);
            // A month has no fifth Monday in most years.
            return day > outer.To ? null : Day(day);
        }

        // Of a year the weeks are numbered: the first is the one with its first Thursday (ISO 8601).
        if (form.Unit == TimeUnit.Week && outer.From is { Month: 1, Day: 1 } && outer.To is { Month: 12, Day: 31 } && outer.From.Year == outer.To.Year)
            return Week(CalendarMath.Monday(form.Number > 0 ? new DateOnly(outer.From.Year, 1, 4).AddDays(7 * (form.Number - 1)) : new DateOnly(outer.From.Year, 12, 28)));
        int step = form.Unit == TimeUnit.Day ? 1 : 7;
        DateOnly first = form.Unit switch
        {
            TimeUnit.Day => form.Number > 0 ? outer.From.AddDays(form.Number - 1) : outer.To,
            // Whole weeks: the last one of March 2009 ends on the 29th.
            _ => CalendarMath.Monday(form.Number > 0 ? outer.From.AddDays(6 + (form.Number - 1) * step) : outer.To.AddDays(-6)),
        };
        if (form.Unit == TimeUnit.Day)
            return Day(first);
        return form.Unit == TimeUnit.Weekend ? new Stretch(first.AddDays(5), first.AddDays(6), CalendarMath.IsoWeek(first) + "-WE") : Week(first);
    }
}
