using System.Globalization;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Web.Mcp;

/// <summary>The place in a report to show for a search.</summary>
internal static class Passages
{
    /// <summary>Longest passage, in UTF-16 code units.</summary>
    private const int Longest = 400;

    /// <summary>The sentence, or the part of it, around the first word searched for; else the report's first.</summary>
    /// <returns>Null for a report without a body.</returns>
    public static ReportSpan? Find(Report report, string? words)
    {
        string body = report.Body;
        if (body.Length == 0)
            return null;
        int at = 0;
        foreach (string word in (words ?? "").Split([' ', '"', '\u201c', '\u201d'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '-')
                continue;
            int found = CultureInfo.InvariantCulture.CompareInfo.IndexOf(body, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
            if (found < 0)
                continue;
            at = found;
            break;
        }

        int start = Math.Max(Before(body, at), at - (Longest / 2));
        int end = Math.Min(After(body, at), start + Longest);

        // Never through the middle of a character.
        if (start > 0 && char.IsLowSurrogate(body[start]))
            start--;
        if (end < body.Length && char.IsLowSurrogate(body[end]))
            end++;
        return ReportSpan.Of(report.Id, body, new TextSpan(start, end));
    }

    private static int Before(string body, int at)
    {
        for (int i = at - 1; i > 0; i--)
        {
            if (body[i] == '\n' || (body[i] == ' ' && body[i - 1] is '.' or '!' or '?'))
                return i + 1;
        }

        return 0;
    }

    private static int After(string body, int at)
    {
        for (int i = at; i < body.Length; i++)
        {
            if (body[i] == '\n')
                return i;
            if (body[i] is '.' or '!' or '?' && (i + 1 == body.Length || char.IsWhiteSpace(body[i + 1])))
                return i + 1;
        }

        return body.Length;
    }
}
