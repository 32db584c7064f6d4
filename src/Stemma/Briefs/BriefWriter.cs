using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>Writes the brief of one story out of what was found.</summary>
public sealed class BriefWriter
{
    public Brief Write(
        ImmutableArray<DatedReport> reports,
        ClaimSet claims,
        ImmutableArray<Derivation> lineage,
        ImmutableArray<Difference> differences) => new()
        {
            Headline = reports[0].Report.Headline ?? "",
            NewsPeg = [],
            KeyFacts = [],
            Disputed = [],
            Unknown = [],
            Watch = [],
            BigNumber = null,
            Who = [],
            FurtherReading = [],
        };
}
