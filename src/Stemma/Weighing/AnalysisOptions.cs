using Stemma.Reports;

namespace Stemma.Weighing;

/// <summary>What a caller may say about one analysis.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Publication time of reports that state none; null works it out where it can be.</summary>
    public ReportTime? Published { get; init; }

    /// <summary>Reports published later are left out; a day includes the whole day. Null: none is. Reports whose time stays unknown are kept.</summary>
    public ReportTime? AsOf { get; init; }

    /// <summary>The time to tell changes since; null tells none.</summary>
    public ReportTime? Since { get; init; }

    /// <summary>What a person corrected; honoured wherever it concerns the reports at hand.</summary>
    public CorrectionSet Corrections { get; init; } = CorrectionSet.Empty;

    /// <summary>How many reports are read, or stories weighed, at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The report as it stood at <see cref="AsOf"/>: an item that was cancelled later was not yet.</summary>
    internal Report AsItStood(Report report) =>
        report.Status is ReportStatus.Withdrawn && report.Updated is { } cancelled && LeavesOut(cancelled) ? report with { Status = ReportStatus.Standing, Updated = null } : report;

    /// <summary>Whether a report published then is left out.</summary>
    internal bool LeavesOut(ReportTime? published) =>
        AsOf is { } limit && published is { } time
        && (limit.Moment is null || time.Moment is null ? time.Day > limit.Day : time > limit);
}
