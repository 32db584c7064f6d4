using System.Globalization;
using Stemma.Reports;

namespace Stemma.Web.Pages.Parts;

/// <summary>Times in words: one clock for all, so that what came first is seen at once.</summary>
public static class Moments
{
    /// <summary>"9 Mar 2026, 23:50 UTC"; "9 Mar 2026, 08:00 local" where the clock's offset is not known; the day alone where no more is.</summary>
    public static string Of(ReportTime time) => time.Moment is { } moment
        ? Of(moment)
        : time.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) + (time.LocalTime is { } local ? local.ToString(", HH:mm 'local'", CultureInfo.InvariantCulture) : "");

    /// <summary>"9 Mar 2026, 23:50 UTC".</summary>
    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"9 Mar 2026", in UTC.</summary>
    public static string Day(DateTimeOffset moment) => moment.ToUniversalTime().ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>" 23:50", in UTC.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToUniversalTime().ToString(" HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"9 Mar, 23:50", in UTC: where the year is said beside it.</summary>
    public static string WithoutYear(ReportTime time) => time.Moment is { } moment
        ? moment.ToUniversalTime().ToString("d MMM, HH:mm", CultureInfo.InvariantCulture)
        : time.Day.ToString("d MMM", CultureInfo.InvariantCulture) + (time.LocalTime is { } local ? local.ToString(", HH:mm", CultureInfo.InvariantCulture) : "");
}
