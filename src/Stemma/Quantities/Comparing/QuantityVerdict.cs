namespace Stemma.Quantities;

/// <summary>How two stated amounts stand to each other.</summary>
public enum QuantityRelation
{
    /// <summary>The same numbers, bounds and unit.</summary>
    Same,

    /// <summary>One true value could satisfy both, or they do not speak of the same thing.</summary>
    Compatible,

    /// <summary>No true value satisfies both.</summary>
    Conflict,
}

/// <param name="Comparable">Whether both measure the same thing in units that convert; if not, the relation is
/// <see cref="QuantityRelation.Compatible"/> for want of a question.</param>
/// <param name="Why">The reason in words, a sentence without its full stop.</param>
public sealed record QuantityVerdict(QuantityRelation Relation, bool Comparable, string Why);
