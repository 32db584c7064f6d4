using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Times;

namespace Stemma.Quantities;

/// <summary>Finds amounts in one report: numerals and words, unit or counted noun, comparator.</summary>
public sealed class QuantityExtractor
{
    public StageId Id { get; } = new("quantities", 1);

    /// <param name="times">Numbers inside a date are no amounts.</param>
    /// <returns>In text order, without overlaps.</returns>
    public ImmutableArray<QuantityMention> Extract(LinguisticText text, ImmutableArray<TimeExpression> times) => [];
}
