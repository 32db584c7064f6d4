using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Times;

namespace Stemma.Weighing;

/// <summary>Weighs one story: days, lineage, claims, differences, timeline, brief, in this order.</summary>
/// <remarks>A pure function of the reports, whatever order they are given in. Safe to call from many threads at once.</remarks>
public sealed class StoryAnalyst
{
    private readonly PublicationDating dating = new();
    private readonly TimeResolver resolver = new();
    private readonly LineageTracer lineages = new();
    private readonly ClaimBuilder claimBuilder = new();
    private readonly DifferenceFinder differenceFinder = new();
    private readonly TimelineBuilder timelines = new();
    private readonly BriefWriter briefs = new();

    /// <summary>The stages whose versions a story depends on, beside those of reading.</summary>
    public ImmutableArray<StageId> Stages => [lineages.Id, claimBuilder.Id, differenceFinder.Id, briefs.Id];

    /// <param name="id">The story's stable id.</param>
    /// <param name="members">Its reports, at least one, each with a different id.</param>
    /// <returns>Null where <see cref="AnalysisOptions.AsOf"/> leaves no report.</returns>
    public Story? Analyse(string id, ImmutableArray<(Report Report, Annotation Annotation)> members, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CorrectionSet corrections = options.Corrections;
        if (!corrections.IsEmpty)
            members = [.. members.Select(m => AnnotationCorrector.Apply(m, corrections))];

        // 1. Days: an undated report is settled with its peers, and every "Monday" in it with it.
        ImmutableArray<Report> settled = dating.Settle([.. members.OrderBy(m => m.Report.Input, StringComparer.Ordinal)]);
        Dictionary<string, Annotation> annotations = members.ToDictionary(m => m.Report.Id, m => m.Annotation, StringComparer.Ordinal);
        ImmutableArray<DatedReport> reports = [.. settled
            .Where(r => !options.LeavesOut(r.Published))
            .OrderBy(r => r.Published is null)
            .ThenBy(r => r.Published ?? default)
            .ThenBy(r => r.Input, StringComparer.Ordinal)
            .Select(options.AsItStood)
            .Select(r => new DatedReport(r, annotations[r.Id], resolver.Resolve(annotations[r.Id].Times, r.Published is { } p ? DatelineClock.DayOf(p, r.Dateline?.Place) : null)))];

        if (reports.IsEmpty)
            return null;
        reports = StoryKinds.Settle(reports);

        // 2. Who rests on whom, 3. what is claimed and from where, 4. where they differ, 5. what to tell.
        ImmutableArray<Derivation> lineage = lineages.Trace(reports);
        ImmutableArray<DatedReport> counted = StoryCorrector.InFamilies(reports, corrections);
        ClaimSet claims = ClaimCorrector.Apply(claimBuilder.Build(counted, lineage), counted, lineage, corrections);
        claims = claims with { Origins = UnseenItems.Add(claims.Origins, lineage) };
        // The brief waits for the differences; the timeline and the lists wait for neither.
        ImmutableArray<Difference> differences = [];
        Brief? brief = null;
        Story? listed = null;
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads },
            () =>
            {
                differences = differenceFinder.Find(reports, claims, lineage, counted);
                brief = briefs.Write(reports, claims, lineage, differences);
            },
            () => listed = Listed(id, reports, claims, lineage));
        Story story = StoryCorrector.Finish(listed! with { Title = brief!.Headline, Differences = differences, Brief = brief }, corrections);
        return options.Since is { } since
            ? story with { Changes = ChangeFinder.Find(Analyse(id, members, options with { AsOf = since, Since = null }), story) }
            : story;
    }

    /// <summary>The story with all that needs no brief.</summary>
    private Story Listed(string id, ImmutableArray<DatedReport> reports, ClaimSet claims, ImmutableArray<Derivation> lineage)
    {
        ImmutableArray<TimelineEntry> timeline = timelines.Build(reports, claims);
        (DateOnly? From, DateOnly? To) stretch = TimelineBuilder.Stretch(reports, timeline);
        return new Story
        {
            Id = id,
            Title = "",
            From = stretch.From,
            To = stretch.To,
            Reports = [.. reports.Select(r => r.Report)],
            Assertions = claims.Assertions,
            Claims = claims.Claims,
            Quotes = StoryIndex.Quotes(reports),
            Times = StoryIndex.Times(reports),
            Quantities = StoryIndex.Quantities(reports),
            Entities = StoryIndex.Entities(reports),
            Origins = claims.Origins,
            Lineage = lineage,
            Differences = [],
            Timeline = timeline,
            Brief = Brief.Empty,
        };
    }
}
