namespace Stemma.Evaluation.Cases;

/// <summary>The score of one case, with the digest of what it was scored on.</summary>
public sealed record CaseResult(string Name, string Digest, CaseScore Score);
