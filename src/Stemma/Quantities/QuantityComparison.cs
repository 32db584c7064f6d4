using System.Globalization;

namespace Stemma.Quantities;

/// <summary>Tells whether two stated amounts agree. A total function: any two mentions have a verdict, and the order does not matter.</summary>
/// <remarks>
/// Comparators become intervals, and two amounts conflict if and only if their intervals, in one unit, have no value in common.
/// "at least" and "up to" include the number, "more than" and "fewer than" do not; "about" (also "some", "nearly") widens by a tenth to either side, by
/// one at least for a count; a plural that names no number ("tens of millions") is open above. Amounts in different units are compared with two
/// percent to spare, because one of them was rounded when it was converted. What this function does not know: who is counted ("soldiers", "people") beyond the
/// unit, and as of when. A caller that knows of a different scope or a later count must ask itself first.
/// </remarks>
public static class QuantityComparison
{
    /// <summary>"about" reaches a tenth to either side: knowledge of the field, survey section D.4.</summary>
    private const double AboutShare = 0.1;

    /// <summary>"150 kilometers (95 miles)": editors round what they convert.</summary>
    private const double ConversionShare = 0.02;

    public static QuantityVerdict Compare(QuantityMention a, QuantityMention b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Low is null || b.Low is null)
            return new(QuantityRelation.Compatible, false, "one of them names no number");
        if (Scale(a, b) is not { } scale)
            return new(QuantityRelation.Compatible, false, $"they count different things: {Name(a)} and {Name(b)}");

        AmountInterval first = IntervalOf(a);
        AmountInterval second = IntervalOf(b);
        double spare = scale.First == scale.Second ? 0 : ConversionShare;
        AmountInterval x = Times(first, scale.First, spare);
        AmountInterval y = Times(second, scale.Second, spare);
        if (scale.First == scale.Second && a.Low == b.Low && a.High == b.High && a.Comparator == b.Comparator)
            return new(QuantityRelation.Same, true, "the same number in the same words");
        if (!x.Overlaps(y))
            return new(QuantityRelation.Conflict, true, $"{Words(a)} and {Words(b)} have no value in common");
        return x == y && x.Low == x.High
            ? new(QuantityRelation.Same, true, "the same number")
            : new(QuantityRelation.Compatible, true, $"one value can be both {Words(a)} and {Words(b)}");
    }

    /// <summary>The values, in the mention's own unit, that its words allow. Without a number: all of them.</summary>
    public static AmountInterval IntervalOf(QuantityMention quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (quantity.Low is not { } low)
            return new(double.NegativeInfinity, double.PositiveInfinity);
        double high = quantity.High ?? double.PositiveInfinity;
        bool counted = IsCount(quantity);
        double step = counted ? 1 : 0;
        double floor = Math.Min(low, 0);
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
        double below = Math.Max(step, Math.Abs(low) * AboutShare);
        double above = double.IsInfinity(high) ? 0 : Math.Max(step, Math.Abs(high) * AboutShare);
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
