namespace Stemma.Evaluation.Mentions;

/// <summary>How many mentions were resolved, and how many of these rightly. Shares in per cent, 0 to 100.</summary>
/// <param name="Resolved">Share of <paramref name="Asked"/> for which ours points somewhere.</param>
/// <param name="ResolvedInterval">The middle 95 % of draws of as many documents, with replacement (bootstrap; fixed seed).</param>
/// <param name="Right">Share of those resolved that are right.</param>
public sealed record MentionShares(int Asked, double Resolved, (double Low, double High) ResolvedInterval, double Right, (double Low, double High) RightInterval);
