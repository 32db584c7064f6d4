using Stemma.Evaluation.Coreference;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>Examples worked by hand; a cluster is a word, a mention a letter.</summary>
public sealed class CoreferenceScorerTests
{
    [Theory]
    // Clusters that agree.
    [InlineData("abcd e fg", "abcd e fg", 1, 1, 1, 1, 1, 1)]
    // All in one: MUC recall 4/4, precision (7 - 3)/6; B3 recall 1, precision (16 + 1 + 4)/49; CEAFe: abcd with all, 2*4/11.
    [InlineData("abcd e fg", "abcdefg", 1, 4 / 6.0, 1, 21 / 49.0, 8 / 33.0, 8 / 11.0)]
    // All alone: no link found; B3 recall (4/4 + 1 + 2/2)/7; CEAFe: e with e is 1, one of abcd 2/5, one of fg 2/3.
    [InlineData("abcd e fg", "a b c d e f g", 0, 0, 3 / 7.0, 1, 31 / 45.0, 31 / 105.0)]
    // abcd cut in two: recall loses a link; B3 recall (4 * 1/2 + 1 + 2)/7; CEAFe: ab with abcd 4/6, e and fg 1 each.
    [InlineData("abcd e fg", "ab cd e fg", 3 / 4.0, 1, 5 / 7.0, 1, 8 / 9.0, 2 / 3.0)]
    // Bagga and Baldwin's first example (1998): 12345, 67, 89ABC; 67 and 89ABC joined. MUC 9/9 and 9/10, B3 1 and 16/21 by (25/5 + 4/7 + 25/7)/12.
    [InlineData("12345 67 89ABC", "12345 6789ABC", 1, 0.9, 1, 64 / 84.0, (1 + 10 / 12.0) / 3, (1 + 10 / 12.0) / 2)]
    // Their second: 12345 and 89ABC joined costs MUC the same, and B3 more: (50/10 + 2)/12.
    [InlineData("12345 67 89ABC", "1234589ABC 67", 1, 0.9, 1, 7 / 12.0, (1 + 10 / 15.0) / 3, (1 + 10 / 15.0) / 2)]
    public void Scores_are_those_worked_by_hand(string key, string found, double mucRecall, double mucPrecision, double bRecall, double bPrecision, double ceafRecall, double ceafPrecision)
    {
        CoreferenceScore score = CoreferenceScorer.Score([.. Mentions(key).OrderBy(m => m.Key).Select(m => (m.Value, Mentions(found)[m.Key]))]);
        Assert.Equal([mucRecall, mucPrecision, bRecall, bPrecision, ceafRecall, ceafPrecision],
            new[] { score.Muc.Recall, score.Muc.Precision, score.BCubed.Recall, score.BCubed.Precision, score.CeafE.Recall, score.CeafE.Precision }.Select(v => v), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal((score.Muc.F1 + score.BCubed.F1 + score.CeafE.F1) / 3, score.Conll, 9);
    }

    [Theory]
    // The likest pair first (3) would leave 0 for the other row; the best sum takes 2 + 2.
    [InlineData(new double[] { 3, 2, 2, 0 }, 2, 4)]
    [InlineData(new double[] { 1, 2, 3 }, 3, 3)]
    [InlineData(new double[] { 1, 2, 3 }, 1, 3)]
    [InlineData(new double[] { 7, 4, 3, 6, 8, 5, 9, 4, 4 }, 3, 20)]
    public void A_matching_is_the_best_one_not_the_greedy_one(double[] gains, int columns, double sum)
    {
        double[,] gain = new double[gains.Length / columns, columns];
        for (int i = 0; i < gains.Length; i++)
            gain[i / columns, i % columns] = gains[i];
        Assert.Equal(sum, BestMatching.Sum(gain), 9);
    }

    private static Dictionary<char, string> Mentions(string clusters) =>
        clusters.Split(' ').SelectMany(c => c.Select(m => (m, c))).ToDictionary(p => p.m, p => p.c);
}
