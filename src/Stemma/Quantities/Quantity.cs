using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>How the words bound the number.</summary>
public enum Comparator
{
    /// <summary>The number is given without a bound: also "just", "only", "a total of".</summary>
    Exactly,

    /// <summary>"about", "some", "nearly", "roughly".</summary>
    About,

    /// <summary>"at least", "no fewer than".</summary>
    AtLeast,

    /// <summary>"up to", "as many as", "no more than".</summary>
    AtMost,

    /// <summary>"more than", "over".</summary>
    MoreThan,

    /// <summary>"fewer than", "under".</summary>
    LessThan,
}

/// <summary>An amount: a number or range, of what.</summary>
/// <param name="Span">Number, comparator and unit or counted noun as they stand: "about 150 kilometers (95 miles)".</param>
/// <param name="NumberSpan">The number alone.</param>
/// <param name="Low">The number as worded, the lower one of a range: 50 in "up to 50" too, <see cref="Comparator"/> says which side it bounds.
/// <see cref="QuantityComparison.IntervalOf"/> gives the values that it allows. Null where no number is named.</param>
/// <param name="High">The upper number of a range, else the same as <paramref name="Low"/>; null where open ("tens of millions").</param>
/// <param name="Unit">UCUM code where there is one ("km", "h", "mo", "a", "t", "[USD]", "%"), else the singular noun counted ("trip"); null where the text does not say.</param>
/// <param name="Of">What is counted or measured with its qualifiers ("artillery shells and rockets"), or null.</param>
public sealed record QuantityMention(TextSpan Span, TextSpan NumberSpan, double? Low, double? High, string? Unit, Comparator Comparator, string? Of)
{
    /// <summary>The same amount in a second unit, given in brackets: "(95 miles)".</summary>
    public QuantityEquivalent? Equivalent { get; init; }

    /// <summary>Sign, number and unit of measure without the words that bound them: "500 years old" of "more than 500 years old", "$4 million"
    /// of "at least $4 million". The number alone where things are counted.</summary>
    public TextSpan MeasureSpan { get; init; } = NumberSpan;

    /// <summary>What the unit measures, as <c>Units.en.tsv</c> names it ("length", "share"), "money" for currencies; null where things are counted.</summary>
    public string? Dimension => Unit is null ? null : Units.IsMoney(Unit) ? "money" : Units.Measure(Unit)?.Dimension;

    /// <summary>Whether it counts all there is or what was added. Whose count it is, tells the attribution that contains it.</summary>
    public QuantityScope Scope { get; init; }

    /// <summary>The words of the time as of which it was counted ("as of Monday"), or null: then as of the report's own.</summary>
    public TextSpan? AsOf { get; init; }

    /// <summary>Whether it is the age of someone or something ("five years old", "aged 56").</summary>
    public bool IsAge { get; init; }

    /// <summary>"dozens", "several": the numbers are what <c>VagueAmounts.en.tsv</c> reads into the word.</summary>
    public bool IsVague { get; init; }
}

/// <summary>An amount repeated in another unit.</summary>
public sealed record QuantityEquivalent(double Low, double High, string Unit);
