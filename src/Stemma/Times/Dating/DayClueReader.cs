using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;

namespace Stemma.Times;

/// <summary>Draws from one report what speaks for a publication day.</summary>
internal static class DayClueReader
{
    /// <summary>Enough to date a report by; bounds the work on a text of nothing but dates.</summary>
    private const int MostClues = 60;

    /// <summary>How near, in UTF-16 units, a length of time must stand to a date that it counts from: one sentence or the next.</summary>
    private const int Beside = 200;

    /// <returns>Without repeats, in text order.</returns>
    public static ImmutableArray<DayClue> Read(Report report, Annotation annotation)
    {
        List<DayClue> clues = [];
        if (report.CopyrightYear is > 1900 and < 2200 and int year)
            clues.Add(new DayClue.Copyright(year));
        if (report.StatedDay is { } stated)
            clues.Add(new DayClue.Filed(stated.Month, stated.Day, stated.Weekday));
        ImmutableArray<TimeExpression> times = annotation.Times;
        int latest = 0;
        for (int i = 0; i < times.Length && clues.Count < MostClues; i++)
        {
            TimeExpression time = times[i];
            if (Of(time) is { } clue && !clues.Contains(clue))
                clues.Add(clue);
            if (Linked(times, i, annotation.Language.Text) is { } linked && !clues.Contains(linked))
                clues.Add(linked);
            if (Absolute(time) is { } said && time.Tense is TimeTense.Past)
                latest = Math.Max(latest, said.Year);
        }

        if (latest > 0)
            clues.Add(new DayClue.LatestYear(latest));
        return [.. clues];
    }

    /// <summary>The first day of a time that is absolute, or null.</summary>
    public static DateOnly? Absolute(TimeExpression time) => time.Form switch
    {
        TimeForm.Calendar { Year: not null } or TimeForm.Range { Last: TimeForm.Calendar { Year: not null } } => Settled(time)?.From,
        _ => null,
    };

    private static ResolvedTime? Settled(TimeExpression time)
    {
        ResolvedTime settled = new TimeResolver().Resolve([time with { OpenSide = false }], null)[0];
        return settled.From is null ? null : settled;
    }

    private static DayClue? Of(TimeExpression time) => time.Form switch
    {
        TimeForm.Calendar { Year: not null } => Settled(time) is { From: { } from, To: { } to } ? new DayClue.Absolute(from, to, time.Tense) : null,
        TimeForm.Calendar { Month: { } month, Day: { } day } => new DayClue.MonthDay(month, day, month, day, time.Tense, null),
        TimeForm.Calendar { Month: { } month, Shift: TimeShift.None } => new DayClue.MonthOnly(month, time.Tense),
        TimeForm.Range { First: TimeForm.Calendar { Year: null, Month: { } month, Day: { } day }, Last: TimeForm.Calendar { Month: { } last, Day: { } end } } =>
            new DayClue.MonthDay(month, day, last, end, time.Tense, null),
        TimeForm.Weekday { Shift: TimeShift.None } weekday => new DayClue.Weekday(weekday.Day, time.Tense),
        _ => null,
    };

    /// <summary>What two neighbouring times say together.</summary>
    private static DayClue? Linked(ImmutableArray<TimeExpression> times, int i, string text)
    {
        if (i == 0)
            return null;
        (TimeExpression first, TimeExpression second) = (times[i - 1], times[i]);
        int gap = second.Span.Start - first.Span.End;
        if (gap < 0 || gap > Beside)
            return null;
        ReadOnlySpan<char> between = text.AsSpan(first.Span.End, gap);
        return Equated(first, second, between) ?? Equated(second, first, between) ?? Counted(first, second, text) ?? Counted(second, first, text);
    }

    /// <summary>"tomorrow, Tuesday", "the day after tomorrow”, meaning Wednesday", "today (Monday)".</summary>
    private static DayClue.Equated? Equated(TimeExpression relative, TimeExpression named, ReadOnlySpan<char> between)
    {
        if (relative.Form is not TimeForm.Offset { Unit: TimeUnit.Day, Anchor: TimeAnchor.Publication } offset || named.Form is not TimeForm.Weekday { Shift: TimeShift.None } weekday)
            return null;
        if (between.Length > 16 || between.ContainsAny('.', ';', '\n'))
            return null;
        bool says = between.Contains("meaning", StringComparison.OrdinalIgnoreCase) || between.Contains("i.e", StringComparison.OrdinalIgnoreCase) || between.ContainsAny('(', ',');
        return says && !between.Contains(" and ", StringComparison.Ordinal) ? new DayClue.Equated(offset.Count, weekday.Day) : null;
    }

    /// <summary>"in April 2019 ... four years ago"; "the past 17 months" beside "since February 2022".</summary>
    private static DayClue? Counted(TimeExpression dated, TimeExpression length, string text)
    {
        if (Absolute(dated) is not { } from || dated.Form is TimeForm.Range)
            return null;
        if (length.Form is TimeForm.Offset { Unit: TimeUnit.Year, Anchor: TimeAnchor.Publication, Count: < 0 and > -500 } ago)
            return new DayClue.YearsAfter(from.Year - ago.Count);
        bool sofar = length.Form is TimeForm.Length && length.Span.In(text).Contains("past", StringComparison.OrdinalIgnoreCase);
        bool month = dated.Form is TimeForm.Calendar { Month: not null };
        if (!sofar || !month || dated.Bound != TimeBound.NotBefore || Months(((TimeForm.Length)length.Form).Value) is not { } months)
            return null;
        return new DayClue.MonthsAfter(CalendarMath.MonthIndex(from.Year, from.Month) + months);
    }

    private static int? Months(string value)
    {
        bool read = value.Length is > 2 and < 8 && value[0] == 'P' && int.TryParse(value.AsSpan(1, value.Length - 2), System.Globalization.CultureInfo.InvariantCulture, out int count) && count < 2000;
        if (!read)
            return null;
        int number = int.Parse(value.AsSpan(1, value.Length - 2), System.Globalization.CultureInfo.InvariantCulture);
        return value[^1] switch { 'M' => number, 'Y' => number * 12, _ => null };
    }
}
