using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Annotations;

/// <summary>All that is found inside one report, looking at it alone. Drawn once per report and stored.</summary>
public sealed record Annotation
{
    public required LinguisticText Language { get; init; }

    /// <summary>Still relative to the publication day where the words are ("on Monday"); <see cref="TimeResolver"/> settles them.</summary>
    public required ImmutableArray<TimeExpression> Times { get; init; }

    public required ImmutableArray<QuantityMention> Quantities { get; init; }

    public required ImmutableArray<EventMention> Events { get; init; }

    public required ImmutableArray<QuotedPassage> Quotes { get; init; }

    public required ImmutableArray<Attribution> Attributions { get; init; }
}
