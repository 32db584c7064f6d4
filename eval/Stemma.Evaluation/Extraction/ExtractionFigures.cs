using System.Collections.Immutable;

namespace Stemma.Evaluation.Extraction;

/// <summary>The figures of a set of pages: precision and recall are means over pages, F1 is made of the two means.</summary>
/// <param name="Pages">With gold.</param>
/// <param name="Read">Of them, those that gave a report.</param>
/// <param name="Precision">0 to 1; pages on which nothing was found are left out of it.</param>
/// <param name="Recall">0 to 1.</param>
/// <param name="Exact">Share of pages whose words are all right, in order.</param>
/// <param name="Misses">Pages by F1, worst first.</param>
public sealed record ExtractionFigures(int Pages, int Read, double Precision, double Recall, double Exact, ImmutableArray<(double F1, string Page)> Misses)
{
    /// <summary>0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="found">Text by page; a page without counts as empty.</param>
    public static ExtractionFigures Of(IReadOnlyDictionary<string, string?> truth, IReadOnlyDictionary<string, string?> found)
    {
        List<double> precision = [], recall = [];
        List<(double, string)> misses = [];
        int exact = 0;
        foreach ((string page, string? text) in truth)
        {
            ShingleScore score = ShingleScore.Of(text, found.GetValueOrDefault(page));
            if (score.Got > 0)
                precision.Add((double)score.Common / score.Got);
            if (score.Wanted > 0)
                recall.Add((double)score.Common / score.Wanted);
            exact += score.IsExact ? 1 : 0;
            misses.Add((score.F1, page));
        }

        misses.Sort((a, b) => a.Item1 != b.Item1 ? a.Item1.CompareTo(b.Item1) : string.CompareOrdinal(a.Item2, b.Item2));
        return new ExtractionFigures(
            truth.Count, truth.Keys.Count(found.ContainsKey), precision.DefaultIfEmpty(0).Average(), recall.DefaultIfEmpty(0).Average(),
            (double)exact / Math.Max(1, truth.Count), [.. misses]);
    }
}
