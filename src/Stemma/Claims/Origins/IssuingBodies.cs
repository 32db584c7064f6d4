using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Tells a statement that a body puts out of itself from a newsroom's report: its own voice is then that body's word.</summary>
internal static partial class IssuingBodies
{
    /// <summary>How much of a body's start and end is looked at, in UTF-16 units: the marks stand in the first and last lines.</summary>
    private const int Margin = 240;

    /// <summary>Letters of a host's own label; a shorter one may begin any name.</summary>
    private const int ShortestHost = 6;

    /// <summary>Where the one who issues a release stands in it, in UTF-16 units.</summary>
    private const int FirstWords = 40;

    private static readonly FrozenSet<string> Corporate = WordList.Row("BodyWords.en.tsv", "corporate").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Body = WordList.Row("BodyWords.en.tsv", "body").Concat(Corporate).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Medium = WordList.Row("BodyWords.en.tsv", "medium").ToFrozenSet(StringComparer.Ordinal);
    /// <summary>How a newsroom comes to know.</summary>
    private static readonly FrozenSet<string> Learning = FrozenSet.Create(StringComparer.Ordinal, "learn", "understand", "reveal", "report", "write", "hear", "find", "see", "obtain", "ask", "tell", "quote");

    private static readonly FrozenSet<string> Marks = WordList.Set("Documents.en.tsv");

    /// <returns>The body's name, or null where the report is a newsroom's.</returns>
    public static string? Of(DatedReport source)
    {
        Report report = source.Report;
        if (HostBody(source) is { } host)
            return host;
        bool marked = Marked(report);
        if (report.Outlet is { } outlet)
        {
            string[] words = outlet.ToLowerInvariant().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
            // The last telling word decides ("Observer Mission", "Union Post"), save that news and press always tell a newsroom.
            string? telling = words.LastOrDefault(w => Medium.Contains(w) || Body.Contains(w));
            bool medium = telling is not null && (Medium.Contains(telling) || words.Contains("news") || words.Contains("press") || words.Contains("wire"));
            return !medium && report.Agencies.IsEmpty && (telling is not null || marked || SpeaksForItself(source, outlet)) ? outlet : null;
        }

        return marked ? HeadlineBody(report.Headline) ?? MostNamed(source) : null;
    }

    /// <summary>Whether the name is a body's by its last telling word ("county fire service"), and no newsroom's.</summary>
    public static bool IsBodyName(string name)
    {
        string[] words = name.ToLowerInvariant().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.LastOrDefault(w => Medium.Contains(w) || Body.Contains(w)) is { } telling && Body.Contains(telling) && !words.Contains("news") && !words.Contains("press");
    }

    /// <summary>Whether the name, folded, ends as only a company's does: "kestrel ag".</summary>
    public static bool IsCorporate(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., var last] && Corporate.Contains(last.TrimEnd('.'));

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

    /// <summary>"Harrow Mining reports that ..." as the first words of a page at harrowmining.example, where no newsroom is named: a body's own pages.</summary>
    private static string? HostBody(DatedReport source)
    {
        if (source.Report.Outlet is not null || !Uri.TryCreate(source.Report.Url, UriKind.Absolute, out Uri? uri) || uri.Host.Split('.') is not { Length: >= 2 } labels || labels[^2] is not { Length: >= ShortestHost } label)
            return null;
        return source.Annotation.Language.Entities
            .Where(e => e.Kind is EntityKind.Organisation && e.Span.Start <= FirstWords && Letters(e.Name).StartsWith(label, StringComparison.Ordinal) && !e.Name.ToLowerInvariant().Split(' ').Any(Medium.Contains))
            .OrderBy(e => e.Span).Select(e => e.Name).FirstOrDefault();
    }

    /// <summary>"Harrow confirms that it ..." on Harrow's own pages: a newsroom has learned, seen or been told, and does not confirm of itself.</summary>
    private static bool SpeaksForItself(DatedReport source, string outlet) => Our().IsMatch(OwnReports.Unquoted(source.Report.Body)) || source.Annotation.Attributions.Any(a =>
        a is { Anonymous: false, Speaker: { } speaker, Parent: null } && a.Kind is not (SourceKind.Outlet or SourceKind.Agency) && a.Cue.Length > 0
        && OutletFamilies.NameKey(speaker) == OutletFamilies.NameKey(outlet)
        && !Learning.Contains(TokenIndex.Tokens(source.Annotation.Language, a.Cue[0]) is var (first, end) && end > first ? source.Annotation.Language.Tokens[end - 1].Lemma.ToLowerInvariant() : ""));

    /// <summary>What a newsroom has none of.</summary>
    [GeneratedRegex(@"\b[Oo]ur (?:company|customers|employees|products|shareholders|clients)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Our();

    private static string Letters(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterLower));

    private static string? MostNamed(DatedReport source) =>
        source.Annotation.Language.Entities
            .Where(e => e.Kind is EntityKind.Organisation)
            .GroupBy(e => e.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.First().Span).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
}
