namespace Stemma.Evaluation.Language;

/// <summary>What was counted in one gold sentence.</summary>
/// <param name="Document">Number of its document in the file, from 0.</param>
/// <param name="Genre">See <see cref="Genres"/>; empty where the file does not tell.</param>
/// <param name="Words">How many it has.</param>
public sealed record ScoredSentence(int Document, string Genre, int Words)
{
    public Tally Tally { get; } = new();
}
