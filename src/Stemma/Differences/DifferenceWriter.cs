using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Puts a finding into words: what it is about, each side with its holder.</summary>
internal sealed class DifferenceWriter(ImmutableArray<DatedReport> reports, ClaimSet claims)
{
    private readonly Subjects subjects = new(reports);

    public Difference Write(string id, Finding finding) => new(
        id,
        finding.Kind,
        subjects.Of(finding),
        [.. finding.Sides.Select(s => new Position(s.Value, Text(s), [.. s.Drafts.OrderBy(d => d.Report).ThenBy(d => d.Span).Select(d => d.Id)]))],
        finding.Verdict,
        finding.Why);

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
