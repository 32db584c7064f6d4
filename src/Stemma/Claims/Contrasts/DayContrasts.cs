using System.Globalization;
using Stemma.Differences;

namespace Stemma.Claims;

/// <summary>Compares the days of two contents.</summary>
internal static class DayContrasts
{
    private const double EqualWeight = 1.2;

    private const double MissingWeight = 0.3;

    public static IEnumerable<Contrast> Find(Content a, Content b, Tally tally)
    {
        if (a.Days.IsEmpty || b.Days.IsEmpty)
        {
            tally.First += a.Days.Length * MissingWeight;
            tally.Second += b.Days.Length * MissingWeight;
            return [];
        }

        List<Contrast> contrasts = [];
        bool meet = false;
        foreach (Day x in a.Days)
        {
            foreach (Day y in b.Days)
            {
                if (!Overlap(x, y))
                    continue;
                meet = true;
                // A bound and a day inside it agree, and are still worth telling apart: "as early as Tuesday", "on Wednesday".
                if (x.Bound != y.Bound && x.From != y.From && IsShort(x) && IsShort(y))
                    contrasts.Add(new(DifferenceKind.Time, false, false, Iso(x), Iso(y), FirstDay: x, SecondDay: y));
            }
        }

        tally.First += EqualWeight;
        tally.Second += EqualWeight;
        if (meet)
            tally.Shared += EqualWeight;
        else if (Pick(a) is { } first && Pick(b) is { } second)
            contrasts.Add(new(DifferenceKind.Time, true, true, Iso(first), Iso(second), FirstDay: first, SecondDay: second));
        else // "in April 2019" and "on Wednesday": two events, and no news in that.
            contrasts.Add(new(DifferenceKind.Time, true, false, Iso(a.Days[0]), Iso(b.Days[0]), FirstDay: a.Days[0], SecondDay: b.Days[0]));
        return contrasts;
    }

    /// <summary>"2026-03-11", or "2026-03-09/2026-03-15" for more than a day; an open end is "..".</summary>
    public static string Iso(Day day) =>
        day.From == day.To || (day.From is not null && day.To is null) ? Text(day.From)
        : day.From is null ? Text(day.To)
        : Text(day.From) + "/" + Text(day.To);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";

    private static Day? Pick(Content content) => content.Days.Where(IsShort).FirstOrDefault();

    /// <summary>A named day or few; a year or season in passing is background.</summary>
    private static bool IsShort(Day day) =>
        day.Bound is not null || (day.From is { } from && day.To is { } to && to.DayNumber - from.DayNumber <= 7);

    private static bool Overlap(Day x, Day y) =>
        (x.From ?? DateOnly.MinValue) <= (y.To ?? DateOnly.MaxValue) && (y.From ?? DateOnly.MinValue) <= (x.To ?? DateOnly.MaxValue);
}
