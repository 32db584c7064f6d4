using System.Globalization;
using System.Text;

namespace Stemma.Reports;

/// <summary>From raw text to clean lines: Unicode NFC, single spaces, no invisible characters, one line a paragraph.</summary>
internal static class TextLines
{
    /// <summary>Lines of texts that were wrapped by hand are of about this length, in characters.</summary>
    private const int MinWrapped = 45, MaxWrapped = 100;

    public static List<string?> Split(string text, bool fromPage)
    {
        List<string?> lines = [];
        List<string> group = []; // lines not parted by a blank one
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string line = Clean(Columns(raw)) ?? "";
            if (line.Length > 0)
                group.Add(line);
            else
                Close();
        }

        Close();
        return lines;

        void Close()
        {
            if (!fromPage && IsWrapped(group))
                AddParted(lines, string.Join(' ', group));
            else
                group.ForEach(l => AddParted(lines, l));
            group.Clear();
        }
    }

    /// <summary>"Log in   Register   Today's paper" as "Log in | Register | Today's paper": a menu that was copied from a page.</summary>
    private static string Columns(ReadOnlySpan<char> raw)
    {
        const int MaxMenu = 120;
        string line = raw.Trim().ToString();
        if (line.Length > MaxMenu || !(line.Contains("  ", StringComparison.Ordinal) || line.Contains('\t', StringComparison.Ordinal)))
            return line;
        string[] parts = line.Replace("\t", "  ", StringComparison.Ordinal).Split("  ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts.All(p => p.Length <= 25 && p[^1] is not ('.' or ',' or ';')) ? string.Join(" | ", parts) : line;
    }

    /// <summary>Null where nothing visible is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (char.IsControl(c) || c is '\u200b' or '\u2060' or '\ufeff' or '\u00ad' || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d')))
            {
                // zero-width spaces, soft hyphens, direction marks: they break words apart for every later stage
            }
            else
                clean.Append(c);
        }

        string result = clean.ToString().TrimEnd();
        return result.Length == 0 ? null : Normal(result);
    }

    private static string Normal(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: replaced, because no output form could write it.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }

    /// <summary>Whether the lines are one paragraph that somebody's mail program or editor has wrapped.</summary>
    private static bool IsWrapped(List<string> group)
    {
        if (group.Count < 3)
            return false;
        int longest = group.Max(l => l.Length), full = 0, ended = 0;
        foreach (string line in group.SkipLast(1))
        {
            full += line.Length >= longest - 20 ? 1 : 0;
            ended += line[^1] is '.' or '!' or '?' or ':' or '"' or '”' ? 1 : 0;
        }

        int inner = group.Count - 1;
        return longest is >= MinWrapped and <= MaxWrapped && full * 10 >= inner * 8 && ended * 10 <= inner * 4;
    }

    /// <summary>Parts a copyright line that was glued to the end of a sentence.</summary>
    private static void AddParted(List<string?> lines, string line)
    {
        int at = line.LastIndexOf('©');
        if (at > 0 && line.Length - at < 200 && line.AsSpan(0, at).TrimEnd().EndsWithAny(".!?\"”)"))
        {
            lines.Add(line[..at].TrimEnd());
            lines.Add(line[at..]);
        }
        else
            lines.Add(line);
    }
}
