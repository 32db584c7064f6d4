using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Reports;

/// <summary>A publication time: a day, and the moment too where it is known.</summary>
/// <remarks>
/// The day is the one on the publisher's own clock (the offset as given), because "on Monday" in the text means
/// that clock's Monday. Written as ISO 8601: <c>2026-03-09</c>, <c>2026-03-09T00:50:00+01:00</c>, or
/// <c>2026-03-09T08:00:00</c> where only the local time is known. Ordered by the moment; a day without
/// one counts as its noon in UTC, so that it sorts among the reports of its day.
/// </remarks>
[JsonConverter(typeof(ReportTimeConverter))]
public readonly record struct ReportTime : IComparable<ReportTime>
{
    private static readonly ImmutableArray<string> Formats =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public ReportTime(DateOnly day) => Day = day;

    public ReportTime(DateTimeOffset moment) => (Day, Moment) = (DateOnly.FromDateTime(moment.DateTime), moment);

    /// <summary>A day with its time of day on a clock whose offset is not known, as a line of text states it.</summary>
    public ReportTime(DateOnly day, TimeOnly localTime) => (Day, LocalTime) = (day, localTime);

    public DateOnly Day { get; }

    /// <summary>The time of day on the publisher's own clock; set where that clock's offset is not known, else null.</summary>
    public TimeOnly? LocalTime { get; }

    /// <summary>Null where only the day is known, or the clock's offset is not.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>The moment, or the local time taken as UTC, or noon UTC of the day.</summary>
    public DateTimeOffset SortKey => Moment ?? new DateTimeOffset(Day.ToDateTime(LocalTime ?? new TimeOnly(12, 0)), TimeSpan.Zero);

    public int CompareTo(ReportTime other) => SortKey.UtcDateTime.CompareTo(other.SortKey.UtcDateTime);

    public static bool operator <(ReportTime left, ReportTime right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportTime left, ReportTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportTime left, ReportTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportTime left, ReportTime right) => left.CompareTo(right) >= 0;

    public override string ToString() =>
        Moment is { } moment
            ? moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : LocalTime is { } local
                ? Day.ToDateTime(local).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
                : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO 8601 date or date-time; a date-time without offset keeps its local time.</summary>
    public static bool TryParse(string? text, out ReportTime time)
    {
        text = text?.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            time = new ReportTime(day);
            return true;
        }

        if (DateTime.TryParseExact(text, [.. Formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            time = new ReportTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            return true;
        }

        bool iso = text is { Length: > 10 } && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] == '-';
        if (iso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            time = new ReportTime(moment);
            return true;
        }

        time = default;
        return false;
    }
}

/// <summary>Writes a <see cref="ReportTime"/> as its ISO 8601 text.</summary>
public sealed class ReportTimeConverter : JsonConverter<ReportTime>
{
    public override ReportTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReportTime.TryParse(reader.GetString(), out ReportTime time) ? time : throw new JsonException("Expected an ISO 8601 date or date-time.");

    public override void Write(Utf8JsonWriter writer, ReportTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
