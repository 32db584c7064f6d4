using System.Text;

namespace Stemma.Briefs.Rendering;

/// <summary>Makes text of reports into Markdown that shows it as it is (CommonMark 0.31, section 2.4).</summary>
internal static class MarkdownText
{
    /// <summary>One line; marks that could begin a construct are escaped. Only those: a stop or comma before every backslash would make
    /// the source unreadable, and the source is read too.</summary>
    public static string Of(string? text)
    {
        string line = PlainText.OneLine(text ?? "");
        StringBuilder escaped = new(line.Length + 8);
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '$')
                escaped.Append('\\').Append(c);
            else if (i == 0 && c is '#' or '+' or '-' or '=' && i == 0)
                escaped.Append('\\').Append(c);
            else if (c is '.' or ')' && IsListNumber(line, i))
                escaped.Append('\\').Append(c);
            else if (c == ':' && i + 2 < line.Length && line[i + 1] == '/' && line[i + 2] == '/')
                escaped.Append("\\:"); // no link of its own making (GFM autolinks)
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A link where the address may be one, else the words alone.</summary>
    public static string Link(string text, string? url) => SafeUrl.Of(url) is { } safe
        ? $"[{Of(text)}](<{safe.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
        : Of(text);

    private static bool IsListNumber(string line, int mark)
    {
        if (mark is 0 or > 9)
            return false;
        for (int i = 0; i < mark; i++)
        {
            if (!char.IsAsciiDigit(line[i]))
                return false;
        }

        return true;
    }
}
