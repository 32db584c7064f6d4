using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Evaluation.Grouping;

/// <summary>BCubed (Bagga and Baldwin 1998) and pairwise precision and recall of stories found against gold stories, all from 0 to 1.</summary>
public sealed record GroupingScore(int Reports, int Gold, int Found, double Precision, double Recall, double PairPrecision, double PairRecall)
{
    public double F1 => Harmonic(Precision, Recall);

    public double PairF1 => Harmonic(PairPrecision, PairRecall);

    /// <summary>The same stories with their times drawn apart over weeks (<see cref="LongStories"/>); null where that was not measured.</summary>
    public GroupingScore? DrawnOut { get; init; }

    /// <param name="pairs">For each report the story found and the gold story.</param>
    public static GroupingScore Of(ImmutableArray<(string Found, string Gold)> pairs)
    {
        Dictionary<string, int> found = pairs.CountBy(p => p.Found, StringComparer.Ordinal).ToDictionary();
        Dictionary<string, int> gold = pairs.CountBy(p => p.Gold, StringComparer.Ordinal).ToDictionary();
        Dictionary<(string Found, string Gold), int> both = pairs.CountBy(p => p).ToDictionary();
        double n = Math.Max(1, pairs.Length);
        return new GroupingScore(
            pairs.Length,
            gold.Count,
            found.Count,
            both.Sum(b => (double)b.Value * b.Value / found[b.Key.Found]) / n,
            both.Sum(b => (double)b.Value * b.Value / gold[b.Key.Gold]) / n,
            Pairs(both.Values) / Math.Max(1, Pairs(found.Values)),
            Pairs(both.Values) / Math.Max(1, Pairs(gold.Values)));
    }

    /// <summary>Mean of several, field by field.</summary>
    public static GroupingScore Mean(ImmutableArray<GroupingScore> scores) => new(
        scores[0].Reports,
        scores[0].Gold,
        (int)Math.Round(scores.Average(s => s.Found)),
        scores.Average(s => s.Precision),
        scores.Average(s => s.Recall),
        scores.Average(s => s.PairPrecision),
        scores.Average(s => s.PairRecall));

    /// <summary>Prints as <c>gold/group_score.py</c> does.</summary>
    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{Reports} reports, {Gold} gold stories, {Found} found\n"));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"BCubed   P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}\n"));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"pairwise P {PairPrecision:0.000}  R {PairRecall:0.000}  F1 {PairF1:0.000}\n"));
        if (DrawnOut is null)
            return;
        output.Write("with times drawn apart over weeks: ");
        DrawnOut.WriteTo(output);
    }

    private static double Harmonic(double a, double b) => a + b > 0 ? 2 * a * b / (a + b) : 0;

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(s => s * (s - 1.0) / 2);
}
