using System.Text;

namespace Stemma.Intake.Csv;

/// <summary>Which column of a table holds which field of a report, told by the names in its first row.</summary>
/// <remarks>Names are those of the contract's JSON Lines and the usual other words for them; small and capital letters, blanks and <c>_</c> are alike. The first column of a kind counts.</remarks>
internal sealed class CsvColumns
{
    private static readonly (string Field, string[] Names)[] Known =
    [
        ("id", ["id", "guid", "articleid", "uid", "uri"]),
        ("url", ["url", "link", "articleurl", "sourceurl", "permalink"]),
        ("outlet", ["outlet", "publication", "publisher", "source", "newspaper", "media", "sourcename", "site"]),
        ("published", ["published", "date", "publisheddate", "publishedat", "publicationdate", "datepublished", "pubdate", "publishdate", "timestamp", "time"]),
        ("title", ["title", "headline"]),
        ("text", ["text", "body", "content", "articletext", "fulltext", "article", "maintext"]),
        ("html", ["html", "bodyhtml", "contenthtml"]),
        ("authors", ["authors", "author", "byline"]),
        ("language", ["language", "lang"]),
    ];

    private readonly Dictionary<string, int> at = new(StringComparer.Ordinal);

    public CsvColumns(IEnumerable<string> header)
    {
        int index = 0;
        foreach (string name in header)
        {
            string folded = Fold(name);
            foreach ((string field, string[] names) in Known)
            {
                if (Array.IndexOf(names, folded) >= 0)
                    at.TryAdd(field, index);
            }

            index++;
        }

        Count = index;
    }

    /// <summary>How many columns the header names.</summary>
    public int Count { get; }

    /// <summary>Whether it can be a table of reports: a column of texts, and another that is known.</summary>
    public bool IsReports => (at.ContainsKey("text") || at.ContainsKey("html")) && at.Count >= 2;

    /// <summary>-1: no such column.</summary>
    public int Of(string field) => at.GetValueOrDefault(field, -1);

    /// <summary>The delimiter of a first row, where that row is a header of reports; 0: it is none.</summary>
    public static byte Delimiter(string head)
    {
        int line = head.AsSpan().IndexOfAny('\r', '\n');
        string first = line < 0 ? head : head[..line];
        if (first.Length > 4096)
            return 0;
        foreach (char delimiter in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            if (first.Contains(delimiter, StringComparison.Ordinal) && new CsvColumns(first.Split(delimiter)).IsReports)
                return (byte)delimiter;
        }

        return 0;
    }

    private static string Fold(string name)
    {
        StringBuilder folded = new(name.Length);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
