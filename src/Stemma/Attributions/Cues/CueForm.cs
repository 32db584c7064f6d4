namespace Stemma.Attributions;

/// <summary>How a verb form may be read; one spelling can be several.</summary>
[Flags]
internal enum VerbForms
{
    None = 0,
    Base = 1,
    ThirdPerson = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>A spelling found in the lexicon: which verb, which forms of it.</summary>
internal readonly record struct CueForm(CueEntry Entry, VerbForms Forms);
