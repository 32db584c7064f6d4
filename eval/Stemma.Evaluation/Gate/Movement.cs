namespace Stemma.Evaluation.Gate;

/// <summary>How a category of a case stands against its floor.</summary>
/// <param name="Floor">0 to 1; null: not pinned.</param>
/// <param name="Now">0 to 1; null: no longer asked.</param>
/// <param name="Band">How far below the floor it may stand.</param>
public sealed record Movement(string Case, string Category, double? Floor, double? Now, double Band)
{
    /// <summary>Below the floor by more than the band, or no longer asked.</summary>
    public bool Fails => Floor is { } floor && (Now is not { } now || now < floor - Band - Rounding);

    public bool IsLower => Floor is { } floor && (Now is not { } now || now < floor - Rounding);

    public bool IsHigher => Now is { } now && (Floor is not { } floor || now > floor + Rounding);

    /// <summary>Floors are kept to four places.</summary>
    private const double Rounding = 0.00006;
}
