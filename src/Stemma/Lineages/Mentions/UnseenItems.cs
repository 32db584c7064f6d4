using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;

namespace Stemma.Lineages;

/// <summary>The items that reports credit or cite and that are not at hand, as origins: nodes of the lineage, whether a claim ends in them or not.</summary>
public static class UnseenItems
{
    /// <returns><paramref name="origins"/>, then those of <paramref name="lineage"/> that are missing there, in its order.</returns>
    public static ImmutableArray<Origin> Add(ImmutableArray<Origin> origins, ImmutableArray<Derivation> lineage)
    {
        HashSet<string> known = new(origins.Select(o => o.Id), StringComparer.Ordinal);
        return origins.AddRange(lineage
            .Where(d => d.TargetName is not null && known.Add(d.To))
            .Select(d => new Origin
            {
                Id = d.To,
                Name = d.TargetName!,
                Kind = d.Kind == DerivationKind.Credits ? SourceKind.Agency : SourceKind.Outlet,
                Basis = OriginBasis.OtherMedia,
                Anonymous = false,
                Via = [],
                MayBe = [],
            }));
    }
}
