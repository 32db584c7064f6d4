using System.Collections.Immutable;
using Stemma.Language;

namespace Stemma.Attributions;

/// <summary>What <see cref="AttributionExtractor"/> finds.</summary>
public sealed record AttributionLayer(
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<QuotedPassage> Quotes,
    ImmutableArray<EventMention> Events);

/// <summary>Finds whose word each statement of a report is.</summary>
public sealed class AttributionExtractor
{
    public StageId Id { get; } = new("attributions", 1);

    public AttributionLayer Extract(LinguisticText text) => new([], [], []);
}
