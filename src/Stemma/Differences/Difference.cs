using System.Collections.Immutable;

namespace Stemma.Differences;

public enum DifferenceKind
{
    Number,
    Time,
    Place,
    Person,
    Existence,
    Certainty,
}

public enum Verdict
{
    Conflict,
    Compatible,
    Superseded,
}

/// <summary>One side of a difference.</summary>
/// <param name="Value">A number in digits, a time as ISO dates, else the words that differ.</param>
/// <param name="Text">The words as they stand, with their holder.</param>
/// <param name="Assertions">Ids.</param>
public sealed record Position(string Value, string Text, ImmutableArray<string> Assertions);

/// <summary>Where the reports do not say the same.</summary>
/// <param name="About">What it is about, in a few words.</param>
/// <param name="Why">The reason of the verdict in one plain sentence.</param>
public sealed record Difference(string Id, DifferenceKind Kind, string About, ImmutableArray<Position> Positions, Verdict Verdict, string Why);
