using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Differences;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Tells how alike two contents are and in what they differ.</summary>
/// <remarks>Symmetric up to the order of sides. Same event first (words and names), then same amount, day, place, person and polarity.</remarks>
internal sealed class ContentComparer(FeatureWeights weights)
{
    /// <summary>From this likeness on, contents are about the same thing, so that a differing point means something.</summary>
    public const double AboutTheSame = 0.42;

    /// <summary>Nearly the same sentence: only here does a differing name or opposite word make a contrast.</summary>
    private const double NearlyTheSame = 0.62;

    private static readonly FrozenSet<(string, string)> Opposites = LoadOpposites();

    /// <summary>What a cover by the larger counts against a mutual match; a short statement inside a long one is the weaker evidence.</summary>
    private const double CoverDiscount = 0.85;

    public Comparison Compare(Content a, Content b)
    {
        Tally words = new();
        Match("w:", a.Words, b.Words, words, weights);
        Tally people = new();
        Match("p:", a.People, b.People, people, weights);
        Tally places = new();
        Match("l:", a.Places, b.Places, places, weights);
        Match("o:", a.Names, b.Names, words, weights);

        List<Contrast> contrasts = [];
        Tally amounts = new();
        foreach (Contrast contrast in AmountContrasts.Find(a, b, amounts))
            contrasts.Add(contrast);
        Tally days = new();
        foreach (Contrast contrast in DayContrasts.Find(a, b, days))
            contrasts.Add(contrast);

        double score = Score(words, people, places, amounts, days);
        // A number and the thing it counts identify a statement even where all other words are new ("61 were brought ashore").
        if (score < AboutTheSame)
            return new(score, []);

        double withoutPlaces = Score(words, people, new(), amounts, days);
        double withoutPeople = Score(words, new(), places, amounts, days);
        AddNames(DifferenceKind.Place, a.Places, b.Places, withoutPlaces, contrasts);
        AddNames(DifferenceKind.Person, a.People, b.People, withoutPeople, contrasts);
        if (score >= NearlyTheSame)
            AddOpposites(a, b, contrasts);
        // A "not" is easily read where none is meant: it tells only between sentences nearly the same.
        if (a.Negative != b.Negative && score >= NearlyTheSame)
            contrasts.Add(new(DifferenceKind.Existence, true, true, a.Negative ? "no" : "yes", b.Negative ? "no" : "yes"));
        return new(score, contrasts);
    }

    private static double Score(Tally words, Tally people, Tally places, Tally amounts, Tally days)
    {
        double shared = words.Shared + people.Shared + places.Shared + amounts.Shared + days.Shared;
        double first = words.First + people.First + places.First + amounts.First + days.First;
        double second = words.Second + people.Second + places.Second + amounts.Second + days.Second;
        int count = words.Count + people.Count + places.Count + amounts.Count;
        // Names alone tell the cast, not the act.
        if (words.Count + amounts.Count == 0 || count < 2 || shared <= 0)
            return 0;
        double dice = 2 * shared / (first + second);
        double cover = shared / Math.Min(first, second);
        // Two shared words may be chance; four are not.
        double trust = count >= 4 ? 1 : count == 3 ? 0.92 : 0.75;
        return Math.Min(1, Math.Max(dice, (dice + CoverDiscount * cover) / 2 * trust));
    }

    private static void Match(string prefix, ImmutableArray<string> a, ImmutableArray<string> b, Tally tally, FeatureWeights weights)
    {
        int i = 0;
        int j = 0;
        while (i < a.Length || j < b.Length)
        {
            int order = i >= a.Length ? 1 : j >= b.Length ? -1 : string.CompareOrdinal(a[i], b[j]);
            double weight = weights.Of(prefix + (order <= 0 ? a[i] : b[j]));
            if (order <= 0)
                tally.First += weight;
            if (order >= 0)
                tally.Second += weight;
            if (order == 0)
            {
                tally.Shared += weight;
                tally.Count++;
            }

            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
    }

    private static void AddNames(DifferenceKind kind, ImmutableArray<string> a, ImmutableArray<string> b, double likeness, List<Contrast> contrasts)
    {
        if (likeness < NearlyTheSame || a.IsEmpty || b.IsEmpty || a.Intersect(b, StringComparer.Ordinal).Any())
        {
            // One name exchanged beside others that stayed: "Lower Delta" and "Upper Delta" in a sentence that also names the province.
            string[] onlyA = [.. a.Except(b, StringComparer.Ordinal)];
            string[] onlyB = [.. b.Except(a, StringComparer.Ordinal)];
            if (likeness < NearlyTheSame || onlyA.Length != 1 || onlyB.Length != 1)
                return;
            Add(onlyA[0], onlyB[0]);
            return;
        }

        Add(a[0], b[0]);

        void Add(string first, string second)
        {
            // "Florida" and "South Florida", "Kim" and "Kim Jong Un": one holds the other.
            bool holds = $" {first} ".Contains($" {second} ", StringComparison.Ordinal) || $" {second} ".Contains($" {first} ", StringComparison.Ordinal);
            contrasts.Add(new(kind, !holds, !holds, first, second));
        }
    }

    private static void AddOpposites(Content a, Content b, List<Contrast> contrasts)
    {
        string[] onlyA = [.. a.Words.Concat(a.Names).Except(b.Words.Concat(b.Names), StringComparer.Ordinal)];
        string[] onlyB = [.. b.Words.Concat(b.Names).Except(a.Words.Concat(a.Names), StringComparer.Ordinal)];
        foreach (string x in onlyA)
        {
            foreach (string y in onlyB)
            {
                if (Opposites.Contains((x, y)))
                    contrasts.Add(new(DifferenceKind.Existence, true, true, x, y));
            }
        }
    }

    private static FrozenSet<(string, string)> LoadOpposites() =>
        Resources.Table("Claims/Antonyms.en.tsv").SelectMany(r => new[] { (r[0], r[1]), (r[1], r[0]) }).ToFrozenSet();
}

/// <summary>Weights of what two contents have and share.</summary>
internal sealed class Tally
{
    public double First { get; set; }

    public double Second { get; set; }

    public double Shared { get; set; }

    public int Count { get; set; }
}
