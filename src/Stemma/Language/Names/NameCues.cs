namespace Stemma.Language.Names;

/// <summary>What the word lists know of one token.</summary>
[Flags]
internal enum NameCues : uint
{
    None = 0,

    /// <summary>Head word of an organisation that "of" or "for" may follow ("Ministry").</summary>
    Organisation = 1,

    /// <summary>Closes the name of a company, paper or body ("Securities", "Gazette").</summary>
    OrganisationEnd = 2,
    PlaceEnd = 4,
    PlaceStart = 8,

    /// <summary>Closes the name of a law, event or work ("Act", "Cup").</summary>
    Thing = 16,
    Vessel = 32,

    /// <summary>Form of address or office written before a name ("Mr.", "Governor").</summary>
    Title = 64,

    /// <summary>Common noun for a person by office, trade or kin ("spokeswoman").</summary>
    Role = 128,
    FemaleRole = 256,
    MaleRole = 512,
    NotName = 1024,
    Particle = 2048,
    PlacePreposition = 4096,
    PlaceNoun = 8192,
    Reporting = 16384,
    FemaleGiven = 32768,
    MaleGiven = 65536,
    EitherGiven = 131072,

    /// <summary>Part of a country's name.</summary>
    Country = 262144,

    /// <summary>Part of another known place's name.</summary>
    Place = 524288,

    /// <summary>Part of the name of a people, faith or language ("Korean").</summary>
    People = 1048576,

    /// <summary>Not the first token of the country, place or people it belongs to.</summary>
    Inside = 2097152,

    /// <summary>In small letters a common word: "Cells" in "Ridge Cells", rarely a surname.</summary>
    Common = 4194304,

    Given = FemaleGiven | MaleGiven | EitherGiven,
    Gazetteer = Country | Place | People,
}
