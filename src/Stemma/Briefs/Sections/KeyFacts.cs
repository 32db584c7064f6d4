using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Briefs.Sections;

/// <summary>What is known, and on whose word: the claims that matter most, each once.</summary>
internal static class KeyFacts
{
    private const int Max = 12;

    // Swept over the development cases, 0.4 to 0.7: below it whole strands of a story vanish, above it points repeat each other.
    private const double Shared = 0.55;

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Told told)
    {
        var ranked = material.Set.Claims
            .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn))
            .Select(c => (Claim: c, Salience: salience.Of(c)))
            .OrderByDescending(c => c.Salience)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal)
            .ToList();
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach ((Claim claim, double _) in ranked)
        {
            if (points.Count == Max)
                break;
            if (covered.Contains(claim.Id) || maker.Of(claim, told, Shared) is not { } point)
                continue;
            points.Add(point);
            told.Add(point.Text);
            covered.UnionWith(point.Claims);
        }

        return points.ToImmutable();
    }
}
