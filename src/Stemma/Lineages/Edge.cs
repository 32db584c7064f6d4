namespace Stemma.Lineages;

/// <summary>A derivation in the making.</summary>
/// <param name="To">The report it rests on, or null where that is not at hand.</param>
/// <param name="Target">Id of that report, or of the origin that stands for it.</param>
/// <param name="Alignment">Where the two were compared word for word, else null.</param>
internal sealed record Edge(LineageText From, LineageText? To, string Target, DerivationKind Kind, Alignment? Alignment)
{
    /// <summary>Name of an item that is not at hand.</summary>
    public string? TargetName { get; init; }
}
