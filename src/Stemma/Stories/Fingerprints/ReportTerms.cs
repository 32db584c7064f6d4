using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>What grouping has to know of a report: its terms and where they stand, its quotations, its headline, its time.</summary>
/// <remarks>
/// A pure function of the report, so that it can be read on any thread and ahead of time; what the terms weigh depends on the stories at hand and is settled
/// when <see cref="StoryGrouper.Add(ReportTerms)"/> is called, which alone needs an order.
/// </remarks>
public sealed class ReportTerms
{
    private ReportTerms(string report, ImmutableArray<CountedTerm> terms, ImmutableArray<ulong> quotes, DateTimeOffset? published, HeadlineShape headline) =>
        (Report, Terms, Quotes, Published, Headline) = (report, terms, quotes, published, headline);

    /// <summary>Id of the report.</summary>
    public string Report { get; }

    /// <summary>By <see cref="CountedTerm.Id"/>, each once.</summary>
    internal ImmutableArray<CountedTerm> Terms { get; }

    /// <inheritdoc cref="Fingerprint.Quotes"/>
    internal ImmutableArray<ulong> Quotes { get; }

    internal DateTimeOffset? Published { get; }

    internal HeadlineShape Headline { get; }

    public static ReportTerms Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<CountedTerm> terms = [.. TermReader.Read(report).Select(CountedTerm.Of)];
        terms.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return new ReportTerms(
            report.Id,
            [.. terms],
            QuotedWords.Read(report.Body),
            report.Published?.SortKey,
            HeadlineShape.Of(report.Headline));
    }
}
