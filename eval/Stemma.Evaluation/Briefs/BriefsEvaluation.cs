using System.Collections.Immutable;
using Stemma.Briefs;
using Stemma.Weighing;

namespace Stemma.Evaluation.Briefs;

/// <summary>Reads briefs as a strict sub-editor would: is each point sourced, in the reports' own words, told once, and whole?</summary>
/// <remarks>
/// Needs no gold, so it can be asked of any coverage. Duplicates are looked for over news, facts, unknowns and what to watch together, and within
/// the disputes, which lay a fact beside what speaks against it; the number names a fact again by its nature. "Who is who" has names, not sentences.
/// </remarks>
public sealed class BriefsEvaluation
{
    public static readonly EvaluationTask Task = new("briefs", "Briefs: points without evidence, not standing in it, told twice, broken off. Needs no gold.");

    private readonly Analyst analyst = new();

    /// <summary>How many stories are taken of each stream; at least 1.</summary>
    public int Stories { get; init; } = 20;

    /// <summary>How many reports or stories are worked on at once; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="FileNotFoundException">A path is not there.</exception>
    public BriefsScore Run(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        int briefs = 0, points = 0;
        List<(BriefFault, string)> faults = [];
        foreach (BriefStory set in paths.SelectMany(path => BriefStory.Find(path, Stories, cancellation)))
        {
            Picture picture = analyst.Analyse(set.Reports, [], new AnalysisOptions { Threads = Threads }, cancellation);
            foreach (Story story in picture.Stories)
            {
                briefs++;
                points += Read(set.Name, story, faults);
            }
        }

        return new BriefsScore(briefs, points, [.. faults]);
    }

    private static int Read(string name, Story story, List<(BriefFault, string)> faults)
    {
        Brief brief = story.Brief;
        ImmutableArray<Point> told = [.. brief.NewsPeg, .. brief.KeyFacts, .. brief.Unknown, .. brief.Watch];
        ImmutableArray<Point> sentences = [.. told, .. brief.Disputed, .. brief.BigNumber is { } number ? [number] : ImmutableArray<Point>.Empty];
        ImmutableArray<string> names =
        [
            .. story.Assertions.SelectMany(a => a.Attribution).Select(s => s.Name),
            .. story.Reports.Select(r => r.Outlet).OfType<string>(),
        ];
        ImmutableArray<Point> all = [.. sentences, .. brief.Who];
        foreach (Point point in all)
        {
            if (point.Evidence.IsEmpty)
                faults.Add((BriefFault.WithoutEvidence, $"[{name}] {point.Text}"));
            else if (PointChecks.Missing(point, names) is { IsEmpty: false } missing)
                faults.Add((BriefFault.NotInEvidence, $"[{name}] {string.Join(", ", missing)}: {point.Text}"));
        }

        foreach (Point point in sentences)
        {
            if (PointChecks.Broken(point.Text) is { } reason)
                faults.Add((BriefFault.BrokenOff, $"[{name}] {reason}: {point.Text}"));
        }

        Repeated(name, told, faults);
        Repeated(name, brief.Disputed, faults);
        return all.Length;
    }

    private static void Repeated(string name, ImmutableArray<Point> points, List<(BriefFault, string)> faults)
    {
        for (int i = 1; i < points.Length; i++)
        {
            if (points.Take(i).FirstOrDefault(p => PointChecks.SayTheSame(p.Text, points[i].Text)) is { } earlier)
                faults.Add((BriefFault.Duplicate, $"[{name}] {points[i].Text} | {earlier.Text}"));
        }
    }
}
