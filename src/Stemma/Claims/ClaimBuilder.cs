using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>The assertions, claims and origins of one story.</summary>
public sealed record ClaimSet(ImmutableArray<Assertion> Assertions, ImmutableArray<Claim> Claims, ImmutableArray<Origin> Origins);

/// <summary>Draws the assertions of a story, joins those that state the same thing, and walks each to its origins.</summary>
public sealed class ClaimBuilder
{
    public ClaimSet Build(ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage) => new([], [], []);
}
