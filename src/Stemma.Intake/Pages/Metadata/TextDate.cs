using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Intake.Pages;

/// <summary>A day as people write it: "Nov 20th, 2019", "20. Juli 2018", "2019-11-20", "20/11/2019". A year is always asked for.</summary>
internal static partial class TextDate
{
    private const int MinYear = 1971;
    private const int MaxYear = 2200;

    private static readonly string[] MonthNames =
    [
        "jan ene gen янв",
        "feb fév fev фев",
        "mar mär maa мар",
        "apr avr abr апр",
        "may mai mag mei мая май",
        "jun juin giu июн",
        "jul juil lug июл",
        "aug aoû ago авг",
        "sep set сен",
        "oct okt out ott окт",
        "nov ноя",
        "dec dez déc dic дек",
    ];

    /// <summary>The first letters by which months are told in English, German, French, Spanish, Portuguese, Italian, Dutch and Russian.</summary>
    private static readonly FrozenDictionary<string, int> Months = MonthNames.SelectMany((names, i) => names.Split(' ').Select(n => (Name: n, Month: i + 1)))
        .ToFrozenDictionary(n => n.Name, n => n.Month, StringComparer.OrdinalIgnoreCase);

    /// <param name="monthFirst">Whether 3/9/2031 is 9 March, as in the United States.</param>
    /// <returns>The first day in the text; null: none.</returns>
    public static DateOnly? Find(string? text, bool monthFirst)
    {
        if (text is null || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return null;
        foreach (Match match in Any().Matches(text))
        {
            if (Day(match, monthFirst) is { } day)
                return day;
        }

        return null;
    }

    private static DateOnly? Day(Match match, bool monthFirst)
    {
        int year = Number(match, "y"), day = Number(match, "d");
        if (match.Groups["m"].Success)
            return Make(year, Month(match.Groups["m"].Value), day);
        int a = Number(match, "a"), b = Number(match, "b");
        if (match.Groups["iso"].Success)
            return Make(year, a, b);
        // Points part day and month everywhere but in the United States; there the month comes first with strokes too.
        bool american = b > 12 || (monthFirst && a <= 12);
        return american ? Make(year, a, b) : Make(year, b, a);
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static int Month(string name)
    {
        for (int length = 4; length >= 3; length--)
        {
            if (name.Length >= length && Months.TryGetValue(name[..length], out int month))
                return month;
        }

        return 0;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= MinYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(
        @"\b(?<m>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)\b|\b(?<d>\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?<m>\p{L}{3,10})\.?,?\s+(?:de\s+)?(?<y>(?:19|20)\d\d)\b"
        + @"|\b(?<iso>)(?<y>(?:19|20)\d\d)[-./](?<a>\d{1,2})[-./](?<b>\d{1,2})\b|\b(?<a>\d{1,2})[./](?<b>\d{1,2})[./](?<y>(?:19|20)\d\d)\b|(?<iso>)(?<y>20\d\d)年(?<a>\d{1,2})月(?<b>\d{1,2})日",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Any();
}
