namespace Stemma.Attributions;

/// <summary>Whose verb a cue is.</summary>
/// <param name="Range">The source's words; empty where it is left out or shared.</param>
/// <param name="Left">One past the last token before it, commas of an apposition included: where content in front would end.</param>
/// <param name="Antecedent">What "who" or "which" stands for; else empty.</param>
/// <param name="Inverted">The source stands behind the verb ("said the ministry").</param>
/// <param name="Shared">The verb has no subject of its own and takes the one before ("and added").</param>
internal readonly record struct Subject(TokenRange Range, int Left, TokenRange Antecedent, bool Inverted, bool Shared)
{
    public bool IsNone => Range.IsEmpty && !Shared;
}
