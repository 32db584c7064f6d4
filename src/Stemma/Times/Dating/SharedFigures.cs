using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Quantities;
using Stemma.Reports;

namespace Stemma.Times;

/// <summary>Dates a report by the dated peers whose figures it repeats: a toll, a length, a price belong to one day's news.</summary>
/// <remarks>Misses a late report that repeats early figures; the weekday words must hold it then.</remarks>
internal static class SharedFigures
{
    /// <summary>Fewer figures than these may agree by chance.</summary>
    private const int FewestFigures = 3;

    /// <summary>The best peer must share this much of the report's figures.</summary>
    private const double LeastShare = 0.5;

    public static DayClue.Echo? Read(Annotation annotation, ImmutableArray<(Report Report, Annotation Annotation)> dated)
    {
        HashSet<(string?, double?)> own = Figures(annotation);
        if (own.Count < FewestFigures)
            return null;
        Dictionary<DateOnly, double> shares = [];
        foreach ((Report report, Annotation peer) in dated)
        {
            DateOnly day = report.Published!.Value.Day;
            double share = (double)Figures(peer).Count(own.Contains) / own.Count;
            shares[day] = Math.Max(share, shares.GetValueOrDefault(day));
        }

        return shares.Values.DefaultIfEmpty(0).Max() >= LeastShare ? new DayClue.Echo([.. shares.Select(s => (s.Key, s.Value)).Order()]) : null;
    }

    private static HashSet<(string? Unit, double? Low)> Figures(Annotation annotation) =>
        [.. annotation.Quantities.Where(q => q.Low is not null && !q.IsVague).Select((QuantityMention q) => (q.Unit, q.Low))];
}
