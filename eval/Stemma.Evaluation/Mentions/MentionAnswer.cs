namespace Stemma.Evaluation.Mentions;

/// <summary>What ours said of one mention.</summary>
/// <param name="Document">Number of its document, from 0.</param>
/// <param name="IsAsked">Gold has an earlier mention of the same person; false where ours should have said nothing.</param>
/// <param name="IsRight">What ours points to is of the same chain in gold.</param>
/// <param name="IsNamed">Whether ours tells the person's name; null where gold has none, or the mention is not he or she.</param>
/// <param name="HasName">Ours tells a name, right or wrong.</param>
public readonly record struct MentionAnswer(int Document, MentionKind Kind, bool IsAsked, bool IsResolved, bool IsRight, bool? IsNamed, bool HasName);
