using System.Collections.Immutable;
using Stemma.Evaluation.Cases;

namespace Stemma.Evaluation.Gate;

/// <summary>The floors of one case.</summary>
/// <param name="Digest">Of the gold and reports that the floors were measured on.</param>
/// <param name="Shares">By category, 0 to 1, to four places; with the mean of categories.</param>
public sealed record CaseFloors(string Digest, ImmutableSortedDictionary<string, double> Shares)
{
    public static CaseFloors Of(CaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new CaseFloors(result.Digest, SharesOf(result));
    }

    internal static ImmutableSortedDictionary<string, double> SharesOf(CaseResult result) =>
        result.Score.Categories.Select(c => KeyValuePair.Create(c.Category, Math.Round(c.Share, 4)))
            .Append(KeyValuePair.Create(Floors.Mean, Math.Round(result.Score.Mean, 4)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
