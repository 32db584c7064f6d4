using System.Collections.Immutable;

namespace Stemma.Evaluation.Mentions;

/// <summary>A mention of a person that ours is asked about. Indices are of words.</summary>
/// <param name="Words">The pronoun, or the proper nouns of the name; at least one.</param>
/// <param name="IsAsked">Gold has an earlier mention of the same person.</param>
/// <param name="Right">What the answer must be of: the other mentions of the same chain.</param>
/// <param name="Names">Of these, the names.</param>
internal sealed record MentionQuestion(MentionKind Kind, ImmutableArray<int> Words, bool IsAsked, ImmutableArray<GoldMention> Right, ImmutableArray<GoldMention> Names);
