namespace Stemma.Language.Coreference;

/// <summary>Decides in the model's stead, while it is being trained.</summary>
internal interface IReferenceGuide
{
    /// <param name="pronoun">Index of the pronoun's mention.</param>
    /// <param name="candidates">Whom it may mean; their features stand in <paramref name="features"/>.</param>
    /// <param name="features">The keys of each candidate in turn, and last those of "nobody told".</param>
    /// <returns>Index of a candidate, or -1.</returns>
    int Choose(MentionList mentions, int pronoun, IReadOnlyList<Candidate> candidates, IReadOnlyList<uint[]> features);
}
