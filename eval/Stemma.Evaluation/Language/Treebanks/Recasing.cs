namespace Stemma.Evaluation.Language;

/// <summary>Gold text in another case, to see how headlines and capital leads would be read. Lengths of words stay.</summary>
public enum Recasing
{
    None,

    /// <summary>EVERY LETTER A CAPITAL.</summary>
    Capitals,

    /// <summary>Each Word of Four Letters or More, and the First, With a Capital.</summary>
    Title,
}
