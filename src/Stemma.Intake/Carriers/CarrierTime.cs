using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Carriers;

/// <summary>Reads a time as feeds and wires write it: ISO 8601 (RFC 3339) or the date of an e-mail (RFC 822, 2822, with the slips that are common).</summary>
internal static partial class CarrierTime
{
    /// <summary>Content systems write their zero for a date they do not have: 1970, 1900, the year 1.</summary>
    private const int MinYear = 1971;

    /// <summary>The zones that RFC 822 names, in hours from UTC.</summary>
    private static readonly (string Name, int Hours)[] Zones =
        [("UT", 0), ("UTC", 0), ("GMT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
         ("BST", 1), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3), ("MSK", 3), ("JST", 9), ("AEST", 10), ("AEDT", 11)];

    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <param name="zero">Told where the text is a date that stands for none.</param>
    /// <returns>Null for anything else: a date in words has to be told from its context.</returns>
    public static ReportTime? Read(string? text, Action<string>? zero = null)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 64)
            return null;
        ReportTime? time = Parse(text);
        if (time is not { } read || read.Day.Year >= MinYear)
            return time ?? PageTime.Read(text);
        zero?.Invoke($"a date of {read.Day.Year.ToString(CultureInfo.InvariantCulture)}, which stands for none: left out");
        return null;
    }

    private static ReportTime? Parse(string text)
    {
        if (ReportTime.TryParse(text, out ReportTime iso))
            return iso;
        if (Compact().Match(text) is { Success: true } compact)
            return ReportTime.TryParse($"{compact.Groups[1]}-{compact.Groups[2]}-{compact.Groups[3]}T{compact.Groups[4]}:{compact.Groups[5]}:{compact.Groups[6]}{compact.Groups[7]}", out iso) ? iso : null;
        if (Mail().Match(text) is not { Success: true } mail)
            return null;

        int month = Months.IndexOf(mail.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal);
        int year = Number(mail, "year");
        year += year < 50 ? 2000 : year < 100 ? 1900 : 0;
        int day = Number(mail, "day");
        if (month < 0 || month % 3 != 0 || day is < 1 or > 31 || year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month / 3 + 1))
            return null;
        DateOnly date = new(year, month / 3 + 1, day);
        if (!mail.Groups["hour"].Success)
            return new ReportTime(date);
        int hour = Number(mail, "hour"), minute = Number(mail, "minute"), second = mail.Groups["second"].Success ? Math.Min(Number(mail, "second"), 59) : 0;
        if (hour > 23 || minute > 59)
            return new ReportTime(date);
        TimeOnly clock = new(hour, minute, second);
        if (Offset(mail.Groups["zone"].Value) is not { } offset)
            return new ReportTime(date, clock);
        DateTime local = date.ToDateTime(clock);
        return local.Ticks < TimeSpan.TicksPerDay || local.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay ? null : new ReportTime(new DateTimeOffset(local, offset));
    }

    /// <summary>Null: a zone that is not known, or none; the local time stands then.</summary>
    private static TimeSpan? Offset(string zone)
    {
        if (zone is ['+' or '-', ..] && int.TryParse(zone.AsSpan(1).ToString().Replace(":", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out int digits))
        {
            TimeSpan size = new(digits / 100, digits % 100, 0);
            return size > TimeSpan.FromHours(14) ? null : zone[0] == '-' ? -size : size;
        }

        foreach ((string name, int hours) in Zones)
        {
            if (string.Equals(name, zone, StringComparison.OrdinalIgnoreCase))
                return TimeSpan.FromHours(hours);
        }

        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:[A-Za-z]{2,9},?\s+)?(?<day>[0-9]{1,2})[\s-]+(?<month>[A-Za-z]{3,9})\.?,?[\s-]+(?<year>[0-9]{2,4})(?:,?\s+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?\s*(?<zone>[A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2})?)?(?:\s*\([^)]*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>ISO 8601's basic form, which NITF and NewsML 1 use.</summary>
    [GeneratedRegex(@"^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})(Z|[+-][0-9]{2}:?[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();
}
