namespace Stemma.Evaluation.Language;

/// <summary>What <see cref="LanguageEvaluation"/> counts.</summary>
public enum Measure
{
    Upos,
    Xpos,
    Lemma,

    /// <summary>The head is right.</summary>
    Uas,

    /// <summary>Head and relation are right; subtypes (<c>nmod:poss</c>) are left aside.</summary>
    Las,

    Entities,

    /// <summary>From here on: with tokens and sentences of our own, read from raw text.</summary>
    RawTokens,

    RawSentences,
    RawUpos,
    RawXpos,
    RawLemma,
    RawUas,
    RawLas,
}
