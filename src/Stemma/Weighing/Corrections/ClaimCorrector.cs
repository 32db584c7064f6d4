using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;

namespace Stemma.Weighing;

/// <summary>Honours corrections of claims and origins: which assertions state the same thing, and which origins are one.</summary>
/// <remarks>What stands behind each claim, and its status, are worked out again by the rules that hold for all claims. A pure function.</remarks>
internal sealed class ClaimCorrector
{
    private readonly ImmutableArray<DatedReport> reports;
    private readonly ImmutableArray<Derivation> lineage;
    private readonly StoryContext context;
    private readonly OriginRegister register;
    private readonly Dictionary<string, string> bodies;
    private readonly List<List<Draft>> groups;
    private readonly Dictionary<Draft, ImmutableArray<OriginDraft>> origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> statements = new(StringComparer.Ordinal);

    /// <param name="reports">As the claims were built from them.</param>
    private ClaimCorrector(ClaimSet claims, ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage)
    {
        (this.reports, this.lineage) = (reports, lineage);
        StoryNames names = new(reports);
        context = new StoryContext(reports, names);
        register = new OriginRegister(names, context.Bodies);
        bodies = reports.ToDictionary(r => r.Report.Id, r => r.Report.Body, StringComparer.Ordinal);
        groups = [.. claims.Groups.Select(g => g.ToList())];
        foreach ((Draft draft, ImmutableArray<OriginDraft> from) in claims.OriginsOf)
            origins[draft] = from;
    }

    public static ClaimSet Apply(ClaimSet claims, ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage, CorrectionSet corrections)
    {
        Correction[] concerned = [.. corrections.Standing.Where(c => c.Target is CorrectionTarget.Claim or CorrectionTarget.Origin && c.Kind is not CorrectionKind.Accept)];
        if (concerned.Length == 0 || claims.Groups.IsEmpty)
            return claims;
        ClaimCorrector corrector = new(claims, reports, lineage);
        bool changed = false;
        foreach (Correction correction in concerned)
            changed |= correction.Target is CorrectionTarget.Claim ? corrector.ApplyToClaims(correction) : corrector.ApplyToOrigins(correction);
        return changed ? corrector.Weigh(claims) : claims;
    }

    private bool ApplyToClaims(Correction correction)
    {
        Draft[] named = [.. correction.What.Select(Find).OfType<Draft>().Distinct()];
        if (named.Length == 0)
            return false;
        List<Draft>[] concerned = [.. named.Select(d => groups.First(g => g.Contains(d))).Distinct()];
        switch (correction.Kind)
        {
            case CorrectionKind.Merge when concerned.Length > 1:
                foreach (List<Draft> other in concerned.Skip(1))
                {
                    concerned[0].AddRange(other);
                    groups.Remove(other);
                }

                concerned[0].Sort(static (a, b) => a.Report != b.Report ? a.Report.CompareTo(b.Report) : a.Span.CompareTo(b.Span));
                return true;
            case CorrectionKind.Split when concerned.Any(g => g.Any(d => !named.Contains(d))):
                foreach (List<Draft> group in concerned)
                    group.RemoveAll(named.Contains);
                groups.RemoveAll(g => g.Count == 0);
                groups.Add([.. named.OrderBy(d => d.Report).ThenBy(d => d.Span)]);
                return true;
            case CorrectionKind.Reject:
                groups.RemoveAll(concerned.Contains);
                return true;
            case CorrectionKind.Rename:
                statements[ClaimId(concerned[0])] = correction.To!;
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToOrigins(Correction correction)
    {
        Draft[] places = [.. correction.What.Select(Find).OfType<Draft>()];
        if (correction.Kind is CorrectionKind.Split)
        {
            foreach (Draft place in places)
                origins[place] = [Copy(origins[place][0], origins[place][0].Id + "-" + OriginIds.Slug(correction.To!), correction.To!)];
            return places.Length > 0;
        }

        HashSet<string> names = [.. correction.What.Select(a => a.Name).OfType<string>().Select(n => n.ToLowerInvariant())];
        OriginDraft[] named = [.. places.Select(p => origins[p][0])
            .Concat(groups.SelectMany(g => g).SelectMany(d => origins[d]).Where(o => names.Contains(o.Name.ToLowerInvariant()) || names.Contains(o.Id)))
            .Distinct()];
        if (named.Length == 0)
            return false;
        OriginDraft to = correction.Kind switch
        {
            CorrectionKind.Merge => correction.To is { } name ? Copy(named[0], named[0].Id, name) : named[0],
            CorrectionKind.Rename => Copy(named[0], named[0].Id, correction.To!),
            // Nobody who knew: it counts as words that come from nobody in particular.
            _ => register.OtherMedia("media reports"),
        };
        foreach (OriginDraft origin in named.Where(o => o != to))
            to.Via.UnionWith(origin.Via);
        OriginDraft[] replaced = correction.Kind is CorrectionKind.Rename ? [named[0]] : named;
        foreach (Draft draft in origins.Keys.ToArray())
        {
            if (origins[draft].Any(replaced.Contains))
                origins[draft] = [.. origins[draft].Select(o => replaced.Contains(o) ? to : o).Distinct()];
        }

        return true;
    }

    private static OriginDraft Copy(OriginDraft origin, string id, string name)
    {
        OriginDraft copy = new()
        {
            Id = id,
            Name = name,
            Kind = origin.Kind,
            Basis = origin.Basis,
            Anonymous = origin.Anonymous,
            Body = origin.Body,
            IsBody = origin.IsBody,
            MayBeOfficial = origin.MayBeOfficial,
            QuotedIn = origin.QuotedIn,
            Family = origin.Family,
            IsUnseenItem = origin.IsUnseenItem,
        };
        copy.Via.UnionWith(origin.Via);
        return copy;
    }

    /// <summary>The assertion that shares most with the anchor's words.</summary>
    private Draft? Find(CorrectionAnchor anchor) =>
        anchor.Report is { } report && bodies.TryGetValue(report, out string? body) && CorrectionSet.Find(anchor, body) is { } span
            ? groups.SelectMany(g => g)
                .Where(d => reports[d.Report].Report.Id == report && d.Span.Overlaps(span))
                .OrderByDescending(d => Math.Min(d.Span.End, span.End) - Math.Max(d.Span.Start, span.Start))
                .ThenBy(d => d.Span.Length).ThenBy(d => d.Span).ThenBy(d => d.Id, StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    private static string ClaimId(List<Draft> group) => "c-" + group[0].Id;

    private ClaimSet Weigh(ClaimSet claims)
    {
        FrozenDictionary<Draft, ImmutableArray<OriginDraft>> from = groups.SelectMany(g => g).ToFrozenDictionary(d => d, d => origins[d]);
        ImmutableArray<DraftContrast> contrasts = [.. claims.Contrasts.Where(c => from.ContainsKey(c.First) && from.ContainsKey(c.Second))];
        Claims.Alignment alignment = new([.. groups.Select(g => g.ToImmutableArray())], contrasts);
        WithdrawnReports withdrawn = new(reports, Withdrawals.Find(reports, context, lineage), from, context, lineage, new Retractions(reports, context, from).Find(alignment.Groups));
        ClaimWeigher weigher = new(reports, context, register, new StatusRules(register, withdrawn), withdrawn, from, alignment,
            new Verdicts(reports, context.Families, from, lineage));
        var weighed = alignment.Groups
            .Select(g => (Group: g, Claim: weigher.Weigh(g)))
            .Select(w => statements.TryGetValue(w.Claim.Id, out string? words) ? (w.Group, Claim: w.Claim with { Statement = words }) : w)
            .OrderByDescending(c => c.Claim.Support.OriginsAtLeast)
            .ThenByDescending(c => c.Claim.Support.Outlets)
            .ThenByDescending(c => c.Claim.Support.Reports)
            .ThenBy(c => c.Group[0].Report).ThenBy(c => c.Group[0].Span).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)
            .ToImmutableArray();

        Dictionary<string, (string Claim, OriginDraft Origin)> of = new(StringComparer.Ordinal);
        foreach (var (group, claim) in weighed)
        {
            foreach (Draft draft in group)
                of[draft.Id] = (claim.Id, from[draft][0]);
        }

        FrozenSet<OriginDraft> standing = groups.SelectMany(g => g).Where(d => !withdrawn.IsCancelled(d)).SelectMany(d => from[d]).ToFrozenSet();
        OriginDraft[] used = [.. from.Values.SelectMany(o => o).DistinctBy(o => o.Id).OrderBy(o => o.Id, StringComparer.Ordinal)];
        Dictionary<string, string> before = claims.Origins.ToDictionary(o => o.Id, o => o.Name, StringComparer.Ordinal);
        return new ClaimSet(
            [.. claims.Assertions.Where(a => of.ContainsKey(a.Id)).Select(a => Settled(a, of[a.Id], before))],
            [.. weighed.Select(w => w.Claim)],
            register.Told(used, standing))
        {
            Contrasts = contrasts,
            Groups = alignment.Groups,
            OriginsOf = from,
        };
    }

    /// <summary>The innermost source follows its origin, by name too where a person named it.</summary>
    private static Assertion Settled(Assertion assertion, (string Claim, OriginDraft Origin) now, Dictionary<string, string> before)
    {
        assertion = assertion with { Claim = now.Claim };
        if (assertion.Attribution is not [.., { Origin: { } old } inner] || (old == now.Origin.Id && before.GetValueOrDefault(old) == now.Origin.Name))
            return assertion;
        Source settled = inner with { Origin = now.Origin.Id, Name = now.Origin.Basis is OriginBasis.OtherMedia && !now.Origin.IsUnseenItem ? inner.Name : now.Origin.Name };
        return assertion with { Attribution = [.. assertion.Attribution.SkipLast(1), settled] };
    }
}
