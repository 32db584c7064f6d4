using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Stemma.Differences;
using Stemma.Quantities;

namespace Stemma.Claims;

/// <summary>Compares the amounts of two contents: which count the same thing, and whether they agree.</summary>
internal static class AmountContrasts
{
    private static readonly FrozenSet<string> Shares = FrozenSet.Create(StringComparer.Ordinal, "%", "percent", "point");

    /// <summary>Events whose count needs no noun: "the toll rose to 15".</summary>
    private static readonly FrozenSet<string> Events = Tolls.Fates;

    /// <summary>Concepts that stand beside many numbers and tell nothing of what is counted.</summary>
    private static readonly FrozenSet<string> Vague = FrozenSet.Create(StringComparer.Ordinal, "person", "first", "last", "new", "old", "number", "total", "figur");

    /// <summary>What parties and candidates have shares of.</summary>
    private static readonly FrozenSet<string> Votes = FrozenSet.Create(StringComparer.Ordinal, "vote", "voter", "ballot", "poll", "elect");

    /// <summary>Concepts in common around two numbers from which on they count the same of the same.</summary>
    private const int SlotShared = 2;

    /// <summary>By how much two measures of one thing may differ: factor.</summary>
    private const double Orders = 5;

    /// <summary>Figures up to here repeat by chance.</summary>
    private const double SmallFigure = 2;

    /// <summary>Figures from here on have the same digits by no chance.</summary>
    private const double LargeFigure = 1000;

    /// <summary>A figure from here on is the same by no chance, in two statements that have the same happen to what they count.</summary>
    private const double LargeBare = 100;

    /// <summary>An amount that the other side does not have: a longer statement, rarely another one.</summary>
    private const double MissingWeight = 0.8;

    public static IEnumerable<Contrast> Find(Content a, Content b, Tally tally)
    {
        bool[] metA = new bool[a.Amounts.Length];
        bool[] metB = new bool[b.Amounts.Length];
        for (int i = 0; i < a.Amounts.Length; i++)
        {
            for (int j = 0; j < b.Amounts.Length; j++)
            {
                if (metB[j] || metA[i] || !AreEqual(a.Amounts[i], b.Amounts[j]))
                    continue;
                metA[i] = metB[j] = true;
                double weight = EqualWeight(a.Amounts[i].Mention);
                tally.First += weight;
                tally.Second += weight;
                tally.Shared += weight;
                tally.Count++;
            }
        }

        // What is left over is paired by what stands around it, so that each candidate's share meets his own.
        List<Contrast> contrasts = [];
        foreach ((int i, int j) in Enumerable.Range(0, metA.Length)
            .SelectMany(i => Enumerable.Range(0, metB.Length).Select(j => (i, j)))
            .Where(p => !metA[p.i] && !metB[p.j] && CountTheSame(a.Amounts[p.i], b.Amounts[p.j]))
            .OrderByDescending(p => SharedSlot(a.Amounts[p.i], b.Amounts[p.j])).ThenBy(p => p.i).ThenBy(p => p.j)
            .ToArray())
        {
            if (metA[i] || metB[j])
                continue;
            metA[i] = metB[j] = true;
            // What the other side says too, beside another figure, is not contradicted by it.
            if (!SaysToo(b, a.Amounts[i]) && !SaysToo(a, b.Amounts[j]))
                contrasts.Add(Differ(a.Amounts[i], b.Amounts[j]));
        }

        foreach (Amount x in a.Amounts)
        {
            foreach (Amount y in b.Amounts.Where(y => ArePartAndWhole(x, y)))
                contrasts.Add(new(DifferenceKind.Number, true, false, Digits(x), Digits(y), x, y) { IsPart = true });
        }

        tally.First += metA.Count(m => !m) * MissingWeight;
        tally.Second += metB.Count(m => !m) * MissingWeight;
        return contrasts;
    }

    private static bool SaysToo(Content content, Amount amount) =>
        content.Amounts.Any(o => (Digits(o) == Digits(amount) || Centre(o.Mention) == Centre(amount.Mention)) && (o.Noun == amount.Noun || o.Noun.Length == 0 || amount.Noun.Length == 0));

    /// <summary>Whether the same thing is said of what both count, so that two figures for it differ and not merely stand in like sentences.</summary>
    public static bool FillOneSlot(Amount a, Amount b)
    {
        string[] shared = [.. a.Slot.Intersect(b.Slot, StringComparer.Ordinal)];
        // Lengths and shares are many in a story: only one of the same place or person is the same.
        bool counted = !Shares.Contains(a.Noun) && a.Mention.Unit is { } unit && !IsSized(unit);
        return shared.Length >= SlotShared
            && (shared.Any(w => w.StartsWith(Amount.NameMark, StringComparison.Ordinal)) || (counted && shared.Any(w => !Vague.Contains(w))) || shared.Any(Events.Contains));
    }

    /// <summary>Whether the tree has the same happen to the same kind of thing, of which neither side is said to be another lot.</summary>
    /// <remarks>"People" are whoever is meant: they are left to sentences that are alike. A slip of the pen leaves the digits alone, whatever the words around.</remarks>
    public static bool SufferTheSame(Amount a, Amount b) => AreOneToll(a, b) || AreOneNations(a, b) || AreSlipOfKind(a, b) || (
        a.Noun.Length > 0 && a.Noun == b.Noun && !Shares.Contains(a.Noun) && !Vague.Contains(a.Noun) && a.Mention.Unit is { } unit && (Units.Measure(unit) is null || (a.Acts.Contains("worth") && b.Acts.Contains("worth")))
        && (a.Acts.Intersect(b.Acts, StringComparer.Ordinal).Any(c => !Vague.Contains(c)) || IsSlip(a, b))
        && !a.InParts && !b.InParts
        && !AreOthers(a.Lot, b.Lot) && a.Lot.Where(IsName).SequenceEqual(b.Lot.Where(IsName))
        && !AreOthers(Names(a), Names(b)));

    /// <summary>"38,000 customers", "380,000 people": the digits of a large figure, and a word for all beside a word for some.</summary>
    private static bool AreSlipOfKind(Amount a, Amount b) => Kinds.AreOne(a.Noun, b.Noun) && Math.Min(a.Mention.Low ?? 0, b.Mention.Low ?? 0) >= LargeFigure && IsSlip(a, b) && !a.InParts && !b.InParts && Fate(a) == Fate(b);

    /// <summary>"Three Norwegian guards", "seven Norwegians": of one nation, each side's word for its people.</summary>
    private static bool AreOneNations(Amount a, Amount b) =>
        Kinds.AreOne(a.Noun, b.Noun) && Fate(a) is { } fate && fate == Fate(b) && !a.InParts && !b.InParts
        && Nations(a) is { Length: 1 } x && Nations(b) is { Length: 1 } y && x[0] == y[0];

    private static string[] Nations(Amount amount) => [.. amount.Lot.Where(IsName).Select(l => l.EndsWith('s') ? l[..^1] : l).Distinct(StringComparer.Ordinal)];

    /// <summary>"18 were missing", "six people are missing": people, or a number alone, of whom the tree has one and the same happen.</summary>
    private static bool AreOneToll(Amount a, Amount b) =>
        (IsToll(a) || (b.Noun.Length == 0 && Kinds.AreOne("person", a.Noun))) && (IsToll(b) || (a.Noun.Length == 0 && Kinds.AreOne("person", b.Noun))) && ShareFate(a, b) && !a.InParts && !b.InParts && a.Lot.SequenceEqual(b.Lot) && !AreOthers(Names(a), Names(b));

    /// <summary>Whether different things happen to what the two count: "four were killed", "four are missing".</summary>
    public static bool HaveOtherFates(Content a, Content b) =>
        a.Amounts.Select(Fate).OfType<string>().ToArray() is { Length: > 0 } x && b.Amounts.Select(Fate).OfType<string>().ToArray() is { Length: > 0 } y && !x.Intersect(y, StringComparer.Ordinal).Any();

    /// <summary>"Written up three times in ten days", "two entries in the ten days before": each counts something, and the days that both name make it no one figure.</summary>
    public static bool CountOtherwise(Content a, Content b)
    {
        Amount[] x = [.. a.Amounts.Where(IsCount)], y = [.. b.Amounts.Where(IsCount)];
        return x.Length > 0 && y.Length > 0 && !x.Any(i => y.Any(j => AreEqual(i, j)));
    }

    private static bool IsCount(Amount amount) => !IsMeasure(amount) && !IsShare(amount) && amount.Noun is not Amount.Age && (amount.Mention.Low ?? amount.Mention.High) > 1;

    private static bool IsToll(Amount amount) => amount.Noun is "" or "person" && (amount.Mention.Unit is null || Units.Measure(amount.Mention.Unit) is null);

    /// <summary>The one thing that happens to what is counted; null where the tree tells none or several.</summary>
    private static string? Fate(Amount amount)
    {
        string[] fates = [.. amount.Acts.Where(Events.Contains)];
        return fates.Length == 1 ? fates[0] : null;
    }

    /// <summary>One thing happens to both; of the hurt, who are treated and taken to hospital for it, one of these.</summary>
    private static bool ShareFate(Amount a, Amount b) => (Fate(a) is { } fate && fate == Fate(b)) || (AreHurt(a) && AreHurt(b) && a.Acts.Intersect(b.Acts, StringComparer.Ordinal).Any(Events.Contains));

    private static bool AreHurt(Amount amount) => amount.Acts.Where(Events.Contains).All(a => a is "injure" or "treat" or "hospital");

    /// <summary>"Eight soldiers" among the "19 people" whom the other says were killed at one place: a part and the whole.</summary>
    public static bool ArePartAndWhole(Amount a, Amount b)
    {
        (Amount part, Amount whole) = Concepts.People.Contains(a.Noun) && a.Noun != "person" ? (a, b) : (b, a);
        return Concepts.People.Contains(part.Noun) && part.Noun != "person" && whole.Noun is "person"
            && Fate(part) is { } fate && fate == Fate(whole)
            && Names(part).Intersect(Names(whole), StringComparer.Ordinal).Any()
            && (part.Mention.Low ?? part.Mention.High) < (whole.Mention.High ?? whole.Mention.Low);
    }

    /// <summary>Whether both give one figure, not a small one, for what happens to one thing ("eight soldiers fell"), or a rare figure for one name ("Larsen 51.3").</summary>
    public static bool GiveTheSame(Content a, Content b)
    {
        foreach (Amount x in a.Amounts)
        {
            foreach (Amount y in b.Amounts)
            {
                if (!AreEqual(x, y) || (x.Mention.Low ?? x.Mention.High) is not > SmallFigure and not (> 0 and < 1))
                    continue;
                // "The recall of 14 lots after tablets four times too strong were found": what tells how much more counts nothing.
                if (x.Noun == y.Noun && x.Noun.Length > 0 && Lots(a) == 1 && Lots(b) == 1 && SufferTheSame(x, y))
                    return true;
                if (AreKindOfOne(x, y) && a.Amounts.Count(o => o.IsCore) <= 1 && b.Amounts.Count(o => o.IsCore) <= 1)
                    return true;
                if (a.Amounts.Length == 1 && b.Amounts.Length == 1 && AreOneBare(x, y))
                    return true;
                // A statement that counts several lots may be right in one and disputed in another.
                if (x.Noun.Length * y.Noun.Length == 0 && x.Noun != y.Noun && Fate(x) is { } fate && fate == Fate(y) && x.Mention.Comparator == y.Mention.Comparator && a.Amounts.Length == 1 && b.Amounts.Length == 1)
                    return true;
                if ((a.Amounts.Length == 1 && b.Amounts.Length == 1 && SufferTheSame(x, y)) || (Figures(x).Length >= 3 && Names(x).Intersect(Names(y), StringComparer.Ordinal).Any()))
                    return true;
            }
        }

        return false;
    }

    /// <summary>How many different things are counted: "four times as strong" and lengths are no things.</summary>
    private static int Lots(Content content) => content.Amounts.Count(o => !IsMeasure(o) && !IsShare(o) && o.Noun is not ("time" or "" or "first" or "class"));

    /// <summary>"At least 300 are missing", "results from at least 300 stations were missing": a large figure, guarded alike, of which the same is said.</summary>
    private static bool AreOneBare(Amount a, Amount b) =>
        a.IsBare != b.IsBare && a.Mention.Low == b.Mention.Low && a.Mention.High == b.Mention.High && a.Mention.Comparator == b.Mention.Comparator && (a.Mention.Low ?? a.Mention.High) >= LargeBare
        && a.Slot.Intersect(b.Slot, StringComparer.Ordinal).Any(Events.Contains) && !AreOthers(a.Lot, b.Lot) && !IsMeasure(a) && !IsMeasure(b);

    /// <summary>Whether two measures are of one order: the price of a firm and the penalty in its contract are two things, save where the pen slipped by a power of ten.</summary>
    public static bool AreOfOneOrder(Amount a, Amount b) =>
        !IsMeasure(a) || !IsMeasure(b) || IsSlip(a, b) || ((a.Mention.Low ?? a.Mention.High) is { } x && (b.Mention.Low ?? b.Mention.High) is { } y && x > 0 && y > 0 && Math.Max(x, y) <= Orders * Math.Min(x, y));

    /// <summary>A length, a duration, a sum of money.</summary>
    public static bool IsMeasure(Amount amount) => amount.Noun is not Amount.Age && amount.Mention.Unit is { } unit && IsSized(unit);

    public static bool IsShare(Amount amount) => Shares.Contains(amount.Noun);

    /// <summary>Money is measured like lengths, not counted like people.</summary>
    private static bool IsSized(string unit) => Units.Measure(unit) is not null || Units.IsMoney(unit);

    /// <summary>Lengths, durations, sums of money: many in a story, so that only one of the same act is the same.</summary>
    public static bool MeasureOtherThings(Amount a, Amount b) =>
        a.Noun is not Amount.Age && a.Mention.Unit is { } unit && IsSized(unit) && a.Acts.Length > 0 && b.Acts.Length > 0 && !a.Acts.Intersect(b.Acts, StringComparer.Ordinal).Any();

    /// <summary>Whether two figures have the same digits but for a shifted point or two neighbours exchanged: 1.2 and 12 million, 340 and 430.</summary>
    public static bool IsSlip(Amount a, Amount b)
    {
        if (a.Mention.Comparator != b.Mention.Comparator || a.Mention.Low != a.Mention.High && a.Mention.Comparator is Comparator.Exactly)
            return false;
        string x = Figures(a), y = Figures(b);
        if (x.Length < 2 || y.Length < 2 || Digits(a) == Digits(b))
            return false;
        if (x == y)
            return true;
        if (x.Length != y.Length || Digits(a).Length != Digits(b).Length)
            return false;
        // Of two digits, 14 pages and 41 pages may well be two papers; a measure is taken of one thing, and people are one toll.
        if (x.Length == 2 && Digits(a).Length == 2 && !IsMeasure(a) && !IsShare(a) && IsThing(a) && IsThing(b))
            return false;
        int at = 0;
        while (x[at] == y[at])
            at++;
        return at + 1 < x.Length && x[at] == y[at + 1] && x[at + 1] == y[at] && x.AsSpan(at + 2).SequenceEqual(y.AsSpan(at + 2));
    }

    /// <summary>The digits without point and closing zeros.</summary>
    private static string Figures(Amount amount) => Digits(amount).Replace(".", "", StringComparison.Ordinal).Trim('0');

    /// <summary>"Four counts of wire fraud" and "two of extortion": each side says of which, and they have none of it in common.</summary>
    public static bool AreOfOtherLots(Amount a, Amount b) => AreOthers(a.Lot, b.Lot);

    /// <summary>"government soldiers" and "rebel soldiers": each side says which, and they have none of it in common.</summary>
    private static bool AreOthers(ImmutableArray<string> a, ImmutableArray<string> b) => a.Length > 0 && b.Length > 0 && !a.Intersect(b, StringComparer.Ordinal).Any();

    /// <summary>"Three of whom died" counts no wards.</summary>
    private static bool IsThing(Amount amount) => amount.Noun.Length > 0 && amount.Noun is not ("person" or "animal") && !Concepts.People.Contains(amount.Noun) && !Kinds.AreOne("person", amount.Noun) && !Kinds.AreOne("animal", amount.Noun);

    /// <summary>Whether names stand beside both, and none beside both of them.</summary>
    public static bool NameOthers(Amount a, Amount b) => AreOthers(Names(a), Names(b));

    private static bool IsName(string concept) => concept.StartsWith(Amount.NameMark, StringComparison.Ordinal);

    private static ImmutableArray<string> Names(Amount amount) => [.. amount.Slot.Where(w => w.StartsWith(Amount.NameMark, StringComparison.Ordinal))];

    /// <summary>What an equal amount tells, beside a word of middling rarity (about 2): "51.3" repeats by chance far less often than "two".</summary>
    private static double EqualWeight(QuantityMention mention)
    {
        string digits = (mention.Low ?? mention.High ?? 0).ToString("0.######", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return digits.Length switch { <= 1 => 2, 2 => 3.5, _ => 6 };
    }

    private static int SharedSlot(Amount a, Amount b) => a.Slot.Intersect(b.Slot, StringComparer.Ordinal).Count();

    /// <summary>Digits for a picture: "1200000", "0.5", "2500-3000".</summary>
    public static string Digits(Amount amount)
    {
        QuantityMention mention = amount.Mention;
        string low = (mention.Low ?? mention.High ?? 0).ToString("0.######", CultureInfo.InvariantCulture);
        return mention.Low is { } from && mention.High is { } to && from != to
            ? low + "-" + to.ToString("0.######", CultureInfo.InvariantCulture)
            : low;
    }

    internal static bool AreEqual(Amount a, Amount b) => AreKindOfOne(a, b) || AreOneBare(a, b) ||
        (CountTheSame(a, b) && Verdict(a, b) is { Relation: not QuantityRelation.Conflict } verdict && SameFigure(a.Mention, b.Mention, verdict));

    /// <summary>"340 animals" and "340 cattle", "eight men" and "eight soldiers": one figure, one fate, and a word for all beside a word for some.</summary>
    private static bool AreKindOfOne(Amount a, Amount b) =>
        Fate(a) is { } fate && fate == Fate(b) && Kinds.AreOne(a.Noun, b.Noun) && a.Mention.Comparator == b.Mention.Comparator
        && a.Mention.Low == b.Mention.Low && a.Mention.High == b.Mention.High && (a.Mention.Low ?? a.Mention.High) > SmallFigure && !a.InParts && !b.InParts;

    /// <summary>The figure itself, or what it converts to: half a point is 50 basis points.</summary>
    private static bool SameFigure(QuantityMention a, QuantityMention b, QuantityVerdict verdict) =>
        (a.Low ?? a.High) == (b.Low ?? b.High)
        || Centre(a) == Centre(b)
        || (a.Unit is not null && b.Unit is not null && a.Unit != b.Unit && verdict.Comparable && IsExact(a) && IsExact(b));

    /// <summary>"about 13" is 13, give or take.</summary>
    private static double? Centre(QuantityMention mention) => mention.Low is { } low && mention.High is { } high ? (low + high) / 2 : mention.Low ?? mention.High;

    /// <summary>Converted figures never meet to the digit; exact ones that are compatible are the same.</summary>
    private static bool IsExact(QuantityMention mention) => mention.Comparator is Comparator.Exactly && mention.Low is not null && mention.Low == mention.High;

    /// <summary>The thing counted is one, or one side does not name it and both tell of the same kind of event.</summary>
    private static bool CountTheSame(Amount a, Amount b)
    {
        if (a.Noun is Amount.Age || b.Noun is Amount.Age)
            return a.Noun == b.Noun && a.Slot.SequenceEqual(b.Slot);
        if (a.Noun.Length == 0 || b.Noun.Length == 0 || (a.Noun != b.Noun && (a.IsBare || b.IsBare) && !IsMeasure(a) && !IsMeasure(b)))
            return a.Slot.Intersect(b.Slot, StringComparer.Ordinal).Any(Events.Contains) && !(IsThing(a) && b.Acts.Any(Tolls.Bodily.Contains)) && !(IsThing(b) && a.Acts.Any(Tolls.Bodily.Contains));
        if (a.Noun != b.Noun && !Verdict(a, b).Comparable)
            return false;
        // A share's price is not the firm's, nor a month's pay a year's.
        if (a.Per != b.Per)
            return false;
        // By how much somebody won is not what he got.
        if (a.IsMargin != b.IsMargin)
            return false;
        // "96 percent of stations" and "51 percent of the vote" share a unit and nothing else; nor is a bare "51 percent" one of stations where none are near.
        return !Shares.Contains(a.Noun) || (a.Mention.Of, b.Mention.Of) switch
        {
            (null, null) => true,
            ({ } x, { } y) => Overlap(x, y),
            ({ }, null) => a.Lot.IsEmpty || IsNear(b, a.Lot),
            (null, { }) => b.Lot.IsEmpty || IsNear(a, b.Lot),
        };
    }

    /// <summary>Whether what the other's share is of stands near this bare one, or is what a share beside a candidate's name is always of.</summary>
    private static bool IsNear(Amount amount, ImmutableArray<string> of) => amount.Slot.Intersect(of, StringComparer.Ordinal).Any() || of.Any(Votes.Contains);

    private static bool Overlap(string a, string b) =>
        a.Split(' ').Intersect(b.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    private static Contrast Differ(Amount a, Amount b)
    {
        QuantityVerdict verdict = Verdict(a, b);
        bool conflict = verdict.Relation is QuantityRelation.Conflict;
        // "several hundred" and "at least 300" are one statement in two degrees of care; two figures are two statements.
        bool vague = !conflict && (IsVague(a.Mention) || IsVague(b.Mention)) && MayRoundTo(a.Mention, b.Mention) && MayRoundTo(b.Mention, a.Mention);
        return new(DifferenceKind.Number, !vague, conflict, Digits(a), Digits(b), a, b, Relation: verdict.Relation);
    }

    /// <summary>"About 31" may be 31.4, and is not 33.25, though it is near: who rounds keeps the digits that he gives.</summary>
    private static bool MayRoundTo(QuantityMention round, QuantityMention exact)
    {
        if (round.Comparator is not Comparator.About || Centre(round) is not > 0 || !IsExact(exact) || round.Unit != exact.Unit)
            return true;
        double value = Centre(round)!.Value;
        double step = Math.Pow(10, Math.Floor(Math.Log10(value)));
        while (step > 1e-6 && Math.Abs((value / step) - Math.Round(value / step)) > 1e-9)
            step /= 10;
        return Math.Abs(exact.Low!.Value - value) <= step;
    }

    private static bool IsVague(QuantityMention mention) =>
        mention.Comparator is Comparator.About || (mention.Low is { } low && mention.High is { } high && low != high && mention.Comparator is Comparator.Exactly);

    private static QuantityVerdict Verdict(Amount a, Amount b)
    {
        QuantityMention first = a.Mention;
        QuantityMention second = b.Mention;
        // "the toll rose to 15" counts what "15 people died" counts.
        if (first.Unit is null || (a.IsBare && second.Unit is not null))
            first = first with { Unit = second.Unit };
        else if (second.Unit is null || b.IsBare || a.Noun == b.Noun)
            second = second with { Unit = first.Unit };
        return QuantityComparison.Compare(first, second);
    }
}
