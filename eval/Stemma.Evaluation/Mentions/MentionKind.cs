namespace Stemma.Evaluation.Mentions;

/// <summary>How a person is mentioned.</summary>
public enum MentionKind
{
    HeOrShe,
    They,
    Who,
    Name,
    I,
    We,
    You,
}
