using System.Globalization;
using Stemma.Annotations;
using Stemma.Claims;
using Stemma.Evaluation.Coreference;
using Stemma.Training.Grouping;

namespace Stemma.Training.Events;

/// <summary>Trains <see cref="EventWeights"/> on the train topics of ECB+; the threshold is chosen on train topics that the weights were not fitted on.</summary>
internal static class EventTrainer
{
    private const int Folds = 5;

    /// <param name="penalty">As <see cref="LogisticRegression.Fit"/> takes it.</param>
    /// <param name="corpus">ECB+ as <see cref="EcbReport.Read"/> takes it.</param>
    public static void Train(string output, double penalty, string corpus)
    {
        IReadOnlyList<(EcbReport Report, Annotation Annotation)> reports = new CoreferenceEvaluation { Split = "train" }.Read(corpus, default);
        EventLinker reader = new(new EventWeights(new double[EventLikeness.Names.Length], 1));
        // As they come from a grouping that is perfect, and from one that mixes two stories of like events.
        Set[] sets = [.. EcbSet.Of(reports, r => r.Topic).Select(s => Set.Of(s, true, reader)), .. EcbSet.Of(reports, r => r.Story).Select(s => Set.Of(s, false, reader))];
        string[] topics = [.. sets.Where(s => s.IsTopic).Select(s => s.Topic).Order(StringComparer.Ordinal)];

        EventWeights[] without = new EventWeights[Folds];
        Parallel.For(0, Folds, f => without[f] = new EventWeights(Fit(sets.Where(s => Fold(topics, s) != f), penalty), 0.5));
        (double Threshold, double Conll) best = (0.5, 0);
        foreach (double threshold in Enumerable.Range(4, 14).Select(k => k * 0.04))
        {
            CoreferenceScore[] scores = [Score(true), Score(false)];
            double mean = scores.Average(s => s.Conll);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out, threshold {threshold:0.00}: topics {100 * scores[0].Conll:0.00}, stories {100 * scores[1].Conll:0.00}"));
            if (mean > best.Conll)
                best = (threshold, mean);

            CoreferenceScore Score(bool topic) => CoreferenceScorer.Score(
                [.. sets.Where(s => s.IsTopic == topic).SelectMany(s => s.Link(without[Fold(topics, s)] with { Threshold = threshold }))]);
        }

        double[] weights = Fit(sets, penalty);
        using StreamWriter writer = new(output) { NewLine = "\n" };
        writer.WriteLine("# What each sign that two places of reports mean one event counts, and from which mean likeness on groups are joined. Trained on the train topics of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) by tools/Stemma.Training train-events.");
        for (int k = 0; k < weights.Length; k++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{EventLikeness.Names[k]}\t{weights[k]:0.0000}"));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold\t{best.Threshold:0.00}"));
    }

    private static double[] Fit(IEnumerable<Set> sets, double penalty) => LogisticRegression.Fit([.. sets.SelectMany(s => s.Pairs())], penalty);

    private static int Fold(string[] topics, Set set) => Array.IndexOf(topics, set.Topic) % Folds;

    /// <summary>A set of reports with the likeness of all pairs of its mentions.</summary>
    private sealed record Set(string Name, string Topic, bool IsTopic, string[] Events, double[][][] Likeness)
    {
        public static Set Of(EcbSet set, bool isTopic, EventLinker reader)
        {
            (EventSketch[] sketches, WordRarity rarity) = reader.Read(set.Annotations, set.Triggers);
            return new Set(set.Name, set.Events.IsEmpty ? set.Name : set.Events[0].Split('/')[0], isTopic, [.. set.Events],
                [.. sketches.Select((a, i) => sketches.Take(i).Select(b => EventLikeness.Of(a, b, rarity.Likeness(a.Report, b.Report))).ToArray())]);
        }

        /// <summary>The pairs of a set count together as the root of their number, so that a large topic does not speak for all.</summary>
        public IEnumerable<(double[] X, bool Y, double Weight)> Pairs()
        {
            double count = Math.Max(1, Events.Length * (Events.Length - 1) / 2.0);
            double weight = Math.Sqrt(count) / count;
            for (int i = 0; i < Events.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    yield return (Likeness[i][j], Events[i] == Events[j], weight * 10);
            }
        }

        public IEnumerable<(string, string)> Link(EventWeights weights)
        {
            double[,] likeness = new double[Events.Length, Events.Length];
            for (int i = 0; i < Events.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    likeness[i, j] = likeness[j, i] = weights.Of(Likeness[i][j]);
            }

            int[] groups = AverageLink.Group(likeness, weights.Threshold);
            return groups.Select((g, i) => (Events[i], $"{Name}/{g}"));
        }
    }
}
