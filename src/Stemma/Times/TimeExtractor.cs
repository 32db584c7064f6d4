using System.Collections.Immutable;
using Stemma.Language;

namespace Stemma.Times;

/// <summary>Finds time expressions in one report.</summary>
public sealed class TimeExtractor
{
    public StageId Id { get; } = new("times", 1);

    /// <returns>In text order, without overlaps.</returns>
    public ImmutableArray<TimeExpression> Extract(LinguisticText text) => [];
}
