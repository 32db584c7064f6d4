using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Briefs.Rendering;
using Stemma.Differences;

namespace Stemma.Web.Pages.Parts;

/// <summary>Values of a difference as people write them: a picture has days as 2026-02-04 and counts as 86000000, so that programs can compare them.</summary>
public static partial class DifferenceWords
{
    /// <param name="text">A value, or a sentence that holds some.</param>
    /// <returns>"4 February 2026", "4 to 5 July 2026", "March 2026"; "86,000,000". Figures of four digits stay: they may be years.</returns>
    public static string Of(DifferenceKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            DifferenceKind.Time => Days().Replace(text, InWords),
            DifferenceKind.Number => LongNumber().Replace(text, m => long.TryParse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number.ToString("#,0", CultureInfo.InvariantCulture) : m.Value),
            _ => text,
        };
    }

    /// <returns>"How many or how much?".</returns>
    public static string Question(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Number => "How many or how much?",
        DifferenceKind.Time => "When?",
        DifferenceKind.Place => "Where?",
        DifferenceKind.Person => "Who?",
        DifferenceKind.Existence => "Is it so?",
        _ => "How sure is it?",
    };

    private static string InWords(Match match)
    {
        string[] ends = match.Value.Split('/');
        if (ends.Length == 1 && DateOnly.TryParseExact(ends[0], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
            return month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(ends[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly from)
            && DateOnly.TryParseExact(ends[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly to)
            && from <= to ? Dates.Stretch(from, to) : match.Value;
    }

    [GeneratedRegex(@"(?<![\d-])\d{4}-\d{2}(-\d{2}(/\d{4}-\d{2}-\d{2})?)?(?![\d-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<![\d.,])\d{5,18}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
