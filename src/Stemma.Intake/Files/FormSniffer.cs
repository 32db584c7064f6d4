using System.Buffers;
using System.Text;
using Stemma.Intake.Csv;

namespace Stemma.Intake.Files;

/// <summary>Tells forms apart by the first bytes of a file, never by its name.</summary>
internal static class FormSniffer
{
    private static readonly string[] PageStarts =
        ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<h2", "<script", "<style", "<link", "<span", "<table", "<header"];

    /// <summary>White space and the mark of UTF-8.</summary>
    private static readonly SearchValues<byte> BeforeText = SearchValues.Create([0x20, 0x09, 0x0D, 0x0A, 0x0C, 0xEF, 0xBB, 0xBF]);

    private static readonly SearchValues<char> RootEnds = SearchValues.Create(" \t\r\n/>[");

    private static readonly SearchValues<char> TokenNumbers = SearchValues.Create("0123456789-.");

    /// <summary>How many of the first bytes tell the form, where fewer than all that may be looked at do; -1: more are needed.</summary>
    /// <remarks>So that JSON Lines are read as they come, packed or not. All other forms are one report a file and have to be waited for anyway.</remarks>
    public static int Enough(ReadOnlySpan<byte> start)
    {
        if (start is [0x1F, 0x8B, ..])
            return 2;
        int open = start.IndexOfAnyExcept(BeforeText);
        int next = open < 0 || start[open] != '{' ? -1 : start[(open + 1)..].IndexOfAnyExcept(" \t\r\n\f"u8);
        if (next < 0 || start[open + 1 + next] is not ((byte)'"' or (byte)'}'))
            return -1;
        // To the end of its first line, so that zeros behind a brace are still seen to be binary.
        int line = start[(open + 1 + next)..].IndexOf((byte)'\n');
        return line < 0 ? -1 : open + 1 + next + line + 1;
    }

    /// <param name="head">The first bytes, in UTF-8 or any encoding that agrees with ASCII.</param>
    /// <exception cref="InputRejectedException">It is a known form that is no report.</exception>
    public static Form Sniff(ReadOnlySpan<byte> head)
    {
        // The marks of all forms are ASCII, so the encoding of the rest does not matter here.
        string text = Encoding.Latin1.GetString(head).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n', '\f');
        if (text.StartsWith('{') && NextAfter(text, 1) is '"' or '}' && text.StartsWith('{'))
            return Form.JsonLines;
        if (text.StartsWith('[') && NextAfter(text, 1) is '{')
            return Form.JsonArray;
        if (text.StartsWith("WARC/", StringComparison.Ordinal))
            return Form.Warc;
        if (IsConllu(text))
            return Form.Conllu;
        if (text.StartsWith('<'))
            return SniffMarkup(text);
        if (CsvColumns.Delimiter(text) != 0)
            return Form.Csv;
        // A page that begins with stray words or a server's warning is still a page.
        return HasTag(text, "<html") && (HasTag(text, "<body") || HasTag(text, "<head")) && HasTag(text, "</") ? Form.Page : Form.Text;
    }

    /// <summary>Whether a field that should hold plain text holds a whole page: dumps of crawlers put it there.</summary>
    public static bool IsWholePage(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart().TrimStart('\ufeff').TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static Form SniffMarkup(string text)
    {
        string rest = text;
        while (rest.StartsWith("<?", StringComparison.Ordinal) || rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            string end = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
            int at = rest.IndexOf(end, StringComparison.Ordinal);
            if (at < 0)
                return Form.Page;
            rest = rest[(at + end.Length)..].TrimStart();
        }

        // The root first: feeds hold pages, also with <html> in them.
        switch (Root(rest))
        {
            case "rss" or "feed" or "rdf":
                return Form.Feed;
            case "urlset" or "sitemapindex" or "opml":
                return Form.LinkList;
            case "newsitem" or "newsmessage" or "packageitem" or "conceptitem" or "knowledgeitem" or "planningitem" or "nitf":
                return Form.NewsMl;
            case "newsml":
                throw new InputRejectedException("NewsML 1, which is not read: NewsML-G2, NITF and ninjs are");
            default:
                break;
        }

        if (Array.Exists(PageStarts, s => rest.StartsWith(s, StringComparison.OrdinalIgnoreCase)) || HasTag(text, "<html") || HasTag(text, "<body"))
            return Form.Page;
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || Starts(rest, "<!DOCTYPE"))
            throw new InputRejectedException("XML that is no page, feed or news item");
        return HasTag(text, "<p>") || HasTag(text, "</p>") || HasTag(text, "<br") ? Form.Page : Form.Text;
    }

    /// <summary>The name of the first element, in small letters and without its prefix; a document type declaration names it too.</summary>
    private static string Root(string rest)
    {
        ReadOnlySpan<char> name = rest.AsSpan(Math.Min(rest.Length, Starts(rest, "<!DOCTYPE") ? "<!DOCTYPE".Length : 1)).TrimStart();
        int end = name.IndexOfAny(RootEnds);
        name = end < 0 ? name : name[..end];
        return name.Length > 64 ? "" : name[(name.LastIndexOf(':') + 1)..].ToString().ToLowerInvariant();
    }

    /// <summary>Ten tab-separated columns, the first a token number: nothing else looks like that.</summary>
    /// <remarks>
    /// A file with CoNLL-U's own comments, or one whose first row is a first word with many columns, is a broken treebank or one of an
    /// older form, and no report: the reader of CoNLL-U can say where it fails.
    /// </remarks>
    private static bool IsConllu(string text)
    {
        bool known = false;
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            ReadOnlySpan<char> line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd('\r');
            at = end < 0 ? text.Length : end + 1;
            if (line.IsWhiteSpace())
                continue;
            if (line[0] == '#')
            {
                known |= IsTreebankComment(line);
                continue;
            }

            int tabs = line.Count('\t');
            bool numbered = tabs > 0 && char.IsAsciiDigit(line[0]) && line[..line.IndexOf('\t')].IndexOfAnyExcept(TokenNumbers) < 0;
            return known || (numbered && (tabs == 9 || (tabs > 6 && line.StartsWith("1\t", StringComparison.Ordinal))));
        }

        return false;
    }

    private static bool IsTreebankComment(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line[1..].TrimStart(' ');
        return rest.StartsWith("sent_id =", StringComparison.Ordinal) || rest.StartsWith("text =", StringComparison.Ordinal)
            || rest.StartsWith("newdoc", StringComparison.Ordinal) || rest.StartsWith("newpar", StringComparison.Ordinal);
    }

    private static bool Starts(string text, string tag) => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase);

    private static bool HasTag(string text, string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);

    private static char NextAfter(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length ? text[at] : '\0';
    }
}
