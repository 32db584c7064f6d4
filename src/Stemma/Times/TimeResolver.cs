using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Times;

/// <summary>Settles time expressions against the day a report was published.</summary>
public sealed class TimeResolver
{
    /// <summary>A comma and "on" between a clock time and its day, in UTF-16 units.</summary>
    private const int DayBehindClock = 5;

    /// <param name="expressions">All of one report, in text order: later ones may lean on earlier ones ("the following day").</param>
    /// <param name="published">The publication day on the publisher's clock; null leaves relative expressions unsettled.</param>
    /// <returns>One for each expression, in the same order.</returns>
    public ImmutableArray<ResolvedTime> Resolve(ImmutableArray<TimeExpression> expressions, DateOnly? published)
    {
        ImmutableArray<ResolvedTime>.Builder settled = ImmutableArray.CreateBuilder<ResolvedTime>(expressions.Length);
        // Days at the very ends of the calendar leave no room for "last week": no news is from there.
        DateOnly? day = published is { Year: > 9 and < 9900 } ? published : null;
        Narrative narrative = new(day);
        for (int i = 0; i < expressions.Length; i++)
        {
            TimeExpression expression = expressions[i];
            // "at 16:15 UTC, June 1st": the day follows its hour.
            bool ahead = expression.Form is TimeForm.OfDay && i + 1 < expressions.Length && expressions[i + 1].Span.Start - expression.Span.End <= DayBehindClock;
            Stretch? stretch = ahead && FormResolver.Resolve(expressions[i + 1], narrative, day) is { } next && next.From == next.To
                ? next
                : FormResolver.Resolve(expression, narrative, day);
            settled.Add(Settle(expression, stretch));
            narrative.Note(expression, stretch);
        }

        return settled.MoveToImmutable();
    }

    private static ResolvedTime Settle(TimeExpression expression, Stretch? stretch)
    {
        string value = stretch?.Value ?? expression.Form switch
        {
            TimeForm.Length length => length.Value,
            TimeForm.Repeated repeated => repeated.Value,
            TimeForm.Reference reference => reference.Value,
            TimeForm.Weekday weekday => "XXXX-WXX-" + (weekday.Day == DayOfWeek.Sunday ? 7 : (int)weekday.Day),
            TimeForm.Calendar calendar => Unsettled(calendar),
            _ => "XXXX-XX-XX",
        };
        if (expression.Type is TimeType.Time && value.Length == 10 && !value.Contains('/', StringComparison.Ordinal))
            value += expression.Clock is { } clock ? "T" + clock : expression.DayPart is { } part ? "T" + part : "";
        string? duration = expression.Form is TimeForm.Length span ? span.Value : null;
        DateOnly? from = expression is { OpenSide: true, Bound: TimeBound.NotAfter } ? null : stretch?.From;
        DateOnly? to = expression is { OpenSide: true, Bound: TimeBound.NotBefore } ? null : stretch?.To;
        return new ResolvedTime(expression.Span, expression.Type, value, from, to, expression.Bound, duration);
    }

    private static string Unsettled(TimeForm.Calendar calendar) =>
        (calendar.Month, calendar.Day) switch
        {
            ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"),
            ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"),
            _ => "XXXX",
        };
}
