using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Evaluation.Cases;
using Stemma.Evaluation.Lineage;
using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Evaluation.Distortions;

/// <summary>Alters one detail of true statements in copies of their reports, and counts how often the engine takes a copy for another voice that says the same.</summary>
/// <remarks>
/// Only one copy is put into a story at a time, and only that story is weighed. Statements of reports that the gold calls altered, and those that a difference
/// or a status speaks against, are left out. The same statements in unaltered copies show that the engine does see a copy's words as the same.
/// </remarks>
public sealed class DistortionEvaluation
{
    public static readonly EvaluationTask Task = new("distortions", "True statements altered in number, polarity, name, place, date or status: how many a copy's altered words still support.");

    private readonly ReportReader reader = new();
    private readonly Annotator annotator = new();

    /// <summary>Another seed takes other statements and alters them otherwise.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many statements are altered, if the stories have so many.</summary>
    public int Statements { get; init; } = 200;

    /// <summary>How many copies are tried at once; at least 1. The result is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <param name="directories">Folders as <see cref="CaseEvaluation.Run"/> takes them.</param>
    /// <param name="samples">Where the reports of separate gold files stand; null: in <c>samples</c> two folders up.</param>
    /// <exception cref="InvalidDataException">The folders hold no statement that can be altered.</exception>
    public DistortionReport Run(IReadOnlyList<string> directories, string? samples, CancellationToken cancellation)
    {
        EvaluationCase[] cases = [.. directories.SelectMany(d => EvaluationCase.Find(d, samples))];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation };
        StoryBench[] benches = new StoryBench[cases.Length];
        Parallel.For(0, cases.Length, parallel, i => benches[i] = StoryBench.Read(cases[i], reader, annotator, cancellation));

        (TrueStatement Statement, Distortion Distortion)[] drawn = [.. Draw(benches)];
        if (drawn.Length == 0)
            throw new InvalidDataException($"{string.Join(", ", directories)}: no statement of a story that can be altered.");
        DistortionTrial[] trials = new DistortionTrial[drawn.Length];
        Parallel.For(0, drawn.Length, parallel, i => trials[i] = Try(drawn[i].Statement, drawn[i].Distortion));
        return new DistortionReport(
            benches.Length,
            [.. Enum.GetValues<DistortionKind>().Select(kind => Tally(kind, [.. trials.Where(t => t.Distortion.Kind == kind)]))],
            [.. trials.Where(t => t.Outcome is DistortionOutcome.Support).Select(t => t.ToString())]);
    }

    private DistortionTrial Try(TrueStatement statement, Distortion distortion)
    {
        string body = statement.Annotation.Language.Text;
        Distortion nothing = distortion with { Becomes = distortion.At.In(body).ToString() };
        return new DistortionTrial(
            statement,
            distortion,
            statement.Bench.Try(statement, annotator.Annotate(distortion.Apply(body)), distortion.Place, nothing.Place),
            statement.Bench.Try(statement, statement.Annotation, nothing.Place, nothing.Place));
    }

    /// <summary>Kinds by turns, and stories by turns within a kind; no statement twice.</summary>
    private IEnumerable<(TrueStatement Statement, Distortion Distortion)> Draw(StoryBench[] benches)
    {
        Chance chance = new(Seed);
        Queue<TrueStatement>[] queues = [.. benches.Select(b => new Queue<TrueStatement>(Shuffled(b.Statements, chance)))];
        Distorter[] distorters = [.. benches.Select(b => new Distorter([.. b.NamesOf(EntityKind.Person)], [.. b.NamesOf(EntityKind.Place)]))];
        DistortionKind[] kinds = Enum.GetValues<DistortionKind>();
        int[] next = new int[kinds.Length];
        int drawn = 0, idle = 0;
        for (int turn = 0; drawn < Statements && idle < kinds.Length; turn++)
        {
            int kind = turn % kinds.Length;
            idle++;
            for (int tried = 0; tried < benches.Length; tried++)
            {
                int story = next[kind]++ % benches.Length;
                if (First(queues[story], distorters[story], kinds[kind], chance) is not { } found)
                    continue;
                yield return found;
                drawn++;
                idle = 0;
                break;
            }
        }
    }

    /// <summary>The first statement of the queue that has something of the kind; it leaves the queue, the others stay in order.</summary>
    private static (TrueStatement, Distortion)? First(Queue<TrueStatement> queue, Distorter distorter, DistortionKind kind, Chance chance)
    {
        (TrueStatement, Distortion)? found = null;
        for (int left = queue.Count; left > 0; left--)
        {
            TrueStatement statement = queue.Dequeue();
            if (found is null && distorter.Alter(kind, statement.Annotation, statement.At, chance) is { } distortion)
                found = (statement, distortion);
            else
                queue.Enqueue(statement);
        }

        return found;
    }

    private static TrueStatement[] Shuffled(ImmutableArray<TrueStatement> statements, Chance chance)
    {
        TrueStatement[] shuffled = [.. statements];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = chance.Next(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    private static DistortionTally Tally(DistortionKind kind, DistortionTrial[] trials) => new(
        kind,
        trials.Length,
        trials.Count(t => t.Outcome is DistortionOutcome.Support),
        trials.Count(t => t.Outcome is DistortionOutcome.NotRead),
        trials.Count(t => t.Unaltered is DistortionOutcome.Support));
}
