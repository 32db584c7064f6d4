using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>How the words bound the number.</summary>
public enum Comparator
{
    Exactly,
    About,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// <summary>An amount: a number or range, of what.</summary>
/// <param name="Span">Number, comparator and unit or counted noun as they stand: "about 150 kilometers (95 miles)".</param>
/// <param name="NumberSpan">The number alone.</param>
/// <param name="Low">Lowest value as worded, or null where open ("up to 50" has none).</param>
/// <param name="High">Highest value as worded, or null where open ("tens of millions").</param>
/// <param name="Unit">UCUM code where there is one ("km", "h", "mo", "a", "t", "[USD]", "%"), else the singular noun counted ("trip").</param>
/// <param name="Of">What is counted or measured with its qualifiers ("artillery shells and rockets"), or null.</param>
public sealed record QuantityMention(TextSpan Span, TextSpan NumberSpan, double? Low, double? High, string? Unit, Comparator Comparator, string? Of);
