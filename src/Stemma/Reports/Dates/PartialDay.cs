namespace Stemma.Reports;

/// <summary>A day stated without its year: the "March 9" of a dateline. Its year is settled by weighing, from the peers.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, possible in that month of some year.</param>
/// <param name="Weekday">Where stated.</param>
public readonly record struct PartialDay(int Month, int Day, DayOfWeek? Weekday);
