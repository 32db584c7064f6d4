namespace Stemma.Language.Coreference;

/// <summary>What a phrase is to its governor; a joined one ("A and B left") counts as the first of its row.</summary>
internal enum Role : byte
{
    Other,
    Subject,
    Object,
    Possessor,
    Oblique,
    Modifier,
    Apposition,
}
