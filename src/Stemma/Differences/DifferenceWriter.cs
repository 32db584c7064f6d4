using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Puts a finding into words: what it is about, each side with its holder.</summary>
internal sealed class DifferenceWriter(ImmutableArray<DatedReport> reports, ClaimSet claims)
{
    private const int AboutWords = 8;

    public Difference Write(string id, Finding finding) => new(
        id,
        finding.Kind,
        About(finding),
        [.. finding.Sides.Select(s => new Position(s.Value, Text(s), [.. s.Drafts.OrderBy(d => d.Report).ThenBy(d => d.Span).Select(d => d.Id)]))],
        finding.Verdict,
        finding.Why);

    /// <summary>The words that both sides use of it, as the first side writes them; else the first side's own.</summary>
    private string About(Finding finding)
    {
        Draft first = finding.Sides[0].Drafts[0];
        Draft second = finding.Sides[1].Drafts[0];
        LinguisticText text = reports[first.Report].Annotation.Language;
        HashSet<string> other = [.. Surface(second)];
        string[] mine = [.. Surface(first).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] shared = [.. mine.Where(w => other.Contains(w, StringComparer.OrdinalIgnoreCase))];
        IEnumerable<string> words = (shared.Length >= 3 ? shared : shared.Concat(mine)).Distinct(StringComparer.OrdinalIgnoreCase);
        return string.Join(' ', words.Take(AboutWords));
    }

    private IEnumerable<string> Surface(Draft draft)
    {
        LinguisticText text = reports[draft.Report].Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        for (int i = first; i < end; i++)
        {
            Token token = text.Tokens[i];
            if (token.Upos is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj && token.Span.Length > 2)
                yield return token.Span.In(text.Text).ToString();
        }
    }

    private string Text(Side side)
    {
        Draft draft = side.Drafts[0];
        DatedReport source = reports[draft.Report];
        string words = draft.Reading.IsEmpty ? draft.Span.In(source.Report.Body).ToString() : string.Join(' ', draft.Reading.Select(s => s.In(source.Report.Body).ToString().Trim(' ', ',')));
        string holder = draft.Chain.IsEmpty
            ? claims.OriginsOf[draft] is [{ Family: null } origin, ..] ? origin.Name : source.Report.Outlet ?? "a report without a named outlet"
            : string.Join(" <- ", draft.Chain.Select(i => source.Annotation.Attributions[i].Speaker).OfType<string>());
        if (draft.Stance is Stance.Denies)
            return $"{holder} denies: {words}";
        return $"{holder}: {words}";
    }
}
