namespace Stemma.Language;

/// <summary>What a language engine does beside tokens, sentences, tags and lemmas.</summary>
public sealed record LanguageOptions
{
    /// <summary>Whether sentences are parsed. Without, every <see cref="Token.Head"/> is -1 and every <see cref="Token.Deprel"/> empty; attribution needs them.</summary>
    public bool Trees { get; init; } = true;

    /// <summary>Whether the trained name model is used where it is in the build; without, names are found by rule.</summary>
    public bool NameModel { get; init; } = true;
}
