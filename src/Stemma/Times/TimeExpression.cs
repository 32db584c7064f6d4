using Stemma.Text;

namespace Stemma.Times;

/// <summary>TIMEX3 types (ISO-TimeML).</summary>
public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>Which side of a time the text leaves open.</summary>
public enum TimeBound
{
    /// <summary>"as early as Tuesday", "since 2022": not before it.</summary>
    NotBefore,

    /// <summary>"by 30 April", "until Wednesday": not after it.</summary>
    NotAfter,
}

/// <summary>A time expression settled against a publication day.</summary>
/// <param name="Value">TIMEX3 value: <c>2023-09-10TEV</c>, <c>P17M</c>, <c>PRESENT_REF</c>; a range is written as ISO 8601 does,
/// <c>1950/1953</c>. Digits that stay unknown are <c>X</c>.</param>
/// <param name="From">First day, included; null where unbounded or unsettled.</param>
/// <param name="To">Last day, included; null where unbounded or unsettled. Words that leave a side open ("as early as", "by", "until") make
/// that side null; "since June 2024" keeps the whole month, because the beginning lies in it.</param>
/// <param name="Duration">ISO 8601 duration of a span of time, else null. A duration has days only where it leads from one day to another
/// ("on Thursday, two days after the vote"): the other day, that of the vote.</param>
public sealed record ResolvedTime(TextSpan Span, TimeType Type, string Value, DateOnly? From, DateOnly? To, TimeBound? Bound, string? Duration);

/// <summary>A time expression as worded, relative to the publication day where the words are.</summary>
/// <remarks>Reading leaves it open; <see cref="TimeResolver"/> settles it once the day is known.</remarks>
public sealed record TimeExpression(TextSpan Span, TimeType Type, TimeBound? Bound)
{
    public required TimeForm Form { get; init; }

    public TimeTense Tense { get; init; }

    public TimePart Part { get; init; }

    /// <summary>TIMEX3 code of a part of the day: MO, MI, AF, EV, NI; null where none is said.</summary>
    public string? DayPart { get; init; }

    /// <summary>Clock time with its zone where said: <c>18:00Z</c>, <c>02:47</c>.</summary>
    public string? Clock { get; init; }

    /// <summary>Whether the bounded side is open ("as early as") rather than named ("since").</summary>
    public bool OpenSide { get; init; }
}
