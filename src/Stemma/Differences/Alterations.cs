using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Turns what a copied passage changed into differences: its own source says otherwise.</summary>
internal static class Alterations
{
    public static IEnumerable<Finding> Find(ImmutableArray<DatedReport> reports, ClaimSet claims, ImmutableArray<Derivation> lineage)
    {
        ILookup<string, Draft> byReport = claims.Groups.SelectMany(g => g).ToLookup(d => reports[d.Report].Report.Id, StringComparer.Ordinal);
        foreach (Alteration alteration in lineage.Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite).SelectMany(d => d.Alterations))
        {
            Draft? copy = At(byReport[alteration.From.Report], alteration.From.Span);
            Draft? source = At(byReport[alteration.To.Report], alteration.To.Span);
            if (copy is null || source is null)
                continue;
            yield return new Finding(
                alteration.Kind,
                [new Side(Value(source, alteration.To, alteration.Kind), [source]), new Side(Value(copy, alteration.From, alteration.Kind), [copy])],
                Verdict.Conflict,
                $"Suspect transcription: the report it rests on says {alteration.To.Quote}.");
        }
    }

    /// <summary>The statement that holds the words, else the nearest before them.</summary>
    private static Draft? At(IEnumerable<Draft> drafts, TextSpan span) =>
        drafts.Where(d => d.Span.Start <= span.Start)
            .OrderByDescending(d => d.Span.Overlaps(span)).ThenByDescending(d => d.Span.End).ThenByDescending(d => d.Span.Start).FirstOrDefault();

    /// <summary>A number in digits, a day as ISO, else the words.</summary>
    private static string Value(Draft draft, ReportSpan at, DifferenceKind kind) => kind switch
    {
        DifferenceKind.Number => draft.Content.Amounts.Where(a => a.Mention.Span.Overlaps(at.Span)).Select(AmountContrasts.Digits).FirstOrDefault(at.Quote),
        DifferenceKind.Time when draft.Content.Days.Length == 1 => DayContrasts.Iso(draft.Content.Days[0]),
        _ => at.Quote,
    };
}
