namespace Stemma.Attributions;

/// <summary>An attribution as the trained model marks it: the outermost source of what is said, its cue, its content. Ranges are of tokens, in text order.</summary>
/// <param name="Probability">Of its cue's words as cues, their mean, 0 to 1.</param>
internal sealed record LearnedAttribution(List<TokenRange> Cue, List<TokenRange> Source, List<TokenRange> Content, float Probability);
