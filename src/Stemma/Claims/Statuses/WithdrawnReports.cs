using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Which assertions of a story have been taken back, by which report, and when.</summary>
/// <remarks>
/// When is told in moments: 2i is the publication of report i; 2i + 1 lies behind it and before that of the next, where an item may be cancelled without any new report.
/// </remarks>
internal sealed class WithdrawnReports
{
    private readonly ImmutableArray<DatedReport> reports;
    private readonly FrozenDictionary<int, int> by;
    private readonly FrozenDictionary<Draft, int> retracted;
    private readonly FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins;

    /// <summary>Where the information of cancelled items came from.</summary>
    private readonly FrozenSet<OriginDraft> gone;

    /// <summary>Reports that rest on a cancelled item in any way, by index.</summary>
    private readonly FrozenDictionary<int, int> resting;

    /// <param name="reports">Oldest first.</param>
    /// <param name="retracted">Single statements put right or taken back, with the index of the report that does so.</param>
    /// <param name="by">Index of each report taken back, with the index of the report that does so: itself, where its item was cancelled.</param>
    public WithdrawnReports(
        ImmutableArray<DatedReport> reports, FrozenDictionary<int, int> by, FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins, StoryContext context, ImmutableArray<Derivation> lineage,
        FrozenDictionary<Draft, int> retracted)
    {
        (this.reports, this.by, this.origins, this.retracted) = (reports, by, origins, retracted);
        gone = origins.Where(o => by.TryGetValue(o.Key.Report, out int at) && at == o.Key.Report).SelectMany(o => o.Value).ToFrozenSet();
        Dictionary<int, int> rests = [];
        foreach (Derivation derivation in lineage)
        {
            (int from, int to) = (context.IndexOf(derivation.From), context.IndexOf(derivation.To));
            if (from >= 0 && to >= 0 && IsCancelled(to))
                rests.TryAdd(from, to);
        }

        resting = rests.ToFrozenDictionary();
    }

    /// <returns>The index of the report that takes the assertion back; null: it stands.</returns>
    public int? By(Draft draft)
    {
        if (retracted.TryGetValue(draft, out int corrected))
            return corrected;
        // What is taken from a cancelled item stands as little as the item: be it all of a copy, or a sentence that names it.
        if (!by.TryGetValue(draft.Report, out int at))
            return resting.TryGetValue(draft.Report, out int to) && origins[draft].All(gone.Contains) ? to : null;
        // Who rests on a cancelled item may have asked somebody himself: that stands, as long as the item did not have it from there too.
        bool own = IsCancelled(at) && at != draft.Report && !draft.Chain.IsEmpty && !origins[draft].Any(gone.Contains);
        return own ? null : at;
    }

    /// <summary>The moment from which on the assertion is taken back; null: it stands.</summary>
    public int? Since(Draft draft) => By(draft) is not { } at ? null : IsCancelled(at) ? Cancellation(at) : 2 * at;

    /// <summary>What happens at a moment: which report tells it, and the time.</summary>
    public (Report Report, ReportTime? Time) At(int moment)
    {
        if (moment % 2 == 0)
            return (reports[moment / 2].Report, reports[moment / 2].Report.Published);
        Report cancelled = reports[Enumerable.Range(0, reports.Length).First(i => IsCancelled(i) && Cancellation(i) == moment)].Report;
        return (cancelled, cancelled.Updated ?? cancelled.Published);
    }

    /// <summary>Whether it stands in an item that its carrier has cancelled, or in a copy of one: nothing is supported by it any more.</summary>
    public bool IsCancelled(Draft draft) => By(draft) is { } at && IsCancelled(at);

    /// <summary>Whether a report is an item that was cancelled, rather than a notice that takes others back.</summary>
    public bool IsCancelled(int report) => reports[report].Report.Status is ReportStatus.Withdrawn;

    private int Cancellation(int report)
    {
        int last = report;
        while (reports[report].Report.Updated is { } cancelled && last + 1 < reports.Length && reports[last + 1].Report.Published <= cancelled)
            last++;
        return 2 * last + 1;
    }
}
