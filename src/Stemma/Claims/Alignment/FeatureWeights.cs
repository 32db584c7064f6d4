using System.Collections.Frozen;

namespace Stemma.Claims;

/// <summary>How much a word tells inside one story: what every report mentions tells little.</summary>
internal sealed class FeatureWeights
{
    private readonly FrozenDictionary<string, double> weights;
    private readonly double unseen;

    /// <param name="contents">One of each wording: copies must not make their own words common.</param>
    public FeatureWeights(IReadOnlyCollection<Content> contents)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string feature in contents.SelectMany(c => c.Features))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        int all = contents.Count;
        unseen = Of(1, all);
        weights = counts.ToFrozenDictionary(p => p.Key, p => Of(p.Value, all), StringComparer.Ordinal);
    }

    public double Of(string feature) => weights.GetValueOrDefault(feature, unseen);

    // Smoothed so that a word found everywhere still counts a little: in a story of three sentences nothing is rare.
    private static double Of(int count, int all) => Math.Log(1 + (all + 3.0) / (count + 1.0));
}
