using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;

namespace Stemma.Briefs.Sections;

/// <summary>What is known, and on whose word: the claims that matter most, each once.</summary>
internal static class KeyFacts
{
    private const int Max = 12;

    // Swept over the development cases, 0.4 to 0.7: below it whole strands of a story vanish, above it points repeat each other.
    private const double Shared = 0.55;

    private static readonly Phrases Unknowns = Phrases.Read("Briefs/NotKnown.en.tsv");
    private static readonly Phrases Courtesies = Phrases.Read("Briefs/Courtesies.en.tsv");

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Told told, ImmutableArray<Point> pegs)
    {
        var ranked = material.Set.Claims
            .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn))
            .Select(c => (Claim: c, Salience: salience.Of(c)))
            .OrderByDescending(c => c.Salience)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal)
            .ToList();
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        HashSet<string> covered = new(StringComparer.Ordinal), taken = [.. pegs.Select(p => p.Text)];
        foreach ((Claim claim, double _) in ranked)
        {
            if (points.Count == Max)
                break;
            if (covered.Contains(claim.Id) || maker.Of(claim, told, Shared, which: States) is not { } point || taken.Contains(point.Text))
                continue;
            points.Add(point);
            told.Add(point.Text);
            covered.UnionWith(point.Claims);
        }

        return points.ToImmutable();

        bool States(Assertion assertion) => material.SentenceOf(assertion) is { } sentence && IsFact(sentence, assertion);
    }

    /// <summary>Not what is said not to be known, which has its own section, and not a courtesy.</summary>
    public static bool IsFact(StorySentence sentence, Assertion assertion) =>
        assertion.Stance != Stance.Withholds && !Unknowns.In(sentence.Words).Any() && !Courtesies.In(sentence.Words).Any();
}
