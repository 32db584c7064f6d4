using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Differences;

namespace Stemma.Claims;

/// <summary>Compares the days of two contents.</summary>
internal static partial class DayContrasts
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
        else if (a.Days.FirstOrDefault(x => b.Days.Any(y => AreOneNight(x, y))) is { } eve && b.Days.First(y => AreOneNight(eve, y)) is { } morning)
            contrasts.Add(new(DifferenceKind.Time, false, false, Iso(eve), Iso(morning), FirstDay: eve, SecondDay: morning));
        else if (Pick(a) is { } first && Pick(b) is { } second)
            contrasts.Add(new(DifferenceKind.Time, true, true, Iso(first), Iso(second), FirstDay: first, SecondDay: second));
        else if (a.Days.Length == 1 && b.Days.Length == 1 && IsMonth(a.Days[0]) && IsMonth(b.Days[0])) // "in March", "in May": only of sentences that are otherwise one
            contrasts.Add(new(DifferenceKind.Time, true, true, Iso(a.Days[0])[..7], Iso(b.Days[0])[..7], FirstDay: a.Days[0], SecondDay: b.Days[0]) { IsBroad = true });
        else // "in April 2019" and "on Wednesday": two events, and no news in that.
            contrasts.Add(new(DifferenceKind.Time, true, false, Iso(a.Days[0]), Iso(b.Days[0]), FirstDay: a.Days[0], SecondDay: b.Days[0]));
        return contrasts;
    }

    /// <summary>"We were informed on the 21st, not on the 18th" against "the authorities were informed on the 18th".</summary>
    public static IEnumerable<Contrast> FindSetAside(Content a, Content b)
    {
        foreach (Contrast contrast in SetAside(a, b))
            yield return contrast;
        foreach (Contrast contrast in SetAside(b, a))
            yield return contrast with { First = contrast.Second, Second = contrast.First, FirstDay = contrast.SecondDay, SecondDay = contrast.FirstDay };
    }

    private static IEnumerable<Contrast> SetAside(Content corrects, Content says)
    {
        if (corrects.NotDays.IsEmpty || corrects.Days.IsEmpty || !corrects.Predicates.Intersect(says.Words, StringComparer.Ordinal).Any())
            yield break;
        foreach (Day not in corrects.NotDays)
        {
            if (says.Days.FirstOrDefault(d => d.From == not.From && d.To == not.To) is { } said)
                yield return new(DifferenceKind.Time, true, true, Iso(corrects.Days[0]), Iso(said), FirstDay: corrects.Days[0], SecondDay: said) { IsOutright = true };
        }
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

    /// <summary>"At 00:40 on Sunday" and "on Saturday night", or Saturday where it was not yet midnight: one night, told by two clocks or two habits.</summary>
    private static bool AreOneNight(Day x, Day y) =>
        x.From is { } a && y.From is { } b && x.To == a && y.To == b && Math.Abs(a.DayNumber - b.DayNumber) == 1 && (Nightly().IsMatch(a < b ? y.Text : x.Text) || Evening().IsMatch(a < b ? x.Text : y.Text));

    [GeneratedRegex(@"\b(?:0?[0-4][:.]\d\d(?! ?p)|[1-4] ?a\.?m\b|small hours|early hours|past midnight|after midnight|overnight|before dawn)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Nightly();

    [GeneratedRegex(@"\b(?:2[1-3][:.]\d\d|(?:10|11)(?:[:.]\d\d)? ?p\.?m\b|night)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Evening();

    private static bool IsMonth(Day day) => day is { Bound: null, From: { Day: 1 } from, To: { } to } && to == from.AddMonths(1).AddDays(-1);

    private static bool Overlap(Day x, Day y) =>
        (x.From ?? DateOnly.MinValue) <= (y.To ?? DateOnly.MaxValue) && (y.From ?? DateOnly.MinValue) <= (x.To ?? DateOnly.MaxValue);
}
