using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Tells a statement that a body puts out of itself from a newsroom's report: its own voice is then that body's word.</summary>
internal static class IssuingBodies
{
    /// <summary>How much of a body's start and end is looked at, in UTF-16 units: the marks stand in the first and last lines.</summary>
    private const int Margin = 240;

    private static readonly FrozenSet<string> Body = WordList.Row("BodyWords.en.tsv", "body").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Medium = WordList.Row("BodyWords.en.tsv", "medium").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Marks = WordList.Set("Documents.en.tsv");

    /// <returns>The body's name, or null where the report is a newsroom's.</returns>
    public static string? Of(DatedReport source)
    {
        Report report = source.Report;
        bool marked = Marked(report);
        if (report.Outlet is { } outlet)
        {
            string[] words = outlet.ToLowerInvariant().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
            // The last telling word decides ("Observer Mission", "Union Post"), save that news and press always tell a newsroom.
            string? telling = words.LastOrDefault(w => Medium.Contains(w) || Body.Contains(w));
            bool medium = telling is not null && (Medium.Contains(telling) || words.Contains("news") || words.Contains("press") || words.Contains("wire"));
            return (telling is not null || marked) && !medium && report.Agencies.IsEmpty ? outlet : null;
        }

        return marked ? HeadlineBody(report.Headline) ?? MostNamed(source) : null;
    }

    /// <summary>Whether the name is a body's by its last telling word ("county fire service"), and no newsroom's.</summary>
    public static bool IsBodyName(string name)
    {
        string[] words = name.ToLowerInvariant().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.LastOrDefault(w => Medium.Contains(w) || Body.Contains(w)) is { } telling && Body.Contains(telling) && !words.Contains("news") && !words.Contains("press");
    }

    private static bool Marked(Report report)
    {
        string body = report.Body;
        return (report.Headline is { } headline && WordList.AnyIn(Marks, headline))
            || WordList.AnyIn(Marks, body.AsSpan(0, Math.Min(Margin, body.Length)))
            || WordList.AnyIn(Marks, body.AsSpan(Math.Max(0, body.Length - Margin)));
    }

    /// <summary>"Statement by the Port Authority": what stands after "by" or "of the".</summary>
    private static string? HeadlineBody(string? headline)
    {
        if (headline is null)
            return null;
        foreach (string by in (ReadOnlySpan<string>)[" by the ", " from the ", " of the ", " by ", " from "])
        {
            int at = headline.IndexOf(by, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + by.Length < headline.Length && char.IsUpper(headline[at + by.Length]))
                return headline[(at + by.Length)..].TrimEnd('.', ' ');
        }

        return null;
    }

    private static string? MostNamed(DatedReport source) =>
        source.Annotation.Language.Entities
            .Where(e => e.Kind is EntityKind.Organisation)
            .GroupBy(e => e.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.First().Span).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
}
