using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Web.Pages.Reports;

/// <summary>What a report kept of another, and what it left.</summary>
/// <param name="KeptShare">Part of the report's own text that is carried over, 0 to 1.</param>
/// <param name="Cut">Paragraphs of the other text of which less than half is carried over.</param>
public sealed record Balance(double KeptShare, int Cut)
{
    public static Balance Of(Report report, Report parent, Derivation derivation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(derivation);
        ImmutableArray<TextSpan> kept = [.. derivation.Passages.Select(p => p.To.Span)];
        int own = derivation.Passages.Sum(p => p.From.End - p.From.Start);
        int cut = TextParts.Paragraphs(parent.Body, new TextSpan(0, parent.Body.Length)).Count(p => kept.Sum(k => Math.Max(0, Math.Min(k.End, p.End) - Math.Max(k.Start, p.Start))) * 2 < p.Length);
        return new Balance(report.Body.Length == 0 ? 0 : Math.Clamp((double)own / report.Body.Length, 0, 1), cut);
    }
}
