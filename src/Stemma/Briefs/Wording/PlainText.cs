using System.Globalization;
using System.Text;

namespace Stemma.Briefs;

/// <summary>Makes text of reports fit to stand in one line.</summary>
internal static class PlainText
{
    /// <summary>White space and line ends to single spaces; control, format and direction-override characters go, so that a report
    /// cannot move a reader's cursor, colour a terminal or turn the line around.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (IsSafe(c))
            {
                line.Append(c);
            }
        }

        if (line.Length > 0 && line[^1] == ' ')
            line.Length--;
        return line.ToString();
    }

    /// <summary>Whether a character may be shown as it is. Joiners stay: they spell words in several scripts.</summary>
    public static bool IsSafe(char c) =>
        char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control => false,
            UnicodeCategory.Format => c is '\u200c' or '\u200d',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            _ => true,
        };
}
