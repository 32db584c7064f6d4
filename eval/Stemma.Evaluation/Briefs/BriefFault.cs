namespace Stemma.Evaluation.Briefs;

/// <summary>What a point of a brief may not be.</summary>
public enum BriefFault
{
    /// <summary>It names no passage of a report.</summary>
    WithoutEvidence,

    /// <summary>A content word or a number of it stands in none of its passages.</summary>
    NotInEvidence,

    /// <summary>Another point of the same brief says the same.</summary>
    Duplicate,

    /// <summary>It begins or ends in the middle, or leaves a quotation or a bracket open.</summary>
    BrokenOff,
}
