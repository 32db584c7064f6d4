using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Lineages;

/// <summary>Finds who rests on whom inside one story.</summary>
public sealed class LineageTracer
{
    /// <returns>By child in the order given, then by share, largest first. A target that is not at hand has an id of
    /// <see cref="Claims.OriginIds.Item"/>.</returns>
    public ImmutableArray<Derivation> Trace(ImmutableArray<DatedReport> reports) => [];
}
