using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Annotations;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Evaluation.Lineage;

/// <summary>Measures lineage on families that are made, with a fixed seed, from the real reports of a corpus.</summary>
public sealed class LineageEvaluation
{
    public static readonly EvaluationTask Task = new("lineage", "Who rests on whom, in families of known lineage that are made from the reports of DATA.");

    private readonly ReportReader reader = new();
    private readonly Annotator annotator = new();
    private readonly LineageTracer tracer = new();

    public ulong Seed { get; init; } = 1;

    public int Families { get; init; } = 100;

    public int Threads { get; init; } = 1;

    /// <summary>Where to write the families as JSON Lines that every command reads; or null.</summary>
    public TextWriter? Made { get; init; }

    /// <param name="path">JSON Lines, gzipped or not: <c>text</c> and, if there, <c>id</c>, <c>outlet</c> or <c>publisher</c>, <c>published</c> or <c>date</c>, <c>story_id</c>.</param>
    /// <param name="misses">Where to list what was missed and what is wrong; or null.</param>
    /// <exception cref="JsonException">A line is no JSON object.</exception>
    /// <exception cref="InvalidDataException">The data hold no two reports of which a family could be made.</exception>
    public LineageScore Run(string path, TextWriter? misses, CancellationToken cancellation)
    {
        IReadOnlyList<SourceText> texts = SourceText.Read(path);
        Chance chance = new(Seed);
        FamilyMaker maker = new(texts, chance);
        List<IReadOnlyList<FamilyMember>> families = [];
        foreach (SourceText root in Shuffled(texts, chance))
        {
            cancellation.ThrowIfCancellationRequested();
            if (families.Count == Families)
                break;
            if (maker.Make(root) is { Count: > 0 } family)
                families.Add(family);
        }

        if (families.Count == 0)
            throw new InvalidDataException($"{path} holds no two reports of one event, of at least 120 words each, of which a family could be made.");
        foreach (FamilyMember member in Made is null ? [] : families.SelectMany(f => f))
            Made!.WriteLine(member.ToJson());
        FamilyResult[] results = new FamilyResult[families.Count];
        Parallel.For(0, families.Count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, i => results[i] = Trace(families[i]));
        if (misses is not null)
        {
            foreach (string line in results.SelectMany(r => r.Misses))
                misses.WriteLine(line);
        }

        return new LineageScore(
            families.Count,
            families.Sum(f => f.Count),
            [.. results.SelectMany(r => r.Edges).GroupBy(e => e.Making).OrderBy(g => g.Key).Select(g => new LineageTally(
                g.Key.ToString(), g.Count(), g.Count(e => e.Linked), g.Count(e => e.Right), g.Count(e => e.AsText), g.Average(e => e.Kept)))],
            results.Sum(r => r.Found),
            results.Sum(r => r.FoundRight),
            results.Sum(r => r.IndependentPairs),
            results.Sum(r => r.FalseCopies));
    }

    private FamilyResult Trace(IReadOnlyList<FamilyMember> family)
    {
        ImmutableArray<DatedReport> reports = [.. family.Select(m => reader.Read(m.Raw) with { Id = m.Id }).Select(r => new DatedReport(r, annotator.Annotate(r.Body), []))];
        return FamilyResult.Of(family, tracer.Trace(reports));
    }

    private static SourceText[] Shuffled(IReadOnlyList<SourceText> texts, Chance chance)
    {
        SourceText[] shuffled = [.. texts];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = chance.Next(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
