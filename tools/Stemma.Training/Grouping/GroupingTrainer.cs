using System.Collections.Immutable;
using System.Globalization;
using Stemma.Evaluation.Grouping;
using Stemma.Stories;

namespace Stemma.Training.Grouping;

/// <summary>Trains <see cref="GroupingWeights.Bonds"/> and <see cref="GroupingWeights.PairBonds"/>, tunes the thresholds, and tells how both do on topics left out.</summary>
/// <param name="weights">What each set counts, then what its copy with times drawn apart counts; 0: none is made.</param>
/// <param name="tune">Whether thresholds are tuned and topics left out too, which takes most of the time.</param>
internal sealed class GroupingTrainer(double[] weights, bool tune, bool timeOnly)
{
    private const int Folds = 4;

    /// <summary>How often it looks at what the weights so far would meet.</summary>
    private const int Turns = 3;

    /// <param name="paths">As <see cref="StreamSet.Read"/> takes them; topics are left out of all.</param>
    /// <param name="unseen">Is only measured.</param>
    public void Run(double penalty, string[] paths, string[] unseen)
    {
        StreamSet[] plain = [.. paths.Select(StreamSet.Read)];
        StreamSet[] sets = [.. plain, .. plain.Select(s => s.Long(7))];
        StreamSet[] shown = [.. plain, .. plain.Select(s => s.Long(1)), .. unseen.Select(StreamSet.Read)];
        Print("as it is", shown, GroupingWeights.Default);

        GroupingWeights all = Train(sets, penalty);
        Print("trained", shown, all);
        Console.WriteLine("Bonds: " + Join(all.Bonds));
        Console.WriteLine("PairBonds: " + Join(all.PairBonds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Join {all.Join} JoinAlone {all.JoinAlone} Leave {all.Leave} Split {all.Split} Merge {all.Merge}"));
        for (int k = 0; k < Bond.Names.Length; k++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Bond.Names[k],-28} {all.Bonds[k],7:0.00} {all.PairBonds[k],7:0.00}"));
        if (timeOnly)
            PrintMixed(shown, all);
        if (!tune)
            return;

        // Left out by topic, so that nothing of a template is known.
        GroupingScore[][] scores = new GroupingScore[Folds][];
        for (int f = 0; f < Folds; f++)
        {
            GroupingWeights trained = Train([.. sets.Select(s => s.Where(t => Fold(t) != f))], penalty);
            scores[f] = [.. shown.Select(s => s.Where(t => Fold(t) == f).Score(trained))];
        }

        for (int s = 0; s < 2 * plain.Length; s++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out  {shown[s].Name}: BCubed F1 {scores.Average(f => f[s].F1):0.000}; as it is on the same parts {Enumerable.Range(0, Folds).Average(f => shown[s].Where(t => Fold(t) == f).Score(GroupingWeights.Default).F1):0.000}"));
    }

    /// <summary>Part of the way from the weights that run to those fitted, and what days apart cost more: the fit knows too few who only look alike.</summary>
    private static void PrintMixed(StreamSet[] shown, GroupingWeights fitted)
    {
        int daysApart = Bond.Names.IndexOf("days apart");
        foreach ((double part, double cost) in new[] { (0.3, 0.0), (0.3, 0.7), (0.6, 0.7) })
        {
            GroupingWeights tried = fitted with { Bonds = Mixed(GroupingWeights.Default.Bonds, fitted.Bonds), PairBonds = Mixed(GroupingWeights.Default.PairBonds, fitted.PairBonds) };
            Print(string.Create(CultureInfo.InvariantCulture, $"{part} of it, {cost} less"), shown, tried);

            ImmutableArray<double> Mixed(ImmutableArray<double> from, ImmutableArray<double> to) =>
                [.. to.Select((t, k) => (1 - part) * from[k] + part * t - (k == daysApart ? cost : 0))];
        }
    }

    /// <summary>What other thresholds of joining would reach with the weights as they are.</summary>
    public static void Thresholds(string[] paths)
    {
        StreamSet[] sets = [.. paths.Select(StreamSet.Read)];
        foreach ((double join, double alone) in new[] { (-0.25, 0), (-0.25, 0.5), (-0.4, 0.65), (-0.5, 0.75), (-0.5, 1) })
        {
            GroupingWeights tried = GroupingWeights.Default with { Join = join, JoinAlone = alone };
            Print(string.Create(CultureInfo.InvariantCulture, $"join from {join}, a single one from {join + alone}:"), sets, tried);
        }
    }

    private GroupingWeights Train(StreamSet[] sets, double penalty)
    {
        GroupingWeights trained = GroupingWeights.Default;
        StreamSet[][] disturbed = [.. sets.Select((s, i) => weights[i] == 0 ? [] : new[] { s, s.Disturbed(1, 0, 1), s.Disturbed(1, 0.33, 2) })];
        List<BondExample>[] known = new List<BondExample>[sets.Length];
        Parallel.For(0, sets.Length, s => known[s] = [.. disturbed[s].Skip(1).SelectMany((d, i) => BondExamples.Of(d, trained, i))]);
        for (int turn = 0; ; turn++)
        {
            List<BondExample> examples = [];
            for (int s = 0; s < sets.Length; s++)
            {
                foreach (bool pair in new[] { false, true })
                {
                    if (weights[s] == 0)
                        continue;
                    double sum = known[s].Where(e => e.IsPair == pair).Sum(e => e.Weight);
                    examples.AddRange(known[s].Where(e => e.IsPair == pair).Select(e => e with { Weight = e.Weight / sum * 4000 * weights[s] }));
                }
            }

            trained = trained with
            {
                Bonds = Fit(examples, false, penalty, timeOnly ? GroupingWeights.Default.Bonds : null),
                PairBonds = Fit(examples, true, penalty, timeOnly ? GroupingWeights.Default.PairBonds : null),
            };
            Console.Error.WriteLine($"turn {turn}: {examples.Count} examples");
            if (turn == Turns)
                return tune && !timeOnly ? Tune(sets, trained) : trained;
            GroupingWeights met = timeOnly ? trained : trained with { Join = 0, JoinAlone = 0 };
            Parallel.For(0, sets.Length, s => known[s].AddRange(disturbed[s].SelectMany(d => MetExamples.Of(d, met))));
        }
    }

    /// <param name="known">Weights of which only those of time are fitted anew; null: all are.</param>
    private static ImmutableArray<double> Fit(List<BondExample> examples, bool pair, double penalty, ImmutableArray<double>? known)
    {
        IEnumerable<BondExample> used = examples.Where(e => e.IsPair == pair);
        if (known is not { } stay)
            return [.. LogisticRegression.Fit([.. used.Select(e => (e.Bond, e.Same, e.Weight))], penalty)];
        ImmutableArray<int> free = Bond.OfTime;
        double[] fixedWeights = [.. Enumerable.Range(0, Bond.Names.Length).Select(k => k < stay.Length && !free.Contains(k) ? stay[k] : 0)];
        double[] fitted = LogisticRegression.FitOnTop(
            [.. used.Where(e => free.Any(k => e.Bond[k] != 0)).Select(e => (free.Select(k => e.Bond[k]).ToArray(), e.Bond.Zip(fixedWeights, (x, w) => x * w).Sum(), e.Same, e.Weight))], penalty);
        for (int i = 0; i < fitted.Length; i++)
            fixedWeights[free[i]] = fitted[i];
        return [.. fixedWeights];
    }

    /// <summary>Coordinate by coordinate, twice, for the mean of the sets, mostly BCubed F1.</summary>
    private GroupingWeights Tune(StreamSet[] sets, GroupingWeights start)
    {
        GroupingWeights best = start;
        double most = Mean(sets, best);
        for (int round = 0; round < 1; round++)
        {
            Try([-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5], v => best with { Join = v });
            Try([-0.5, 0, 0.25, 0.5, 1], v => best with { JoinAlone = v });
            Try([-4, -3, -2, -1.2, -0.5, 0], v => best with { Split = v });
            Try([-1, -0.5, 0, 0.5, 1, 1.5, 2.5], v => best with { Merge = v });
            Try([0.5, 1, 2, 3], v => best with { Leave = v });
        }

        return best;

        void Try(double[] values, Func<double, GroupingWeights> with)
        {
            GroupingWeights from = best;
            foreach (double value in values)
            {
                GroupingWeights tried = with(value);
                double mean = Mean(sets, tried);
                if (mean > most + 1e-4)
                    (best, most) = (tried, mean);
            }
        }
    }

    private double Mean(StreamSet[] sets, GroupingWeights tried) =>
        sets.Select((s, i) => (Weight: weights[i], F1: weights[i] == 0 ? 0 : Goal(s.Score(tried)))).Aggregate((Sum: 0.0, Weight: 0.0), (a, s) => (a.Sum + s.Weight * s.F1, a.Weight + s.Weight), a => a.Sum / a.Weight);

    /// <summary>Pairwise counts a little: one large mistake costs it most.</summary>
    private static double Goal(GroupingScore score) => 0.85 * score.F1 + 0.15 * score.PairF1;

    private static void Print(string what, StreamSet[] sets, GroupingWeights weights)
    {
        foreach (StreamSet set in sets)
        {
            GroupingScore score = set.Score(weights);
            GroupingScore[] alone = [.. set.Single().Where(s => s.Reports.Count > 1).Select(s => s.Score(weights))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-9} {Short(set.Name),-40} BCubed P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000}, pairwise F1 {score.PairF1:0.000}, {score.Found} stories of {score.Gold}; each topic alone: F1 {alone.Average(a => a.F1):0.000}, {alone.Average(a => (double)a.Found / a.Gold):0.00} a story"));
        }
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..20] + "..." + name[^17..];

    private static int Fold(string topic) => (int)(Text.StableHash.Of(topic) % Folds);

    private static string Join(IEnumerable<double> weights) => string.Join(", ", weights.Select(w => w.ToString("0.00", CultureInfo.InvariantCulture)));
}
