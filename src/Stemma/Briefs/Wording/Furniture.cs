using System.Text.RegularExpressions;

namespace Stemma.Briefs;

/// <summary>Lines of a page that are no sentence of the report, and pieces that a sentence was cut into by mistake.</summary>
internal static partial class Furniture
{
    /// <summary>"Updated 11/27/2005 3:41 PM", "Posted on Thu Jun 13": when the page was made, not what it tells.</summary>
    public static bool IsStamp(ReadOnlySpan<char> text) => Stamp().IsMatch(text);

    /// <summary>"Situation report 51 | Period covered: 3-6 July | Relief Office": fields in a row.</summary>
    public static bool IsFieldRow(ReadOnlySpan<char> text) => text.Contains(" | ", StringComparison.Ordinal);

    /// <summary>Whether the sentence was cut within a number ("about $2. 6 million"): it ends in a digit and a point and what follows begins with a digit,
    /// or the other way round.</summary>
    public static bool CutsNumber(StorySentence sentence)
    {
        ReadOnlySpan<char> body = sentence.Report.Report.Body;
        ReadOnlySpan<char> before = body[..sentence.Span.Start].TrimEnd(' '), after = body[sentence.Span.End..].TrimStart(' '), text = sentence.Text;
        return Meet(before, text) || Meet(text, after);

        static bool Meet(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
            first.Length > 1 && first[^1] == '.' && char.IsAsciiDigit(first[^2]) && !second.IsEmpty && char.IsAsciiDigit(second[0]) && !StartsYear(second);

        // "It sank in 1996. 2004 brought the next."
        static bool StartsYear(ReadOnlySpan<char> text) => text.Length > 4 && text[0] is '1' or '2' && text[1..4].IndexOfAnyExceptInRange('0', '9') < 0 && text[4] == ' ';
    }

    [GeneratedRegex("^(first |last )?(published|updated|posted|edited|modified|created|filed|printed)( time| on| at)?:? *[,:]? *([0-9]|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may [0-9]|jun|jul|aug|sep|oct|nov|dec)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();
}
