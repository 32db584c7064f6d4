namespace Stemma.Attributions;

/// <summary>What a token can do in a clause: closed classes by word, the rest by tag.</summary>
/// <remarks>Finer than Upos where the rules need it ("that", "to", the auxiliaries), coarser elsewhere.</remarks>
internal enum WordClass : byte
{
    Other,
    Determiner,
    Possessive,
    Pronoun,
    Wh,
    That,
    Preposition,
    To,
    Modal,
    Be,
    Have,
    Do,
    Negation,
    Adverb,
    FiniteVerb,
    BaseVerb,
    Ing,
    Participle,
    Adjective,
    Noun,
    Name,
    Number,
    Coordinator,
    Subordinator,
    Comma,
    Stop,
    Colon,
    Dash,
    QuoteMark,
    Bracket,
}
