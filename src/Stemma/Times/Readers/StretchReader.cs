using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads stretches of time by names of their own: "the weekend", "spring", "the week of April 10", "the 19th century", "the year" after "for".</summary>
internal static class StretchReader
{
    /// <summary>"the weekend", "spring", "the summer of 2019", "Christmas", "the 21st century".</summary>
    /// <param name="start">First word, "the" included.</param>
    /// <param name="i">First word after "the".</param>
    public static Reading? TryRead(WordList words, int start, int i, bool the)
    {
        if (Spoken(words, start, i) is { } decade)
            return decade;
        if (words.IsAny(i, "morning", "afternoon", "evening") && words.IsAny(start - 1, "in", "during", "by", "later", "earlier") && TimeWords.DayPart(words, i) is { } part)
            return new Reading(start, i + 1, TimeType.Time, new TimeForm.OfDay()) { DayPart = part };
        // "at dawn"; "dawn raids" happen at one, but name no time.
        if (words.IsAny(i, "dawn", "daybreak", "dusk", "sunrise", "sunset", "nightfall") && words.IsAny(start - 1, "at", "before", "until", "since", "by", "after") && TimeWords.DayPart(words, i) is { } light)
            return new Reading(start, i + 1, TimeType.Time, new TimeForm.OfDay()) { DayPart = light };
        if (words.Is(i, "week") && (the || words.IsAny(start - 1, "in", "for")) && words.IsAny(i + 1, "of", "beginning", "starting", "commencing"))
        {
            int on = words.Is(i + 2, "on") ? i + 3 : i + 2;
            if (words.Continues(on) && CalendarReader.TryRead(words, on) is { Form: TimeForm.Calendar { Day: not null } } inWeek)
                return inWeek with { Start = start, Form = new TimeForm.WeekOf(inWeek.Form) };
        }

        if (the && Bare(words, start, i) is { } bare)
            return bare;
        if (words.IsAny(i, "weekend") && the)
            return new Reading(start, i + 1, TimeType.Date, new TimeForm.Weekend(TimeShift.None));
        if (TimeWords.Season(words, i) is { } season)
            return SeasonAt(words, start, i, season, the);
        if (the && Century(words, start, i) is { } century)
            return century;
        if (the && words.IsDigits(i) && YearReader.TryRead(words, i) is { Form: TimeForm.Era } era)
            return era with { Start = start };
        return Holidays.At(words, i, TimeShift.None) is { } holiday ? holiday : null;
    }

    /// <summary>"the 19th century", "the early 20th century".</summary>
    private static Reading? Century(WordList words, int start, int i)
    {
        TimePart part = words.Is(i, "early") ? TimePart.Start : words.Is(i, "mid") ? TimePart.Middle : words.Is(i, "late") ? TimePart.End : TimePart.Whole;
        int at = part == TimePart.Whole ? i : words.IsHyphen(i + 1) ? i + 2 : i + 1;
        if (words.Integer(at) is not (> 10 and < 30 and int number) || !words.IsAny(at + 1, "st", "nd", "rd", "th") || !words.Joins(at + 1))
            return null;
        int century = words.IsHyphen(at + 2) && words.Joins(at + 2) ? at + 3 : at + 2;
        return words.Is(century, "century") ? new Reading(start, century + 1, TimeType.Date, new TimeForm.Era((number - 1) * 100, 100)) { Part = part } : null;
    }

    /// <summary>"for the year", "in the quarter": the one that is running, or of a quarter the one that was told or reported last.</summary>
    private static Reading? Bare(WordList words, int start, int i)
    {
        if (words.Is(i, "year") && YearReader.YearAt(words, i + 1) is > 0 and int said && words.Continues(i + 1))
            return new Reading(start, i + 2, TimeType.Date, new TimeForm.Calendar(said, null, null));
        if (!words.IsAny(start - 1, "for", "in", "during", "over", "within", "later", "earlier") || TimeWords.Unit(words, i) is not { } unit || LengthReader.IsPlural(words, i))
            return null;
        if (unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year))
            return null;
        // "the week of", "the year that", "the month he": told apart by what follows.
        bool ended = words.IsAny(i + 1, "ended", "ending", "through", "to") || (words.Is(i + 1, "that") && words.IsAny(i + 2, "ended", "ends"));
        bool named = words.IsLetters(i + 1) && words.Continues(i + 1) && !ended && !words.IsAny(i + 1, "as", "and", "but", "on", "at", "from", "with", "in", "by", "because", "after");
        if (named || words.IsHyphen(i + 1))
            return null;
        // Quarters are reported once they are over.
        return unit == TimeUnit.Quarter
            ? new Reading(start, i + 1, TimeType.Date, new TimeForm.Portion(4, 0, null, TimeShift.Last, TimeShift.None))
            : new Reading(start, i + 1, TimeType.Date, new TimeForm.Offset(0, unit, TimeAnchor.Publication));
    }

    private static Reading? SeasonAt(WordList words, int start, int i, string season, bool the)
    {
        int at = words.Is(i + 1, "of") ? i + 2 : i + 1;
        if (YearReader.YearAt(words, at) is > 0 and int year)
            return new Reading(start, at + 1, TimeType.Date, new TimeForm.Season(season, year, TimeShift.None));
        // "spring" and "fall" are verbs, water and tumbles as well; winter and summer are not, but stand in compounds ("winter coat").
        bool introduced = words.IsAny(start - 1, "in", "since", "by", "until", "during", "before", "after", "early", "late") || words.IsHyphen(start - 1);
        return introduced && (words.Is(i, "autumn") || !words.IsLetters(i + 1) || Quantities.CountedNouns.IsStop(words.At(i + 1)))
            ? new Reading(the ? start : i, i + 1, TimeType.Date, new TimeForm.Season(season, null, TimeShift.None))
            : null;
    }

    /// <summary>"the seventies", "the late eighties"; "in his seventies" is an age.</summary>
    private static Reading? Spoken(WordList words, int start, int i)
    {
        TimePart part = words.Is(i, "early") ? TimePart.Start : words.Is(i, "mid") ? TimePart.Middle : words.Is(i, "late") ? TimePart.End : TimePart.Whole;
        int at = part == TimePart.Whole ? i : words.IsHyphen(i + 1) ? i + 2 : i + 1;
        return start < i && TimeWords.Decade(words, at) is { } decade ? new Reading(start, at + 1, TimeType.Date, new TimeForm.Era(1900 + decade, 10)) { Part = part } : null;
    }
}
