using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Weighing;

/// <summary>The whole way for a set of reports that is at hand at once: read, annotate, group, weigh.</summary>
/// <remarks>The same picture for any number of threads: reading runs in parallel by report and weighing by story, grouping in order.</remarks>
public sealed class Analyst
{
    private readonly ReportReader reader = new();
    private readonly Annotator annotator = new();
    private readonly StoryAnalyst storyAnalyst = new();

    /// <param name="raw">The reports in order of input.</param>
    /// <param name="rejected">Inputs that intake could not read.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public Picture Analyse(ImmutableArray<RawReport> raw, ImmutableArray<Rejection> rejected, AnalysisOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        var read = new (Report Report, Annotation Annotation)[raw.Length];
        Parallel.For(0, raw.Length, parallel, i =>
        {
            Report report = Dated(reader.Read(raw[i]), options);
            read[i] = (report, annotator.Annotate(report.IsReadable ? report.Body : ""));
        });

        ImmutableArray<Report> named = ReportIds.MakeUnique([.. read.Select(r => r.Report)]);
        for (int i = 0; i < read.Length; i++)
            read[i].Report = named[i];

        // A later report can show that two stories are one, or one is two; what counts is where a report is in the end.
        StoryGrouper grouper = new();
        Assignments assignments = new();
        ReportTerms[] terms = new ReportTerms[named.Length];
        Parallel.For(0, named.Length, parallel, i => terms[i] = ReportTerms.Read(named[i]));
        foreach (ReportTerms report in terms)
            assignments.Apply(report.Report, grouper.Add(report));

        HashSet<string> atHand = [.. named.Select(r => r.Id)];
        StoryRegrouping regrouping = new(options.Corrections, report => atHand.Contains(report) ? assignments.StoryOf(report) : null);
        List<(string Story, List<(Report, Annotation)> Members)> groups = [];
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        foreach ((Report report, Annotation annotation) in read)
        {
            string story = regrouping.StoryOf(report.Id, assignments.StoryOf(report.Id));
            if (!index.TryGetValue(story, out int at))
            {
                index.Add(story, at = groups.Count);
                groups.Add((story, []));
            }

            groups[at].Members.Add((report, annotation));
        }

        Story?[] stories = new Story?[groups.Count];
        Parallel.For(0, groups.Count, parallel, i => stories[i] = storyAnalyst.Analyse(groups[i].Story, [.. groups[i].Members], options));
        return new Picture(
            Picture.FormVersion,
            [.. stories.OfType<Story>().Where(s => !s.IsRejected).OrderByDescending(s => s.Reports.Length).ThenBy(s => s.Reports[0].Published?.SortKey).ThenBy(s => s.Id, StringComparer.Ordinal)],
            rejected);
    }

    private static Report Dated(Report report, AnalysisOptions options) =>
        report.Published is null && options.Published is { } given
            ? report with { Published = given, PublishedBasis = PublishedBasis.Metadata }
            : report;
}
