namespace Stemma.Language.Coreference;

/// <summary>One that a pronoun may mean.</summary>
/// <param name="Mention">Index of its mention nearest to the pronoun.</param>
/// <param name="Subject">Index of its nearest mention that is a subject; -1 where there is none in sight.</param>
/// <param name="Rank">How many other candidates were mentioned after it, 0 for the nearest.</param>
/// <param name="Between">How many of these as a subject, in the same paragraph as the pronoun.</param>
internal readonly record struct Candidate(Referent Referent, int Mention, int Subject, int Rank, int Between);
