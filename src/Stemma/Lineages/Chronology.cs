using Stemma.Reports;

namespace Stemma.Lineages;

/// <summary>Which of two reports can rest on the other, by their times.</summary>
internal static class Chronology
{
    /// <summary>Below zero: the first is earlier; above: later; 0: the times do not tell (the same day without hours, or none).</summary>
    public static int Compare(Report a, Report b)
    {
        if (a.Published is not { } x || b.Published is not { } y)
            return 0;
        if (x.Moment is not null && y.Moment is not null)
            return x.CompareTo(y);
        return x.Day.CompareTo(y.Day);
    }
}
