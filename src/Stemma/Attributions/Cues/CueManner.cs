namespace Stemma.Attributions;

/// <summary>What kind of act ties a source to its content.</summary>
public enum CueManner
{
    /// <summary>Said, written, announced, denied: words that somebody uttered.</summary>
    Speech,

    /// <summary>Believed, known, feared: a mind, told of by the report.</summary>
    Thought,

    /// <summary>Wanted, planned, refused: what somebody means to do.</summary>
    Intent,

    /// <summary>Praised, opposed, criticised: a stand towards the content. The report states that in its own voice.</summary>
    Attitude,

    /// <summary>Documents, figures and polls that show.</summary>
    Evidence,

    /// <summary>Nobody named: "reportedly", "is expected to", "seems to". Lowers the certainty, gives no holder.</summary>
    Hearsay,
}
