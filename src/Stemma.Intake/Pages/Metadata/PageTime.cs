using System.Globalization;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>Reads a time as carriers write it for machines: ISO 8601 and what is nearly so, the date of an e-mail (RFC 822), or seconds since 1970.</summary>
internal static class PageTime
{
    /// <summary>Before it stand the zero dates of content systems: year 1, 1900 and 1970 with no thought behind them.</summary>
    private const int MinYear = 1971;

    /// <summary>No content system counts further in earnest; the year of a report is not known better without a clock.</summary>
    private const int MaxYear = 2200;

    private static readonly string[] Loose =
    [
        "yyyy-MM-dd'T'HH:mm:sszz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:ss.fffzz", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmsszzz", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd", "yyyyMMdd",
        "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy h:mm tt", "MMM d, yyyy h:mm tt", "MMMM d, yyyy, h:mm tt", "dddd, MMMM d, yyyy", "yyyy-MM-dd'T'HH:mm:ss.fff",
    ];

    /// <summary>Null where no day of a year stands in it.</summary>
    public static ReportTime? Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 64)
            return null;
        if (ReportTime.TryParse(text, out ReportTime time))
            return Plausible(time);
        if (text.Length is 10 or 13 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            long seconds = long.Parse(text, CultureInfo.InvariantCulture) / (text.Length == 13 ? 1000 : 1);
            return Plausible(new ReportTime(DateTimeOffset.FromUnixTimeSeconds(seconds)));
        }

        bool dated = text.Length > 16 && char.IsAsciiLetter(text[0]) && text.Contains(", ", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        if (dated && text.Contains(':', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
            return Plausible(new ReportTime(moment));
        return DateTime.TryParseExact(text, Loose, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, out DateTime loose)
            ? Plausible(loose.Kind == DateTimeKind.Utc ? new ReportTime(new DateTimeOffset(loose)) : loose.TimeOfDay == TimeSpan.Zero
                ? new ReportTime(DateOnly.FromDateTime(loose)) : new ReportTime(DateOnly.FromDateTime(loose), TimeOnly.FromDateTime(loose)))
            : TextDate.Find(text, monthFirst: true) is { } day ? new ReportTime(day) : null;
    }

    private static ReportTime? Plausible(ReportTime time) => time.Day.Year is >= MinYear and <= MaxYear ? time : null;
}
