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
/// <param name="Value">TIMEX3 value: <c>2023-09-10TEV</c>, <c>P17M</c>, <c>PRESENT_REF</c>.</param>
/// <param name="From">First day, included; null where unbounded or unsettled.</param>
/// <param name="To">Last day, included; null where unbounded or unsettled.</param>
/// <param name="Duration">ISO 8601 duration of a span of time, else null.</param>
public sealed record ResolvedTime(TextSpan Span, TimeType Type, string Value, DateOnly? From, DateOnly? To, TimeBound? Bound, string? Duration);

/// <summary>A time expression as worded, relative to the publication day where the words are.</summary>
/// <remarks>Reading leaves it open; <see cref="TimeResolver"/> settles it once the day is known.</remarks>
public sealed record TimeExpression(TextSpan Span, TimeType Type, TimeBound? Bound);
