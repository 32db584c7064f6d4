using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Claims;

namespace Stemma.Evaluation.Coreference;

/// <summary>Measures which marked places are told to mean the same event across reports, on ECB+.</summary>
/// <remarks>
/// Gold mentions of the validated sentences, mentions alone kept, one score over all sets together, as the literature does (Barhom et al. 2019). Sets are whole
/// topics (two stories of like events each), or single stories, which is what a perfect grouping of reports would hand on.
/// </remarks>
public sealed class CoreferenceEvaluation
{
    public static readonly EvaluationTask Task = new("coreference", "Same event across reports: MUC, B3, CEAFe and CoNLL F1 on ECB+ with gold mentions, the same-lemma baseline beside it.");

    private readonly Annotator annotator = new();

    /// <summary><c>dev</c>, <c>train</c>, or null for all.</summary>
    public string? Split { get; init; } = "dev";

    /// <summary>How many reports are read at once; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="InvalidDataException">The data hold no report of the split, or words and text do not agree.</exception>
    public CoreferenceReport Run(string path, CancellationToken cancellation)
    {
        IReadOnlyList<(EcbReport Report, Annotation Annotation)> reports = Read(path, cancellation);
        EventLinker linker = new();
        return new CoreferenceReport(
            reports.Count,
            reports.Sum(r => r.Report.Mentions.Length),
            [.. new (string, Func<EcbReport, string>)[] { ("topics", r => r.Topic), ("stories", r => r.Story) }
                .Select(level => Score(level.Item1, EcbSet.Of(reports, level.Item2), linker, cancellation))]);
    }

    /// <summary>The split's reports, read by the engine.</summary>
    internal IReadOnlyList<(EcbReport Report, Annotation Annotation)> Read(string path, CancellationToken cancellation)
    {
        EcbReport[] reports = [.. EcbReport.Read(path).Where(r => Split is null || r.Split == Split)];
        if (reports.Length == 0)
            throw new InvalidDataException($"{path} holds no report of the split '{Split}'.");
        Annotation[] annotations = new Annotation[reports.Length];
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, i => annotations[i] = annotator.Annotate(reports[i].Text));
        return [.. reports.Zip(annotations)];
    }

    private static CoreferenceLevel Score(string name, ImmutableArray<EcbSet> sets, EventLinker linker, CancellationToken cancellation)
    {
        List<(string, string)> lemma = [], ours = [];
        foreach (EcbSet set in sets)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] events = linker.Link(set.Annotations, set.Triggers);
            for (int i = 0; i < events.Length; i++)
            {
                lemma.Add((set.Events[i], set.Name + "/" + set.LemmaOf(i)));
                ours.Add((set.Events[i], $"{set.Name}/{events[i]}"));
            }
        }

        return new CoreferenceLevel(name, sets.Length, CoreferenceScorer.Score([.. lemma]), CoreferenceScorer.Score([.. ours]));
    }
}
