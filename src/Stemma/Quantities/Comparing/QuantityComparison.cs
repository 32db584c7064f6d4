using System.Globalization;

namespace Stemma.Quantities;

/// <summary>Tells whether two stated amounts agree. A total function: any two mentions have a verdict, and the order does not matter.</summary>
/// <remarks>
/// The questions in their order: do both name a number; do they measure the same thing, in one unit or in units that convert; are the same people meant (the
/// dead are not the injured); is the one a total and the other an addition; only then the numbers. Comparators become intervals, and two amounts conflict if
/// and only if their intervals, in one unit, have no value in common and the later is not a larger count of something that grows.
/// "at least" and "up to" include the number, "more than" and "fewer than" do not; "about" (also "some", "nearly") widens by a tenth to either side, by
/// one at least for a count; a plural that names no number ("tens of millions") is open above. Amounts in different units are compared with two
/// percent to spare, because one of them was rounded when it was converted. Whose counts they are is the caller's to know. <c>docs/guide/times-and-quantities.md</c>
/// tells the same to users.
/// </remarks>
public static class QuantityComparison
{
    public static QuantityVerdict Compare(QuantityMention a, QuantityMention b) => Compare(a, null, b, null);

    /// <param name="asOfA">The day as of which <paramref name="a"/> was counted, or null where it is not known.</param>
    /// <param name="asOfB">The same of <paramref name="b"/>.</param>
    /// <returns>The same verdict when both pairs change places.</returns>
    public static QuantityVerdict Compare(QuantityMention a, DateOnly? asOfA, QuantityMention b, DateOnly? asOfB)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Low is null || b.Low is null)
            return new(QuantityRelation.Compatible, false, "one of them names no number");
        if (Scale(a, b) is not { } scale)
            return new(QuantityRelation.Compatible, false, $"they count different things: {InOrder(Name(a), Name(b), " and ")}");

        if (Fates.Of(a) is { Count: > 0 } x1 && Fates.Of(b) is { Count: > 0 } y1 && !x1.Overlaps(y1))
            return new(QuantityRelation.Compatible, false, $"they count different people: the {InOrder(string.Join(" and ", x1), string.Join(" and ", y1), " and the ")}");
        if (a.Scope != b.Scope && (a.Scope == QuantityScope.Additional || b.Scope == QuantityScope.Additional))
            return new(QuantityRelation.Compatible, false, "one is the whole, the other what was added");

        AmountInterval first = IntervalOf(a);
        AmountInterval second = IntervalOf(b);
        double spare = scale.First == scale.Second ? 0 : VagueAmounts.Converted;
        AmountInterval x = Times(first, scale.First, spare);
        AmountInterval y = Times(second, scale.Second, spare);
        if (scale.First == scale.Second && a.Low == b.Low && a.High == b.High && a.Comparator == b.Comparator)
            return new(QuantityRelation.Same, true, "the same number in the same words");
        if (!x.Overlaps(y))
        {
            bool grown = asOfA is { } dayA && asOfB is { } dayB && dayA != dayB && (dayA < dayB ? x.High < y.Low : y.High < x.Low) && Fates.Grows(a) && Fates.Grows(b);
            return grown
                ? new(QuantityRelation.Compatible, true, "the later count is the larger one, as such counts grow")
                : new(QuantityRelation.Conflict, true, $"{InOrder(Words(a), Words(b), " and ")} have no value in common");
        }

        return x == y && x.Low == x.High
            ? new(QuantityRelation.Same, true, "the same number")
            : new(QuantityRelation.Compatible, true, $"one value can be both {InOrder(Words(a), Words(b), " and ")}");
    }

    /// <summary>Both in one order, so that a verdict reads alike whichever amount comes first.</summary>
    private static string InOrder(string a, string b, string between) => string.CompareOrdinal(a, b) <= 0 ? a + between + b : b + between + a;

    /// <summary>The values, in the mention's own unit, that its words allow. Without a number: all of them.</summary>
    public static AmountInterval IntervalOf(QuantityMention quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (quantity.Low is not { } low)
            return new(double.NegativeInfinity, double.PositiveInfinity);
        double high = quantity.High ?? double.PositiveInfinity;
        bool counted = IsCount(quantity);
        double step = counted ? 1 : 0;
        // Below nought only what is negative itself goes.
        double floor = low < 0 ? double.NegativeInfinity : 0;
        return quantity.Comparator switch
        {
            Comparator.AtLeast => new(low, double.PositiveInfinity),
            Comparator.MoreThan => new(counted ? low + step : Math.BitIncrement(low), double.PositiveInfinity),
            Comparator.AtMost => new(floor, high),
            Comparator.LessThan => new(floor, double.IsInfinity(high) ? high : counted ? Math.Max(floor, high - step) : Math.BitDecrement(high)),
            Comparator.About => About(low, high, step),
            _ => new(low, high),
        };
    }

    private static AmountInterval About(double low, double high, double step)
    {
        double below = Math.Max(step, Math.Abs(low) * VagueAmounts.About);
        double above = double.IsInfinity(high) ? 0 : Math.Max(step, Math.Abs(high) * VagueAmounts.About);
        return new(low - below, high + above);
    }

    /// <summary>Factors that bring both to one unit, or null where they cannot be compared.</summary>
    private static (double First, double Second)? Scale(QuantityMention a, QuantityMention b)
    {
        if (a.Unit == b.Unit)
            return (1, 1);
        if (a.Unit is null || b.Unit is null)
            return null;
        if (CountedNouns.SameKind(a.Unit, b.Unit))
            return (1, 1);
        return Units.Measure(a.Unit) is { } x && Units.Measure(b.Unit) is { } y && x.Dimension == y.Dimension ? (x.Factor, y.Factor) : null;
    }

    private static AmountInterval Times(AmountInterval interval, double factor, double spare) =>
        new(interval.Low * factor * (interval.Low > 0 ? 1 - spare : 1 + spare), interval.High * factor * (interval.High > 0 ? 1 + spare : 1 - spare));

    /// <summary>Things are counted in whole numbers, money and measures are not.</summary>
    private static bool IsCount(QuantityMention quantity) =>
        quantity.Low is { } low && low == Math.Truncate(low) && (quantity.Unit is null || (Units.Measure(quantity.Unit) is null && !Units.IsMoney(quantity.Unit)));

    private static string Name(QuantityMention quantity) => quantity.Of ?? quantity.Unit ?? "an amount of something";

    private static string Words(QuantityMention quantity)
    {
        string low = quantity.Low!.Value.ToString("R", CultureInfo.InvariantCulture);
        string number = quantity.High is { } high && high != quantity.Low ? $"{low} to {high.ToString("R", CultureInfo.InvariantCulture)}" : low;
        string unit = quantity.Unit is null ? number : $"{number} {quantity.Unit}";
        return quantity.Comparator switch
        {
            Comparator.About => "about " + unit,
            Comparator.AtLeast => "at least " + unit,
            Comparator.AtMost => "at most " + unit,
            Comparator.MoreThan => "more than " + unit,
            Comparator.LessThan => "less than " + unit,
            _ => quantity.High is null ? unit + " or more" : unit,
        };
    }
}
