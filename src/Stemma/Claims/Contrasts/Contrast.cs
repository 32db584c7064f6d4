using Stemma.Differences;
using Stemma.Quantities;

namespace Stemma.Claims;

/// <summary>A point in which two contents that are otherwise alike do not say the same.</summary>
/// <param name="Parts">Whether it keeps the two in different claims: "as early as Tuesday" and "on Wednesday" differ without that.</param>
/// <param name="Conflict">Whether both cannot be true of one thing at one time.</param>
/// <param name="First">What differs in the first content, in words.</param>
internal sealed record Contrast(DifferenceKind Kind, bool Parts, bool Conflict, string First, string Second, Amount? FirstAmount = null, Amount? SecondAmount = null, Day? FirstDay = null, Day? SecondDay = null, QuantityRelation Relation = QuantityRelation.Compatible)
{
    /// <summary>Whether the one figure counts a part of what the other counts.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether whole months differ, so that it tells only between sentences that are otherwise one.</summary>
    public bool IsBroad { get; init; }

    /// <summary>Whether the one says in so many words that it is not what the other says.</summary>
    public bool IsOutright { get; init; }
}

/// <summary>How two contents stand to each other.</summary>
/// <param name="Score">Likeness in what is said, numbers, times and polarity aside for the contrasts: 0 to 1.</param>
/// <param name="Contrasts">Empty where nothing speaks against it.</param>
internal sealed record Comparison(double Score, IReadOnlyList<Contrast> Contrasts)
{
    public static readonly Comparison Unrelated = new(0, []);

    /// <summary>One is the other with a detail changed (<see cref="WordingEdits"/>).</summary>
    public bool Edited { get; init; }

    /// <summary>Whether a contrast or an edit keeps the two apart.</summary>
    public bool Parted => Edited || Contrasts.Any(c => c.Parts);
}
