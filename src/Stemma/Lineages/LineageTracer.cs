using System.Collections.Immutable;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Lineages;

/// <summary>Finds who rests on whom inside one story.</summary>
/// <remarks>
/// Text first (quotations out, aligned word for word), then what reports say of themselves: credits and citations. A citing report that tells little but
/// what the cited one tells, and has hardly a source of its own, is its rewrite. The order in which reports are given changes nothing but the order of the edges.
/// Safe to call from many threads at once.
/// </remarks>
public sealed class LineageTracer
{
    /// <summary>Part of its telling words, by weight, that a rewrite has from its parent.</summary>
    private const double RewriteOverlap = 0.3;

    /// <summary>Largest part of its attributed statements that a rewrite has from elsewhere.</summary>
    private const double RewriteOwnSources = 0.5;

    /// <summary>Words below which a report is a note that cites, not a rewrite.</summary>
    private const int RewriteWords = 40;

    public StageId Id { get; } = new("lineages", 4);

    /// <returns>By child in the order given, then by share, largest first. A target that is not at hand has an id of
    /// <see cref="Claims.OriginIds.Item"/>.</returns>
    public ImmutableArray<Derivation> Trace(ImmutableArray<DatedReport> reports)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        LineageText[] texts = [.. reports
            .OrderBy(r => r.Report.Published is null)
            .ThenBy(r => r.Report.Published ?? default)
            .ThenBy(r => r.Report.Id, StringComparer.Ordinal)
            .Select((r, rank) => LineageText.Read(r, rank, numbers))];
        if (texts.Length == 0)
            return [];

        HouseNames names = new(texts);
        ContentOverlap overlap = new(texts);
        Citations citations = new(texts, names, overlap);
        List<Edge> edges = TextParents.Of(texts, names);
        foreach (LineageText text in texts)
        {
            List<Edge> cited = [];
            foreach (Edge citation in citations.Of(text))
            {
                if (!IsImplied(citation, edges, names) && !cited.Exists(c => c.Target == citation.Target))
                    cited.Add(citation.To is null ? citation : citation with { Alignment = Alignment.Of(citation.From, citation.To) });
            }

            // A rewrite rests on one report; whatever else it names, it only cites, and so does a text that is a copy already.
            Edge? rewritten = edges.Exists(e => e.From == text && e.Alignment is { EvidenceShare: >= RewriteOverlap }) ? null : cited.Where(c => IsRewrite(c, names, overlap)).MaxBy(c => overlap.Of(c.From, c.To!));
            edges.AddRange(cited.Select(c => c == rewritten ? c with { Kind = DerivationKind.Rewrite } : c));
        }

        Dictionary<string, int> order = reports.Select((r, i) => (r.Report.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        return [.. edges
            .Select(Derivation)
            .OrderBy(d => order[d.From])
            .ThenByDescending(d => d.Share)
            .ThenBy(d => d.Kind)
            .ThenBy(d => d.To, StringComparer.Ordinal)];
    }

    /// <summary>A text edge to the same report, or to another copy of the credited house's text, says it already.</summary>
    private static bool IsImplied(Edge citation, List<Edge> edges, HouseNames names)
    {
        foreach (Edge edge in edges)
        {
            if (edge.From != citation.From)
                continue;
            if (edge.Target == citation.Target)
                return true;
            if (citation.Kind == DerivationKind.Credits && edge.To is { } to && IsOf(to, citation, names))
                return true;
        }

        return false;
    }

    private static bool IsOf(LineageText report, Edge credit, HouseNames names)
    {
        foreach (string agency in credit.From.Dated.Report.Agencies)
        {
            string name = names.Canonical(agency);
            bool credited = credit.Target == Claims.OriginIds.Item(name) || credit.To?.Dated.Report.Outlet == name;
            if (credited && (report.Dated.Report.Outlet == name || report.Dated.Report.Agencies.Any(a => names.Canonical(a) == name)))
                return true;
        }

        return false;
    }

    private static bool IsRewrite(Edge citation, HouseNames names, ContentOverlap overlap)
    {
        if (citation.To is not { } to || citation.From.Words.Length < RewriteWords || citation.From.Dated.Report.Outlet == to.Dated.Report.Outlet || overlap.Of(citation.From, to) < RewriteOverlap)
            return false;
        OutletName? other = names.Of(to.Dated.Report.Outlet);
        return Sourcing.Own(citation.From, to, w => other?.Words.Contains(OutletName.Stem(w)) == true) <= RewriteOwnSources;
    }

    private static Derivation Derivation(Edge edge)
    {
        if (edge.Alignment is not { } alignment || edge.To is not { } to)
            return new Derivation(edge.From.Id, edge.Target, edge.Kind, 0, [], []) { TargetName = edge.TargetName };
        return new Derivation(
            edge.From.Id,
            to.Id,
            edge.Kind,
            Math.Round(alignment.Share, 3),
            [.. alignment.Passages.Select(p => new SharedPassage(
                ReportSpan.Of(edge.From.Id, edge.From.Body, edge.From.SpanOf(p.From, p.FromEnd)),
                ReportSpan.Of(to.Id, to.Body, to.SpanOf(p.To, p.ToEnd))))],
            edge.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite ? AlterationFinder.Find(alignment) : []);
    }
}
