using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Finds where the reports of a story do not say the same.</summary>
public sealed class DifferenceFinder
{
    public ImmutableArray<Difference> Find(ImmutableArray<DatedReport> reports, ClaimSet claims, ImmutableArray<Derivation> lineage) => [];
}
