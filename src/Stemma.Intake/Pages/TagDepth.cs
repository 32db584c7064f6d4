using System.Collections.Frozen;

namespace Stemma.Intake.Pages;

/// <summary>How deep a page's tags are nested, by one scan that builds nothing: parsing a page of a million open tags would not end.</summary>
/// <remarks>Over-counts where a page leaves tags open that a parser closes by itself, except for those that the standard lets it leave open.</remarks>
internal static class TagDepth
{
    private static readonly FrozenSet<string> NeverDeep = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body", "a",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "noscript", "template"];

    /// <returns>Whether nesting stays within <paramref name="limit"/>.</returns>
    public static bool IsWithin(string html, int limit)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> neverDeep = NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, at = 0;
        while (true)
        {
            int open = html.IndexOf('<', at);
            if (open < 0 || open + 1 >= html.Length)
                return true;
            if (html.AsSpan(open).StartsWith("<!--"))
            {
                int end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                if (end < 0)
                    return true;
                at = end + 3;
                continue;
            }

            bool closes = html[open + 1] == '/';
            int start = open + (closes ? 2 : 1);
            int stop = start;
            while (stop < html.Length && (char.IsAsciiLetterOrDigit(html[stop]) || html[stop] is '-' or ':'))
                stop++;
            at = Math.Max(stop, open + 1);
            if (stop == start)
                continue;
            ReadOnlySpan<char> name = html.AsSpan(start, stop - start);
            int tagEnd = html.IndexOf('>', stop);
            bool empty = tagEnd > 0 && html[tagEnd - 1] == '/';
            if (!neverDeep.Contains(name) && !empty)
            {
                depth = Math.Max(0, depth + (closes ? -1 : 1));
                if (depth > limit)
                    return false;
            }

            at = tagEnd < 0 ? html.Length : tagEnd + 1;
            if (!closes && !empty && IsRawText(name))
                at = EndOfRawText(html, at, name);
        }
    }

    private static bool IsRawText(ReadOnlySpan<char> name)
    {
        foreach (string raw in RawText)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int EndOfRawText(string html, int from, ReadOnlySpan<char> name)
    {
        int at = from;
        while ((at = html.IndexOf("</", at, StringComparison.Ordinal)) >= 0)
        {
            if (html.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at;
            at += 2;
        }

        return from; // never closed: what follows counts as markup, which is the safe side
    }
}
