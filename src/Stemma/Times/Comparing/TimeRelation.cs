namespace Stemma.Times;

/// <summary>How two times of the same thing stand to each other.</summary>
public enum TimeRelation
{
    /// <summary>The same days, or the same length.</summary>
    Same,

    /// <summary>Some day fits both, or the question does not arise.</summary>
    Compatible,

    /// <summary>No day fits both.</summary>
    Conflict,
}

/// <param name="Comparable">Whether both name days, or both a length; if not, the relation is <see cref="TimeRelation.Compatible"/> for want of a question.</param>
/// <param name="Why">The reason in words, a sentence without its full stop.</param>
public sealed record TimeVerdict(TimeRelation Relation, bool Comparable, string Why);
