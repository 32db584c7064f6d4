namespace Stemma.Times;

/// <summary>Tells whether two settled times agree. A total function: any two have a verdict, and the order does not matter.</summary>
/// <remarks>
/// Times are compared by their days, both ends included, an open end reaching without limit: "as early as Tuesday" agrees with Wednesday, "in March" with
/// 9 March, "by 30 April" with 2 April. A difference of one day between a clock time in one zone and a day in another is the caller's to forgive.
/// Lengths are compared as written: "P1Y" and "P12M" are the same, a vague one (<c>PXD</c>) agrees with all.
/// </remarks>
public static class TimeComparison
{
    public static TimeVerdict Compare(ResolvedTime a, ResolvedTime b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Type == TimeType.Duration && b.Type == TimeType.Duration)
            return Lengths(a, b);
        if (!NamesDays(a) || !NamesDays(b))
            return new(TimeRelation.Compatible, false, "one of them names no day");
        if (a.From == b.From && a.To == b.To)
            return new(TimeRelation.Same, true, "the same days");
        bool meet = (a.From ?? DateOnly.MinValue) <= (b.To ?? DateOnly.MaxValue) && (b.From ?? DateOnly.MinValue) <= (a.To ?? DateOnly.MaxValue);
        if (!meet)
            return new(TimeRelation.Conflict, true, "no day fits both");
        return a.Bound is null && b.Bound is null
            ? new(TimeRelation.Compatible, true, "the one holds the other, or they share days")
            : new(TimeRelation.Compatible, true, "the one is a bound, and the other meets it");
    }

    private static bool NamesDays(ResolvedTime time) => time.Type is TimeType.Date or TimeType.Time && (time.From is not null || time.To is not null);

    private static TimeVerdict Lengths(ResolvedTime a, ResolvedTime b)
    {
        if (a.Duration is not { } x || b.Duration is not { } y)
            return new(TimeRelation.Compatible, false, "one of them names no length");
        if (x.Contains('X', StringComparison.Ordinal) || y.Contains('X', StringComparison.Ordinal))
            return new(TimeRelation.Compatible, x != y, "one of them names no number");
        if (x == y || (DurationLength.Of(x) is { } first && DurationLength.Of(y) is { } second && first.IsAbout(second)))
            return new(TimeRelation.Same, true, "the same length");
        return DurationLength.Of(x) is null || DurationLength.Of(y) is null
            ? new(TimeRelation.Compatible, false, "one of them has no length that could be counted")
            : new(TimeRelation.Conflict, true, "they are of different length");
    }
}
