namespace Stemma.Intake.Files;

/// <summary>What a file is, told by its content.</summary>
internal enum Form
{
    Text,
    Page,

    /// <summary>One object a line, or one object in all: JSON Lines, a ninjs item, a JSON Feed.</summary>
    JsonLines,
    JsonArray,
    Conllu,
    Csv,

    /// <summary>RSS or Atom.</summary>
    Feed,

    /// <summary>OPML or a sitemap.</summary>
    LinkList,

    /// <summary>NewsML-G2 or NITF.</summary>
    NewsMl,
    Warc,
}
