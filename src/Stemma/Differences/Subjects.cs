using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Says in a report's own words what a difference is about, with a blank where the sides differ: "… were missing after an avalanche swept a coach off the road".</summary>
internal sealed class Subjects(ImmutableArray<DatedReport> reports)
{
    /// <summary>In UTF-16 units; the sides themselves stand in full below.</summary>
    private const int Longest = 110;

    private const string Blank = "…";

    public string Of(Finding finding)
    {
        // The side that says it, told by whoever says it most clearly; a bare "it" or a fragment only where there is nothing else.
        Side[] sides = [.. finding.Sides.OrderBy(s => s.Value is "no" or "none")];
        Side side = Array.Find(sides, s => s.Drafts.Any(IsClause)) ?? sides[0];
        Draft[] drafts = [.. side.Drafts.Where(IsClause)];
        string words = Statements.Write(drafts.Length > 0 ? drafts : side.Drafts, reports).TrimEnd('.', '!', '?', '"', '”');
        if (finding.Kind is not (DifferenceKind.Existence or DifferenceKind.Certainty))
            words = Blanked(words, side);
        return Shortened(LowerFirst(words, side));
    }

    private bool IsClause(Draft draft)
    {
        LinguisticText text = reports[draft.Report].Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        return ClauseSplitter.HasFiniteVerb(text, first, end) && end - first > 2;
    }

    private string Blanked(string words, Side side)
    {
        foreach (string value in side.Drafts.SelectMany(d => Written(d, side.Value)).Append(side.Value).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
        {
            int at = words.IndexOf(value, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && IsWhole(words, at, value.Length))
                return string.Concat(words.AsSpan(0, at), Blank, words.AsSpan(at + value.Length));
        }

        return words;
    }

    /// <summary>How a side's own words write its value: "eight" for 8, "Wednesday" for 2026-02-04.</summary>
    private IEnumerable<string> Written(Draft draft, string value)
    {
        DatedReport source = reports[draft.Report];
        foreach (Amount amount in draft.Content.Amounts.Where(a => AmountContrasts.Digits(a) == value))
            yield return amount.Mention.NumberSpan.In(source.Annotation.Language.Text).ToString();
        foreach (Day day in draft.Content.Days.Where(d => DayContrasts.Iso(d).StartsWith(value, StringComparison.Ordinal)))
            yield return day.Text;
    }

    private static bool IsWhole(string words, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (at + length == words.Length || !char.IsLetterOrDigit(words[at + length]));

    /// <summary>The first letter small, unless it is a name's.</summary>
    private string LowerFirst(string words, Side side)
    {
        if (words.Length < 2 || !char.IsUpper(words[0]) || !(char.IsLower(words[1]) || words.StartsWith("A ", StringComparison.Ordinal)))
            return words;
        int end = 0;
        while (end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '-'))
            end++;
        string first = words[..end];
        // "Mr. Holm": a title's small letter is no less wrong than a name's.
        bool name = (end < words.Length && words[end] is '.') || side.Drafts.Any(d => IsName(reports[d.Report].Annotation.Language, first));
        return name ? words : char.ToLowerInvariant(words[0]) + words[1..];
    }

    private static bool IsName(LinguisticText text, string word) =>
        text.Entities.Any(e => e.Name.StartsWith(word, StringComparison.Ordinal)) || text.Tokens.Any(t => t.Upos is Upos.Propn && t.Span.Length == word.Length && t.Span.In(text.Text).SequenceEqual(word));

    private static string Shortened(string words)
    {
        if (words.Length <= Longest)
            return words;
        int end = words.LastIndexOf(' ', Longest - 2);
        return (end > 0 ? words[..end].TrimEnd(',', ';', ':', ' ') : words[..(Longest - 2)]) + " " + Blank;
    }
}
