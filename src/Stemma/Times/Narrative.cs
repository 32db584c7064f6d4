namespace Stemma.Times;

/// <summary>What the report has mentioned so far: the anchor of "the following day".</summary>
internal sealed class Narrative(DateOnly? published)
{
    /// <summary>How far back, in UTF-16 units, a mentioned day still carries a clock time or "that night": two or three sentences.</summary>
    private const int Reach = 500;

    private const int Beside = 160;

    private DateOnly? day;
    private int dayAt;
    private bool late;
    private DateOnly? broad;
    private int broadAt;

    /// <summary>What was mentioned last, whatever its size.</summary>
    public Stretch? Last { get; private set; }

    /// <summary>The day mentioned in the same sentence or so, else null.</summary>
    public DateOnly? DayBeside(int offset) => day is { } last && offset - dayAt <= Beside ? last : null;

    /// <summary>The day mentioned last within reach, else the publication day.</summary>
    public DateOnly? DayAt(int offset) => day is { } last && offset - dayAt <= Reach ? last : published;

    /// <summary>The day of a clock time: the one mentioned last, or the next where that told of its evening and the clock stands past midnight.</summary>
    public DateOnly? DayOf(TimeExpression expression) =>
        DayAt(expression.Span.Start) is not { } mentioned ? null
        : late && day is not null && expression.Span.Start - dayAt <= Reach && expression.Clock is { } clock && clock.StartsWith("00:", StringComparison.Ordinal) && !clock.StartsWith("00:00", StringComparison.Ordinal) ? mentioned.AddDays(1) : mentioned;

    /// <summary>The day, month or year mentioned last, else the publication day.</summary>
    /// <param name="days">Whether days are counted, so that a day goes before a month or year mentioned since.</param>
    public DateOnly? Anchor(int offset, bool days) =>
        day is { } last && offset - dayAt <= Reach && (days || dayAt >= broadAt) ? last : broad ?? published;

    public void Note(TimeExpression expression, Stretch? stretch)
    {
        if (stretch is not { } said || expression.Type is TimeType.Set or TimeType.Duration || said.From.Year is < 10 or > 9900)
            return;
        // Only days of the story carry it on: a history's "11 May 1949" would drag a later "that day" with it, and rightly so.
        if (said.From == said.To)
        {
            late = IsLate(expression) || (late && expression.Form is TimeForm.OfDay && day == said.From);
            (day, dayAt) = (said.From, expression.Span.End);
        }
        else
            (broad, broadAt) = (said.From, expression.Span.End);
        Last = said;
    }

    private static bool IsLate(TimeExpression expression) =>
        expression.DayPart is "NI" or "EV" || (expression.Clock is { } clock && string.CompareOrdinal(clock, "20:00") >= 0);
}
