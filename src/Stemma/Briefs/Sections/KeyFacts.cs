using System.Collections.Frozen;
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

    private const double Redundancy = 0.85;

    private const int Foremost = 8;

    // Of a story of thousands of claims only the foremost are looked at.
    private const int Considered = 400;

    private static readonly Phrases Courtesies = Phrases.Read("Briefs/Courtesies.en.tsv");

    /// <param name="lead">What the last report opens with: the first of them.</param>
    /// <param name="elsewhere">Points that other sections tell.</param>
    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Told told, Point? lead, ImmutableArray<Point> elsewhere)
    {
        List<Candidate> open = [.. material.Set.Claims
            .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn))
            .Select(c => new Candidate(c, salience.Of(c), Content(material, c)))
            .OrderByDescending(c => c.Salience)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal)
            .Take(Considered)];
        int compared = 0;
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach (Point point in elsewhere)
            told.Keep(point.Text);
        if (lead is not null)
        {
            points.Add(lead);
            told.Add(lead.Text);
            covered.UnionWith(lead.Claims);
        }

        while (points.Count < Max && open.Count > 0)
        {
            // Maximal marginal relevance (Carbonell and Goldstein 1998): what matters, less what has been told.
            if (told.Count > compared)
            {
                foreach (Candidate candidate in open)
                    candidate.Nearest = Math.Max(candidate.Nearest, told.Nearest(candidate.Content, salience.WeightOf, since: compared));
                compared = told.Count;
            }

            Candidate next = open.MaxBy(c => c.Salience * (1 - (Redundancy * c.Nearest)))!;
            open.Remove(next);
            if (covered.Contains(next.Claim.Id) || maker.Of(next.Claim, told, Shared, which: States) is not { } point)
                continue;
            points.Add(point);
            told.Add(point.Text);
            covered.UnionWith(point.Claims);
        }

        return points.ToImmutable();

        bool States(Assertion assertion) => material.SentenceOf(assertion) is { } sentence && IsFact(sentence, assertion) && material.Stands(sentence)
            // Among the lesser facts, what lies ahead is looked for under what to watch.
            && (points.Count < Foremost || ToWatch.Weight(sentence, material) < ToWatch.Least);
    }

    /// <summary>Not what is said not to be known, which has its own section, and not a courtesy.</summary>
    public static bool IsFact(StorySentence sentence, Assertion assertion) =>
        assertion.Stance != Stance.Withholds && !NotKnown.Says(sentence) && !IsCourtesy(sentence) && !NotKnown.TellsOfAnonymity(sentence);

    /// <summary>Sympathy, service notes, the desk speaking of its own work.</summary>
    public static bool IsCourtesy(StorySentence sentence) => Courtesies.In(sentence.Words).Any();

    private sealed record Candidate(Claim Claim, double Salience, FrozenSet<string> Content)
    {
        /// <summary>To what has been told so far, 0 to 1.</summary>
        public double Nearest { get; set; }
    }

    private static FrozenSet<string> Content(StoryMaterial material, Claim claim) =>
        material.AssertionsOf(claim).Select(material.SentenceOf).FirstOrDefault(s => s is not null)?.Content ?? [];
}
