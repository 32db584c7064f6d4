using System.Globalization;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>Reads a time as carriers write it for machines: ISO 8601, or the date of an e-mail (RFC 822), as feeds and some pages have it.</summary>
internal static class PageTime
{
    /// <summary>Before it stand the zero dates of content systems: year 1, 1900 and 1970 with no thought behind them.</summary>
    private const int MinYear = 1971;

    /// <summary>Null for anything else: a date in words has to be told from its context.</summary>
    public static ReportTime? Read(string? text)
    {
        text = text?.Trim();
        if (ReportTime.TryParse(text, out ReportTime time))
            return time.Day.Year >= MinYear ? time : null;
        bool dated = text is { Length: > 16 and < 64 } && char.IsAsciiLetter(text[0]) && text.Contains(", ", StringComparison.Ordinal);
        return dated && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? new ReportTime(moment)
            : null;
    }
}
