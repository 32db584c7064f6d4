using Stemma.Text;

namespace Stemma.Quantities.Numerals;

/// <summary>A number as it stands in a text, whether or not it counts anything.</summary>
/// <param name="Low">The value, or the least it can mean ("dozens").</param>
/// <param name="High">The value, or the most it can mean; null where open.</param>
public sealed record NumberMention(TextSpan Span, double Low, double? High);
