namespace Stemma.Evaluation.Distortions;

/// <summary>What became of a statement in a copy.</summary>
public enum DistortionOutcome
{
    /// <summary>It stands in another claim, or a difference tells the two apart.</summary>
    Apart,

    /// <summary>It is counted as support of the statement it was made from.</summary>
    Support,

    /// <summary>Nothing was read where it stands.</summary>
    NotRead,
}
