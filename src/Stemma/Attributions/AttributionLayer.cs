using System.Collections.Immutable;

namespace Stemma.Attributions;

/// <summary>What <see cref="AttributionExtractor"/> finds. Each list is in text order.</summary>
public sealed record AttributionLayer(
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<QuotedPassage> Quotes,
    ImmutableArray<EventMention> Events);
