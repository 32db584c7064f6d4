using System.Collections.Immutable;
using Stemma.Language.Networks;

namespace Stemma.Claims;

/// <summary>What speaks for and against two statements telling of the same thing, as numbers for <see cref="StatementWeights"/>.</summary>
/// <remarks>Not safe for several threads: it keeps the vectors that it has met.</remarks>
internal sealed class StatementLikeness(WordVectors vectors, FeatureWeights weights)
{
    /// <summary>Of the numbers that <see cref="Of"/> gives, in order.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "constant", "score", "dice", "cover", "words in common", "main concept", "some concept", "main vectors", "some vectors", "some vectors far",
        "main in other", "agents", "other agents", "patients", "other patients", "crossed", "soft dice", "soft cover",
        "people", "other people", "places", "other places", "names", "other names", "amounts", "other amounts", "negation",
        "shorter", "longer", "concept and agents", "concept and patients", "concept and dice", "vectors and dice", "vectors and patients", "score squared", "few words", "count two", "count three",
    ];

    private const double Far = 0.35;

    /// <summary>Statements with less in common are never told to be the same, so that nothing else need be weighed.</summary>
    private const int FewestShared = 2;

    /// <summary>Main words of which no two come as near as this tell of two things, whatever else the statements share.</summary>
    private const double LeastHeads = 0.45;

    private readonly Dictionary<int, float[]> units = [];

    /// <summary>Whether the two have enough in common for <see cref="Of"/> to be worth its time.</summary>
    public bool MayBeAlike(Content a, Content b)
    {
        if (Heads(a, b).SomeVectors < LeastHeads)
            return false;
        int shared = 0;
        for (int i = 0, j = 0; i < a.Features.Length && j < b.Features.Length && shared < FewestShared;)
        {
            int order = string.CompareOrdinal(a.Features[i], b.Features[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared >= FewestShared;
    }

    public double[] Of(Content a, Content b, double score)
    {
        (double first, double second, double shared, int count) = Overlap(a, b);
        double dice = first + second > 0 ? 2 * shared / (first + second) : 0, cover = shared > 0 ? shared / Math.Min(first, second) : 0;
        (double mainConcept, double someConcept, double mainVectors, double someVectors) = Heads(a, b);
        (double agents, double otherAgents) = Roles(a, b, h => h.Agents, h => h.Agents);
        (double patients, double otherPatients) = Roles(a, b, h => h.Patients, h => h.Patients);
        double crossed = Math.Max(Roles(a, b, h => h.Agents, h => h.Patients).Same, Roles(a, b, h => h.Patients, h => h.Agents).Same);
        (double softDice, double softCover) = Soft(a, b);
        double inOther = Is(!a.Heads.IsEmpty && b.Words.Contains(a.Heads[0].Concept, StringComparer.Ordinal)) + Is(!b.Heads.IsEmpty && a.Words.Contains(b.Heads[0].Concept, StringComparer.Ordinal));
        bool amounts = a.Amounts.Any(x => b.Amounts.Any(y => AmountContrasts.AreEqual(x, y)));
        int lengthA = a.Words.Length + a.Names.Length + a.People.Length + a.Places.Length, lengthB = b.Words.Length + b.Names.Length + b.People.Length + b.Places.Length;
        return
        [
            1, score, dice, cover, Math.Log(1 + count), mainConcept, someConcept, mainVectors, someVectors, Math.Min(someVectors, Far),
            inOther, agents, otherAgents, patients, otherPatients, crossed, softDice, softCover,
            Same(a.People, b.People), Other(a.People, b.People), Same(a.Places, b.Places), Other(a.Places, b.Places), Same(a.Names, b.Names), Other(a.Names, b.Names),
            Is(amounts), Is(!amounts && a.Amounts.Length > 0 && b.Amounts.Length > 0), Is(a.Negative != b.Negative),
            Math.Log(1 + Math.Min(lengthA, lengthB)), Math.Log(1 + Math.Max(lengthA, lengthB)),
            someConcept * agents, someConcept * patients, someConcept * dice, someVectors * dice, someVectors * patients, score * score, Is(Math.Min(lengthA, lengthB) <= 3), Is(count == 2), Is(count == 3),
        ];
    }

    private (double First, double Second, double Shared, int Count) Overlap(Content a, Content b)
    {
        double first = 0, second = 0, shared = 0;
        int count = 0, i = 0, j = 0;
        while (i < a.Features.Length || j < b.Features.Length)
        {
            int order = i >= a.Features.Length ? 1 : j >= b.Features.Length ? -1 : string.CompareOrdinal(a.Features[i], b.Features[j]);
            double weight = weights.Of(order <= 0 ? a.Features[i] : b.Features[j]);
            if (order <= 0)
                first += weight;
            if (order >= 0)
                second += weight;
            if (order == 0)
            {
                shared += weight;
                count++;
            }

            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }

        return (first, second, shared, count);
    }

    private (double MainConcept, double SomeConcept, double MainVectors, double SomeVectors) Heads(Content a, Content b)
    {
        if (a.Heads.IsEmpty || b.Heads.IsEmpty)
            return default;
        bool some = false;
        double main = 0, best = 0;
        for (int i = 0; i < a.Heads.Length; i++)
        {
            for (int j = 0; j < b.Heads.Length; j++)
            {
                bool same = a.Heads[i].Concept == b.Heads[j].Concept;
                some |= same;
                double likeness = same ? 1 : Math.Max(0, Cosine(a.Heads[i].Vector, b.Heads[j].Vector));
                best = Math.Max(best, likeness);
                if (i == 0 && j == 0)
                    main = likeness;
            }
        }

        return (Is(a.Heads[0].Concept == b.Heads[0].Concept), Is(some), main, best);
    }

    private static (double Same, double Other) Roles(Content a, Content b, Func<Head, ImmutableArray<string>> of, Func<Head, ImmutableArray<string>> with)
    {
        HashSet<string> x = [.. a.Heads.SelectMany(h => of(h))], y = [.. b.Heads.SelectMany(h => with(h))];
        if (x.Count == 0 || y.Count == 0)
            return default;
        int both = x.Count(y.Contains);
        return (both / Math.Sqrt((double)x.Count * y.Count), Is(both == 0));
    }

    /// <summary>Words that meet nobody of their own kind count as much as the likest of the other side (greedy matching of vectors, as in BERTScore, Zhang et al. 2020).</summary>
    private (double Dice, double Cover) Soft(Content a, Content b)
    {
        (double x, double first) = Side(a, b);
        (double y, double second) = Side(b, a);
        if (first == 0 || second == 0)
            return default;
        double r = x / first, p = y / second;
        return (r + p > 0 ? 2 * r * p / (r + p) : 0, Math.Max(r, p));

        (double Found, double All) Side(Content of, Content with)
        {
            double found = 0, all = 0;
            for (int i = 0; i < of.Words.Length; i++)
            {
                double weight = weights.Of("w:" + of.Words[i]), best = 0;
                for (int j = 0; j < with.Words.Length && best < 1; j++)
                    best = of.Words[i] == with.Words[j] ? 1 : Math.Max(best, Cosine(of.Vectors[i], with.Vectors[j]));
                found += weight * (best > Far ? best : 0);
                all += weight;
            }

            foreach ((ImmutableArray<string> mine, ImmutableArray<string> theirs, string prefix) in new[] { (of.People, with.People, "p:"), (of.Places, with.Places, "l:"), (of.Names, with.Names, "o:") })
            {
                foreach (string name in mine)
                {
                    double weight = weights.Of(prefix + name);
                    all += weight;
                    found += theirs.Contains(name, StringComparer.Ordinal) ? weight : 0;
                }
            }

            return (found, all);
        }
    }

    private double Cosine(int a, int b) =>
        a == WordVectors.Unknown || b == WordVectors.Unknown ? 0 : Dot(Unit(a), Unit(b));

    /// <summary>In one fixed order of sums, so that every machine finds the same.</summary>
    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float w = 0, x = 0, y = 0, z = 0;
        int i = 0;
        for (; i + 4 <= a.Length; i += 4)
        {
            w += a[i] * b[i];
            x += a[i + 1] * b[i + 1];
            y += a[i + 2] * b[i + 2];
            z += a[i + 3] * b[i + 3];
        }

        for (; i < a.Length; i++)
            w += a[i] * b[i];
        return w + x + (y + z);
    }

    /// <summary>A row at length 1, kept: a story's statements repeat its words.</summary>
    private ReadOnlySpan<float> Unit(int row)
    {
        if (units.TryGetValue(row, out float[]? unit))
            return unit;
        unit = new float[vectors.Size];
        vectors.Write(unit, row);
        float length = MathF.Sqrt(Dot(unit, unit));
        for (int i = 0; length > 0 && i < unit.Length; i++)
            unit[i] /= length;
        units.Add(row, unit);
        return unit;
    }

    private static double Is(bool holds) => holds ? 1 : 0;

    private static double Same(ImmutableArray<string> a, ImmutableArray<string> b) => Is(a.Any(x => b.Contains(x, StringComparer.Ordinal)));

    private static double Other(ImmutableArray<string> a, ImmutableArray<string> b) => Is(a.Length > 0 && b.Length > 0 && !a.Any(x => b.Contains(x, StringComparer.Ordinal)));
}
