using System.Collections.Immutable;

namespace Stemma.Evaluation.Language;

/// <summary>What was counted in one file.</summary>
/// <param name="HasTrees">Whether the gold has tags and dependencies; a file of names alone has none.</param>
/// <param name="KnowsSpaces">Whether the gold says where spaces stand; without, it has no raw text to read.</param>
/// <param name="Withheld">Documents left out since their words are not given.</param>
public sealed record LanguageScore(string Path, ImmutableArray<ScoredSentence> Sentences, bool HasTrees, bool KnowsSpaces, ImmutableArray<string> Withheld)
{
    /// <summary>Whether the gold has names.</summary>
    public bool HasNames => Sentences.Any(s => s.Tally[Measure.Entities].Gold > 0);
}
