namespace Stemma.Language;

/// <summary>What a language engine does beside tokens, sentences, tags and lemmas.</summary>
public sealed record LanguageOptions
{
    /// <summary>Whether sentences are parsed. Without, every <see cref="Token.Head"/> is -1 and every <see cref="Token.Deprel"/> empty; attribution needs them.</summary>
    public bool Trees { get; init; } = true;

    /// <summary>Whether the trained name model is used where it is in the build; without, names are found by rule.</summary>
    public bool NameModel { get; init; } = true;

    /// <summary>Whether the encoder's states are handed on (<see cref="LinguisticText.Encoded"/>): half a kilobyte a token. Needs <see cref="Trees"/>.</summary>
    internal bool States { get; init; }
}
