namespace Stemma.Stories;

/// <summary>A word or name of a report before it is weighted: how often it stands where.</summary>
internal sealed class TermCounts(string text, string stem, bool isName)
{
    public string Text { get; } = text;

    /// <summary>For looking up how common it is; of several words, empty.</summary>
    public string Stem { get; } = stem;

    public bool IsName { get; set; } = isName;

    /// <summary>How often, as a name, it follows a word that places follow ("in", "off"), less how often it does not.</summary>
    public int PlaceBalance { get; set; }

    public bool IsPlace => IsName && PlaceBalance >= 0;

    public int Headline { get; set; }

    public int Lead { get; set; }

    public int Body { get; set; }
}
