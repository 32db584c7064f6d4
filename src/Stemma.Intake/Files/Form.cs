namespace Stemma.Intake.Files;

/// <summary>What a file is, told by its content.</summary>
internal enum Form
{
    Text,
    Page,
    JsonLines,
    Conllu,
}
