namespace Stemma.Language.Coreference;

/// <summary>How a phrase refers.</summary>
internal enum MentionForm : byte
{
    Name,
    Noun,
    Pronoun,
}
