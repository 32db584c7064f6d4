namespace Stemma.Training.Coreference;

/// <summary>A pronoun with the candidates it was given.</summary>
/// <param name="Group">As <see cref="Language.Coreference.PronounContext.Group"/>.</param>
/// <param name="Keys">The features of each candidate, and last those of "nobody told".</param>
/// <param name="Right">Which of these are right; at least one.</param>
internal sealed record ReferenceExample(int Group, uint[][] Keys, bool[] Right);
