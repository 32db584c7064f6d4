using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Exports;

/// <summary>The claims as a table (RFC 4180): a header, a claim a row, lines ended by CR LF.</summary>
/// <remarks>
/// A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end, or their full-width forms) gets an apostrophe in front, as OWASP advises: words of a report
/// must not be run by whoever opens the table.
/// </remarks>
internal static class CsvExport
{
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\n;'");

    private static readonly ImmutableArray<string> Header =
    [
        "story", "title", "claim", "statement", "kind", "status", "reports", "outlets", "origins_at_least", "origins_at_most", "anonymous_only", "first_reported", "first_outlet",
        "first_url", "first_words", "origins", "outlet_names",
    ];

    public static string Write(ImmutableArray<Story> stories)
    {
        StringBuilder table = new();
        Row(table, Header);
        foreach (Story story in stories)
        {
            StoryParts parts = new(story);
            foreach (Claim claim in story.Claims)
                Row(table, Cells(claim, parts));
        }

        return table.ToString();
    }

    /// <summary>One cell, quoted where it has to be and never a formula.</summary>
    internal static string Cell(string? text)
    {
        StringBuilder cell = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            // No control character has any business in a table; half characters come as U+FFFD.
            if (!Rune.IsControl(rune) || rune.Value is '\n')
                cell.Append(rune.ToString());
            else if (rune.Value is '\t' or '\r')
                cell.Append(' ');
        }

        string words = cell.ToString();
        string start = words.TrimStart();
        if (start.Length > 0 && (Formulas.Contains(start[0], StringComparison.Ordinal) || words[0] is '\n'))
            words = "'" + words;
        return words.AsSpan().ContainsAny(Quoted) ? "\"" + words.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : words;
    }

    private static ImmutableArray<string?> Cells(Claim claim, StoryParts parts)
    {
        Report? first = parts.Report(claim.FirstReported.Report);
        Assertion? said = parts.Assertions(claim).FirstOrDefault(a => a.Report == claim.FirstReported.Report);
        return
        [
            parts.Story.Id, parts.Story.Title, claim.Id, claim.Statement, ExportJson.Word(claim.Kind), ExportJson.Word(claim.Status), Number(claim.Support.Reports), Number(claim.Support.Outlets),
            Number(claim.Support.OriginsAtLeast), Number(claim.Support.OriginsAtMost), claim.Support.AnonymousOnly ? "yes" : "no", claim.FirstReported.Time?.ToString(), first?.Outlet,
            ExportJson.Url(first?.Url), said?.At.Quote, string.Join("; ", parts.Origins(claim).Select(o => o.Name)),
            string.Join("; ", parts.Reports(claim).Select(r => r.Outlet).OfType<string>().Distinct(StringComparer.Ordinal)),
        ];
    }

    private static void Row(StringBuilder table, IEnumerable<string?> cells) => table.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
