namespace Stemma.Intake;

/// <summary>How much one input may ask of us. Input is hostile: each bound keeps memory flat and has its own clear reason.</summary>
internal static class IntakeLimits
{
    /// <summary>Longest text, page or JSON line that counts as one report, in bytes after unpacking: 16 MB, some twenty novels.</summary>
    public const int MaxReportBytes = 16 * 1024 * 1024;

    /// <summary>Longest feed, list of addresses, or message of many news items, in bytes after unpacking: 64 MB. The largest sitemaps have 50.</summary>
    public const int MaxListBytes = 64 * 1024 * 1024;

    /// <summary>How much of a file is looked at to tell its form and encoding, in bytes.</summary>
    public const int SniffBytes = 64 * 1024;

    /// <summary>Unpacked bytes beyond which a gzip file must stay under <see cref="MaxInflation"/>.</summary>
    public const long InflationGrace = 4L * MaxReportBytes;

    /// <summary>Most unpacked bytes for one packed byte. News text packs 3 to 10 fold; gzip can reach 1030.</summary>
    public const int MaxInflation = 200;

    /// <summary>Deepest nesting of a page's tags. Browsers stop at 512; hand-written pages seldom pass 100.</summary>
    public const int MaxTagDepth = 512;

    /// <summary>Most words of a treebank's sentence. The longest of English treebanks have some 160; the time for a tree grows with their square.</summary>
    public const int MaxSentenceWords = 500;

    /// <summary>Lines that are no JSON before a file with not one good line is given up as a whole.</summary>
    public const int MaxBrokenLines = 1000;

    /// <summary>Deepest nesting of folders that is walked.</summary>
    public const int MaxFolderDepth = 128;
}
