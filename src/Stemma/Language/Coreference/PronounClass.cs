namespace Stemma.Language.Coreference;

/// <summary>Pronouns that refer alike, whatever their case.</summary>
internal enum PronounClass : byte
{
    None,
    He,
    She,
    It,
    They,
    I,
    We,
    You,
    Who,
}
