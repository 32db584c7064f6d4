using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>How certain and of what polarity a content is, with the words that say so.</summary>
internal readonly record struct Commitment(Certainty Certainty, Polarity Polarity, System.Collections.Immutable.ImmutableArray<TextSpan> Hedges);
