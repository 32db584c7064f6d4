using System.Globalization;

namespace Stemma.Evaluation.Language;

/// <summary>Sentences that were measured, with how far chance alone may move each figure: a percentile bootstrap (Efron 1979).</summary>
/// <remarks>
/// Sentences of one document resemble each other, so documents are drawn where the sample has at least five; below that their interval
/// would say more about the few than about chance, and sentences are drawn, which makes it too narrow.
/// </remarks>
public sealed class Sample
{
    private const int Resamples = 1000;
    private const int FewestDocuments = 5;
    private const int Seed = 2018;

    private readonly Tally[] resampled;

    public Sample(IReadOnlyList<ScoredSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        Sentences = sentences.Count;
        Words = sentences.Sum(s => s.Words);
        Tally[] documents = [.. sentences.GroupBy(s => s.Document).Select(d => Tally.Sum(d.Select(s => s.Tally)))];
        Documents = documents.Length;
        Tally[] units = ByDocument ? documents : [.. sentences.Select(s => s.Tally)];
        Total = Tally.Sum(units);
        resampled = new Tally[Resamples];

        // A seed for each sample, not a generator for all: a figure does not depend on what was measured before it.
        Random random = new(Seed);
        for (int r = 0; r < resampled.Length; r++)
        {
            resampled[r] = new Tally();
            for (int i = 0; i < units.Length; i++)
                resampled[r].Add(units[random.Next(units.Length)]);
        }
    }

    public int Sentences { get; }

    public int Words { get; }

    public int Documents { get; }

    /// <summary>Whether documents were drawn, not sentences.</summary>
    public bool ByDocument => Documents >= FewestDocuments;

    public Tally Total { get; }

    /// <summary>Between which values a figure lies in 95 of 100 resamples, in per cent.</summary>
    public (double Low, double High) Interval(Func<Tally, double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        double[] values = [.. resampled.Select(figure).Order()];
        return (values[Resamples / 40 - 1], values[Resamples - Resamples / 40]);
    }

    /// <summary>Such as "95.1-96.0".</summary>
    public string IntervalText(Func<Tally, double> figure)
    {
        (double low, double high) = Interval(figure);
        return string.Create(CultureInfo.InvariantCulture, $"{low:F1}-{high:F1}");
    }

    /// <summary>What was drawn, such as "1000 resamples of 318 documents".</summary>
    public string Drawn => string.Create(CultureInfo.InvariantCulture, $"{Resamples} resamples of {(ByDocument ? $"{Documents} documents" : $"{Sentences} sentences")}");
}
