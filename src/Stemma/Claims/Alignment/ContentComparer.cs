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

    /// <summary>What a match counts that rests on two words alone ("rate cut").</summary>
    private const double TwoWords = 0.7;

    /// <summary>The same sentence but for a name.</summary>
    private const double AllButTheName = 0.8;

    private static readonly FrozenSet<(string, string)> Opposites = LoadOpposites();

    /// <summary>Two contents whose verbs have nothing in common are rarely the same event, however alike their cast.</summary>
    private const double OtherVerbs = 0.78;

    /// <summary>The same where the thesaurus knows both verbs, and so knows that they say two things.</summary>
    private const double KnownOtherVerbs = 0.62;

    /// <summary>The same where other things happen to what the two count.</summary>
    private const double OtherFates = 0.45;

    /// <summary>What is left of a likeness that clauses were left out for, and the words that it takes.</summary>
    private const double CoreDiscount = 0.95;
    private const int FewestCore = 3;

    /// <summary>What "not" on both sides tells.</summary>
    private const double NotWeight = 1.5;

    /// <summary>Words in common around two numbers, by weight, from which on they count the same in otherwise different sentences.</summary>
    private const double SlotWeight = 3.4;

    /// <summary>Likeness of two statements that give the same figure for the same thing, however much else they say.</summary>
    private const double SameFigure = 0.52;

    /// <summary>Share of a denial's own words that must stand in what it refutes.</summary>
    private const double RefutedCover = 0.85;

    /// <summary>What becomes of the lost.</summary>
    private static readonly FrozenSet<string> Ends = FrozenSet.Create(StringComparer.Ordinal, "die", "miss", "rescue");

    /// <summary>Below this mutual match, that the shorter is covered counts for less and less.</summary>
    private const double LeastDice = 0.38;

    /// <summary>What a cover by the larger counts against a mutual match; a short statement inside a long one is the weaker evidence.</summary>
    private const double CoverDiscount = 0.85;

    private readonly Nones nones = new(weights);

    /// <summary>Whether "none" may be said against "some" here (<see cref="Nones"/>).</summary>
    public bool MayRefute(Content none, Content some) => nones.MayRefute(none, some);

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

        if (a.Negative && b.Negative)
        {
            words.First += NotWeight;
            words.Second += NotWeight;
            words.Shared += NotWeight;
            words.Count++;
        }

        // Of two days two figures are no contradiction, unless all else is the same.
        bool apart = contrasts.Exists(c => c is { Kind: DifferenceKind.Time, Parts: true });
        double verbs = ShareVerbs(a, b) ? 1 : a.KnownPredicates.IsEmpty || b.KnownPredicates.IsEmpty ? OtherVerbs : KnownOtherVerbs;
        // The dead are not the missing, though both be four.
        if (AmountContrasts.HaveOtherFates(a, b) || EndOtherwise(a, b))
            verbs = Math.Min(verbs, OtherFates);
        double score = verbs * Score(words, people, places, amounts, days);
        if (a.Core.Length < a.Words.Length || b.Core.Length < b.Words.Length)
            score = Math.Max(score, verbs * CoreDiscount * CoreScore(a, b, people, places, amounts, days));
        // A number and the thing it counts meet even where all other words are new; so do "nobody was hurt" and "two were hurt".
        if (score > 0 && AmountContrasts.GiveTheSame(a, b))
            score = Math.Max(score, SameFigure);
        if (apart && score < NearlyTheSame)
            contrasts.RemoveAll(c => c is { Kind: DifferenceKind.Number, FirstAmount: { } x, SecondAmount: { } y } && !AmountContrasts.IsSlip(x, y));
        Contrast[] outright = [.. DayContrasts.FindSetAside(a, b)];
        bool others = a.Negative != b.Negative && Nones.IsOfOthers(a.Negative ? a : b, a.Negative ? b : a);
        bool refuted = (!others && Refutes(a, b, words, places, people)) || Spared.Differ(a, b);
        if (score < AboutTheSame)
        {
            bool elsewhere = !Meet(a.Places, b.Places);
            List<Contrast> alike = [];
            AddAlike(DifferenceKind.Place, a.Places, b.Places, a, b, alike);
            return new(score, [.. contrasts.Where(c => OneSlot(c) && !elsewhere), .. alike, .. outright, .. nones.Find(a, b), .. refuted ? [Denied(a, b)] : Array.Empty<Contrast>()]);
        }

        double withoutPlaces = verbs * Score(words, people, new(), amounts, days);
        double withoutPeople = verbs * Score(words, new(), places, amounts, days);
        AddNames(DifferenceKind.Place, a, b, withoutPlaces, contrasts);
        AddNames(DifferenceKind.Person, a, b, withoutPeople, contrasts);
        if (!contrasts.Exists(c => c.Kind is DifferenceKind.Place))
            AddAlike(DifferenceKind.Place, a.Places, b.Places, a, b, contrasts);
        if (score >= NearlyTheSame)
            AddOpposites(a, b, contrasts);
        // A "not" is easily read where none is meant: it tells only between sentences nearly the same.
        if (a.Negative != b.Negative && a.HasNegation != b.HasNegation && !others && (refuted || (score >= NearlyTheSame && MayDeny(a, b))))
            contrasts.Add(Denied(a, b));
        if (outright.Length > 0)
            contrasts.RemoveAll(c => c.Kind is DifferenceKind.Time);
        contrasts.AddRange(outright);
        contrasts.AddRange(nones.Find(a, b));
        return new(score, contrasts);
    }

    /// <summary>The likeness of what two contents state, clauses aside that tell which one is meant: each report has its own of these.</summary>
    private double CoreScore(Content a, Content b, Tally people, Tally places, Tally amounts, Tally days)
    {
        Tally words = new();
        Match("w:", a.Core, b.Core, words, weights);
        if (words.Count < FewestCore)
            return 0;
        Match("o:", a.Names, b.Names, words, weights);
        return Score(words, people, places, amounts, days);
    }

    /// <summary>"No envoy has left" against "an envoy of the rebels left for the capital on Monday": short, and all of it is in the other but the "no".</summary>
    private static bool Refutes(Content a, Content b, Tally words, Tally places, Tally people)
    {
        if (a.Negative == b.Negative || a.HasNegation == b.HasNegation)
            return false;
        (Content no, Content yes) = a.Negative ? (a, b) : (b, a);
        double shared = words.Shared + places.Shared + people.Shared;
        double own = a.Negative ? words.First + places.First + people.First : words.Second + places.Second + people.Second;
        return words.Count >= 2 && no.Amounts.IsEmpty && !no.Predicates.IsEmpty && no.Denied.Any(d => yes.Predicates.Contains(d, StringComparer.Ordinal)) && shared >= RefutedCover * own;
    }

    /// <summary>What the "no" hangs on is said by the other side; a "no" on something else denies nothing of it.</summary>
    private static bool MayDeny(Content a, Content b)
    {
        (Content no, Content yes) = a.Negative ? (a, b) : (b, a);
        return no.Denied.IsEmpty || no.Denied.Any(d => yes.Words.Contains(d, StringComparer.Ordinal));
    }

    /// <summary>Who is missing is not known to be dead; who was found is no longer missing.</summary>
    private static bool EndOtherwise(Content a, Content b) =>
        a.Core.Where(Ends.Contains).ToArray() is { Length: > 0 } x && b.Core.Where(Ends.Contains).ToArray() is { Length: > 0 } y && !x.Intersect(y, StringComparer.Ordinal).Any();

    private static Contrast Denied(Content a, Content b) => new(DifferenceKind.Existence, true, true, a.Negative ? "no" : "yes", b.Negative ? "no" : "yes");

    private static bool Meet(ImmutableArray<string> a, ImmutableArray<string> b) => a.IsEmpty || b.IsEmpty || a.Any(x => b.Contains(x, StringComparer.Ordinal));

    private bool OneSlot(Contrast contrast) => contrast.IsPart || contrast is { Kind: DifferenceKind.Number, FirstAmount: { } a, SecondAmount: { } b }
        && (AmountContrasts.SufferTheSame(a, b) || (AmountContrasts.FillOneSlot(a, b)
        && a.Slot.Intersect(b.Slot, StringComparer.Ordinal).Sum(w => w.StartsWith(Amount.NameMark, StringComparison.Ordinal) ? SlotWeight / 2 : weights.Of("w:" + w)) >= SlotWeight));

    /// <summary>Two look-alike names of which the same is said ("the Upper Dale road", "the Upper Vale road"), in sentences that may otherwise have little in common.</summary>
    private static void AddAlike(DifferenceKind kind, ImmutableArray<string> a, ImmutableArray<string> b, Content left, Content right, List<Contrast> contrasts)
    {
        string[] onlyA = [.. a.Except(b, StringComparer.Ordinal)], onlyB = [.. b.Except(a, StringComparer.Ordinal)];
        foreach (string first in onlyA)
        {
            foreach (string second in onlyB.Where(n => NameLikeness.AreSlip(first, n)))
            {
                string[] x = [.. left.Roles.Where(r => r.Name == first).Select(r => r.Governor)], y = [.. right.Roles.Where(r => r.Name == second).Select(r => r.Governor)];
                if (x.Intersect(y, StringComparer.Ordinal).Any() || left.Names.Intersect(right.Names, StringComparer.Ordinal).Any())
                    contrasts.Add(new(kind, true, true, first, second));
            }
        }
    }

    private static bool ShareVerbs(Content a, Content b) =>
        a.Predicates.IsEmpty || b.Predicates.IsEmpty
        || a.Predicates.Intersect(b.Words, StringComparer.Ordinal).Any()
        || b.Predicates.Intersect(a.Words, StringComparer.Ordinal).Any();

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
        double trust = count >= 4 ? 1 : amounts.Count > 0 ? 0.9 : count == 3 ? 0.82 : 0.58;
        // A few words that the longer statement happens to hold too do not make it the same.
        if (dice < LeastDice)
            trust *= dice / LeastDice;
        return Math.Min(1, Math.Max(count == 2 && amounts.Count == 0 ? dice * TwoWords : dice, (dice + CoverDiscount * cover) / 2 * trust));
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

    /// <summary>One name exchanged in sentences otherwise the same, or nearly so if the two names are alike ("Lower Delta", "Upper Delta").</summary>
    /// <remarks>Without a gazetteer nothing tells that a town lies in a country, so that less alike sentences are left alone.</remarks>
    private static void AddNames(DifferenceKind kind, Content left, Content right, double likeness, List<Contrast> contrasts)
    {
        (ImmutableArray<string> a, ImmutableArray<string> b) = kind is DifferenceKind.Place ? (left.Places, right.Places) : (left.People, right.People);
        string[] onlyA = [.. a.Except(b, StringComparer.Ordinal)];
        string[] onlyB = [.. b.Except(a, StringComparer.Ordinal)];
        if (likeness < NearlyTheSame || onlyA.Length != 1 || onlyB.Length != 1)
            return;
        (string first, string second) = (onlyA[0], onlyB[0]);
        // "Florida" and "South Florida", "Kim" and "Ban Ki Moon": one holds the other.
        bool holds = $" {first} ".Contains($" {second} ", StringComparison.Ordinal) || $" {second} ".Contains($" {first} ", StringComparison.Ordinal);
        if (holds)
            contrasts.Add(new(kind, false, false, first, second));
        else if ((likeness >= AllButTheName && HangAlike(left, first, right, second)) || NameLikeness.AreAlike(first, second))
            contrasts.Add(new(kind, true, true, first, second));
    }

    /// <summary>"travelled to Varn" and "outside Brenn since they met": two places in two parts of what is said are no contradiction.</summary>
    private static bool HangAlike(Content a, string first, Content b, string second)
    {
        string[] x = [.. a.Roles.Where(r => r.Name == first).Select(r => r.Governor)], y = [.. b.Roles.Where(r => r.Name == second).Select(r => r.Governor)];
        return x.Length == 0 || y.Length == 0 || x.Intersect(y, StringComparer.Ordinal).Any();
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
