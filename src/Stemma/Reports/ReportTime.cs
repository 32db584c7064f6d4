using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Reports;

/// <summary>A publication time: a day, and the moment too where it is known.</summary>
/// <remarks>
/// The day is the one on the publisher's own clock (the offset as given), because "on Monday" in the text means
/// that clock's Monday. Written as ISO 8601: <c>2026-03-09</c> or <c>2026-03-09T00:50:00+01:00</c>. Ordered by the moment; a day without
/// one counts as its noon in UTC, so that it sorts among the reports of its day.
/// </remarks>
[JsonConverter(typeof(ReportTimeConverter))]
public readonly record struct ReportTime : IComparable<ReportTime>
{
    public ReportTime(DateOnly day) => Day = day;

    public ReportTime(DateTimeOffset moment) => (Day, Moment) = (DateOnly.FromDateTime(moment.DateTime), moment);

    public DateOnly Day { get; }

    /// <summary>Null where only the day is known.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>The moment, or noon UTC of the day.</summary>
    public DateTimeOffset SortKey => Moment ?? new DateTimeOffset(Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    public int CompareTo(ReportTime other) => SortKey.UtcDateTime.CompareTo(other.SortKey.UtcDateTime);

    public static bool operator <(ReportTime left, ReportTime right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportTime left, ReportTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportTime left, ReportTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportTime left, ReportTime right) => left.CompareTo(right) >= 0;

    public override string ToString() =>
        Moment is { } moment
            ? moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO 8601 date or date-time; a date-time without offset is taken as UTC.</summary>
    public static bool TryParse(string? text, out ReportTime time)
    {
        text = text?.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            time = new ReportTime(day);
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
