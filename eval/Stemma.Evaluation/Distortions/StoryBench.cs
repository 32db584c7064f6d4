using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Evaluation.Cases;
using Stemma.Intake;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Evaluation.Distortions;

/// <summary>A case's reports, read once, into which copies are put one at a time.</summary>
internal sealed class StoryBench
{
    /// <summary>A statement of fewer words has hardly a detail that could be told from another.</summary>
    private const int FewestWords = 5;

    /// <summary>Invented, so that no name tells that the copy belongs to one of the story's outlets.</summary>
    private const string CopyingOutlet = "Marlpit Sentinel";

    private readonly StoryAnalyst analyst = new();

    private StoryBench(string name, ImmutableArray<(Report Report, Annotation Annotation)> members) => (Name, Members) = (name, members);

    public string Name { get; }

    public ImmutableArray<(Report Report, Annotation Annotation)> Members { get; }

    public ImmutableArray<TrueStatement> Statements { get; private set; } = [];

    public IEnumerable<string> NamesOf(EntityKind kind) =>
        Members.SelectMany(m => m.Annotation.Language.Entities).Where(e => e.Kind == kind).Select(e => e.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static StoryBench Read(EvaluationCase evaluationCase, ReportReader reader, Annotator annotator, CancellationToken cancellation)
    {
        ImmutableArray<Report> reports = ReportIds.MakeUnique([.. new InputReader().Read([.. evaluationCase.Inputs], cancellation).Reports.Select(reader.Read).Where(r => r.IsReadable)]);
        StoryBench bench = new(evaluationCase.Name, [.. reports.Select(r => (r, annotator.Annotate(r.Body)))]);
        bench.Statements = bench.TrueOnes([.. evaluationCase.Gold().Items("distortions").Select(d => d.Text("file") ?? "")]);
        return bench;
    }

    /// <summary>Whether the story, with the copy put in, counts what the copy says at a place as support of the statement.</summary>
    /// <param name="copied">The copy's body, analysed.</param>
    /// <param name="place">Where the copy says it.</param>
    /// <param name="original">The same place in the statement's own report.</param>
    public DistortionOutcome Try(TrueStatement statement, Annotation copied, TextSpan place, TextSpan original)
    {
        Report source = Members[statement.Report].Report;
        Report copy = source with
        {
            Id = "altered-copy",
            Input = source.Input + "-copy",
            Outlet = CopyingOutlet,
            Url = null,
            Authors = [],
            Body = copied.Language.Text,
            Published = source.Published is { Moment: { } moment } ? new ReportTime(moment.AddHours(3)) : source.Published,
        };
        Story story = analyst.Analyse(Name, Members.Add((copy, copied)), new AnalysisOptions())!;
        HashSet<string> wrong = Ids(story, copy.Id, place), right = Ids(story, source.Id, original);
        if (wrong.Count == 0)
            return DistortionOutcome.NotRead;
        if (!story.Claims.Any(c => c.Assertions.Any(wrong.Contains) && c.Assertions.Any(right.Contains)))
            return DistortionOutcome.Apart;
        return story.Differences.Any(d => d.Verdict is Verdict.Conflict or Verdict.Superseded && Parts(d, wrong, right)) ? DistortionOutcome.Apart : DistortionOutcome.Support;
    }

    private static HashSet<string> Ids(Story story, string report, TextSpan place) =>
        [.. story.Assertions.Where(a => a.Report == report && a.At.Span.Overlaps(place)).Select(a => a.Id)];

    private static bool Parts(Difference difference, HashSet<string> wrong, HashSet<string> right) =>
        difference.Positions.Any(p => p.Assertions.Any(wrong.Contains) && difference.Positions.Any(o => o != p && o.Assertions.Any(right.Contains)));

    /// <param name="distorted">Reports that the gold knows to be altered copies already.</param>
    private ImmutableArray<TrueStatement> TrueOnes(string[] distorted)
    {
        Story story = analyst.Analyse(Name, Members, new AnalysisOptions())!;
        HashSet<string> differing = [.. story.Differences.Where(d => d.Verdict is not Verdict.Compatible).SelectMany(d => d.Positions).SelectMany(p => p.Assertions)];
        Dictionary<string, Claim> claims = story.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. Members.SelectMany((member, i) => distorted.Any(d => Wording.Key(member.Report.Input) == Wording.Key(d)) ? [] : story.Assertions
            .Where(a => a.Report == member.Report.Id && !differing.Contains(a.Id) && a.At.Quote.Split(' ').Length >= FewestWords)
            .Where(a => claims[a.Claim] is { Kind: not ClaimKind.Opinion, Status: not ClaimStatus.Disputed and not ClaimStatus.Denied and not ClaimStatus.Withdrawn })
            .Select(a => new TrueStatement(this, i, a.At.Span)))];
    }
}
