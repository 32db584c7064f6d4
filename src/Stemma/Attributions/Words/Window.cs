namespace Stemma.Attributions;

/// <summary>Where a cue may look for its source and content: a unit outside quotations, or one sentence inside one.</summary>
/// <param name="Quote">Index of the quotation whose words these are, or -1.</param>
internal readonly record struct Window(int From, int To, int Quote, int Unit);
