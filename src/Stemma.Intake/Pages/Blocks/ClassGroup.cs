namespace Stemma.Intake.Pages;

/// <summary>What the web's common words in class names and ids say of a part of a page.</summary>
internal enum ClassGroup
{
    Content,
    Headline,
    Deck,
    Byline,
    Biography,
    Date,
    Caption,
    Media,
    Related,
    List,
    Share,
    Newsletter,
    Comments,
    Advert,
    Navigation,
    Footer,
    Sidebar,
    Tags,
    Embed,
    Quote,
    Box,
    Consent,
    Hidden,
    Note,
}
