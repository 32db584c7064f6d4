namespace Stemma.Evaluation.Distortions;

/// <summary>What of a true statement is altered.</summary>
public enum DistortionKind
{
    /// <summary>"12 people" becomes "27 people".</summary>
    Number,

    /// <summary>"was found" becomes "was not found", or the other way round.</summary>
    Polarity,

    /// <summary>A person's name becomes another's.</summary>
    Name,

    /// <summary>A place's name becomes another's.</summary>
    Place,

    /// <summary>"on Tuesday" becomes "on Friday".</summary>
    Date,

    /// <summary>"signed" becomes "will sign", or the other way round.</summary>
    Status,
}
