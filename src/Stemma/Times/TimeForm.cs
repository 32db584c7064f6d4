namespace Stemma.Times;

/// <summary>Lengths of calendar time, shortest first.</summary>
public enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// <summary>What a relative expression counts from.</summary>
public enum TimeAnchor
{
    /// <summary>The publication day: "two days ago", "tomorrow".</summary>
    Publication,

    /// <summary>The day mentioned last: "two days earlier", "the following day", "that night".</summary>
    Narrative,

    /// <summary>The day mentioned in the same sentence or so, else the publication day: "earlier in the day" of a report's own day.</summary>
    Beside,
}

/// <summary>"last", "this", "next" before a name of a time.</summary>
public enum TimeShift
{
    /// <summary>None of them: the verb's tense decides.</summary>
    None,
    Last,
    This,
    Next,
}

/// <summary>Where the nearby verb puts what happens at the time.</summary>
public enum TimeTense
{
    /// <summary>No verb near, or one that does not tell.</summary>
    Unknown,
    Past,
    Present,
    Future,

    /// <summary>A verb that points ahead and may yet tell of what was ("to meet", "could"): taken as the future but for weekdays just gone.</summary>
    Open,
}

/// <summary>Which part of a day, month, year or other stretch is meant; the stretch itself is kept whole.</summary>
public enum TimePart
{
    Whole,
    Start,
    Middle,
    End,
}

/// <summary>What a time expression says, before anything is settled: a closed set.</summary>
public abstract record TimeForm
{
    private TimeForm()
    {
    }

    /// <summary>"9 March 2026", "March 9", "June 2024", "January", "2019", "the 18th": parts that are not said are null.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31.</param>
    /// <param name="YearOffset">"of next year" (1), "last March this year" (0); null where no year is pointed at.</param>
    public sealed record Calendar(int? Year, int? Month, int? Day, TimeShift Shift = TimeShift.None, int? YearOffset = null) : TimeForm;

    /// <summary>"Monday", "last Friday", "next Tuesday", "Friday of last week".</summary>
    /// <param name="Week">Weeks from that of publication: 1 in "of next week"; null where no week is pointed at.</param>
    public sealed record Weekday(DayOfWeek Day, TimeShift Shift, int? Week = null) : TimeForm;

    /// <summary>"two days ago" (-2), "tomorrow" (1), "last month" (-1), "this year" (0), "the following day" (1, narrative).</summary>
    public sealed record Offset(int Count, TimeUnit Unit, TimeAnchor Anchor) : TimeForm;

    /// <summary>"the weekend", "last weekend".</summary>
    public sealed record Weekend(TimeShift Shift) : TimeForm;

    /// <summary>"spring", "last autumn", "the summer of 2019".</summary>
    /// <param name="Code">SP, SU, FA or WI, as TIMEX3 writes them, of the northern half of the earth.</param>
    public sealed record Season(string Code, int? Year, TimeShift Shift) : TimeForm;

    /// <summary>"the third quarter of 2009", "the first half".</summary>
    /// <param name="Of">4 for quarters, 2 for halves.</param>
    /// <param name="Number">From 1; 0 for "this", "last", "next quarter", which <paramref name="Shift"/> tells apart; -1 for the final one.</param>
    /// <param name="YearShift">"of last year".</param>
    public sealed record Portion(int Of, int Number, int? Year, TimeShift Shift, TimeShift YearShift) : TimeForm;

    /// <summary>"fiscal 2013", "the last fiscal year": kept apart from the calendar year, because only the company or state knows its first day.</summary>
    /// <param name="Year">The year that names it; null where <paramref name="Shift"/> tells.</param>
    public sealed record FiscalYear(int? Year, TimeShift Shift) : TimeForm;

    /// <summary>"the 1990s" (1990, 10 years), "the 21st century" (2001, 100 years), "1950-1953" is a <see cref="Range"/>.</summary>
    public sealed record Era(int FirstYear, int Years) : TimeForm;

    /// <summary>"Christmas", "Good Friday", "New Year's Eve".</summary>
    public sealed record Holiday(string Name, int? Year, TimeShift Shift) : TimeForm;

    /// <summary>"the last week of March", "the first Monday in May".</summary>
    /// <param name="Number">From 1, or -1 for the last.</param>
    /// <param name="Named">Where weekdays are counted: then <paramref name="Unit"/> is the day.</param>
    public sealed record Within(int Number, TimeUnit Unit, TimeForm Outer, DayOfWeek? Named = null) : TimeForm;

    /// <summary>"the week of April 10", "the week beginning 4 February": the calendar week that holds the day.</summary>
    public sealed record WeekOf(TimeForm Day) : TimeForm;

    /// <summary>"September 10-13", "1950-1953", "between 1978 and 1995": both ends included.</summary>
    public sealed record Range(TimeForm First, TimeForm Last) : TimeForm;

    /// <summary>"the same period last year" (-1): the stretch mentioned last, moved by whole years.</summary>
    public sealed record SameStretch(int Years) : TimeForm;

    /// <summary>A clock time or part of the day alone ("shortly after 7 p.m."): of the day mentioned last.</summary>
    public sealed record OfDay : TimeForm;

    /// <summary>"20 hours", "18-month-long", "the past 17 months".</summary>
    /// <param name="Value">ISO 8601, X where the number is vague ("several years": PXY).</param>
    /// <param name="Other">"two days after the vote": where the other event lies, counted from the day mentioned last (-2); null where the length stands alone.</param>
    public sealed record Length(string Value, Offset? Other = null) : TimeForm;

    /// <summary>"every Monday", "annual", "a year" after a rate.</summary>
    public sealed record Repeated(string Value) : TimeForm;

    /// <summary>"now", "recently", "the future".</summary>
    /// <param name="Value">PRESENT_REF, PAST_REF or FUTURE_REF.</param>
    public sealed record Reference(string Value) : TimeForm;
}
