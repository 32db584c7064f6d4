namespace Stemma.Language.Coreference;

/// <summary>A name, noun or pronoun that refers to somebody or something. Indices are of the text's tokens.</summary>
internal sealed class Mention
{
    public required int First { get; init; }

    /// <summary>One past the last token of the name, noun or pronoun itself; what else belongs to the phrase is left out.</summary>
    public required int End { get; init; }

    /// <summary>The token it turns on.</summary>
    public required int Head { get; init; }

    /// <summary>The token whose relation is that of the whole: the noun where a name only stands beside one ("the captain, Jan Holm").</summary>
    public required int Top { get; init; }

    public required MentionForm Form { get; init; }

    public PronounClass Pronoun { get; init; }

    /// <summary>"himself", "themselves".</summary>
    public bool Reflexive { get; init; }

    /// <summary>"the official", "that man": a noun that points to what has been told of.</summary>
    public bool Definite { get; init; }

    /// <summary>"his wife", "the ministry's spokesman".</summary>
    public bool Possessed { get; init; }

    /// <summary>"an official".</summary>
    public bool Indefinite { get; init; }

    public Role Role { get; init; }

    public int Sentence { get; init; }

    /// <summary>Index of the quotation it stands in, or -1.</summary>
    public int Quote { get; init; }

    /// <summary>Index of the name in the text's list; -1 for nouns and pronouns.</summary>
    public int Entity { get; init; }

    /// <summary>What it means was settled with too little certainty to be told.</summary>
    public bool IsUnsure { get; set; }

    /// <summary>What is meant; settled as the text is read, its own until then.</summary>
    public required Referent Referent { get; set; }
}
