namespace Stemma;

/// <summary>Name and version of a stage, such as <c>attributions/1</c>; stored with what the stage puts out.</summary>
/// <remarks>The version rises whenever the same input may give another output.</remarks>
public readonly record struct StageId(string Name, int Version)
{
    public override string ToString() => FormattableString.Invariant($"{Name}/{Version}");
}
