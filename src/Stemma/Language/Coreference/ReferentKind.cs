namespace Stemma.Language.Coreference;

/// <summary>What sort of thing is meant, as far as name or noun tells.</summary>
internal enum ReferentKind : byte
{
    Unknown,
    Person,
    Body,
    Place,
    Thing,
}
