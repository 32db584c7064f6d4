namespace Stemma.Intake.Pages;

/// <summary>What the words that a block begins with, or holds, give away of it.</summary>
internal enum CueGroup
{
    Related,
    Appeal,
    Credit,
    Byline,
    Share,
    Tags,
    Comments,
    Rights,
    Note,
    Advert,
    Person,
    Consent,
}
