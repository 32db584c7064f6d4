using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>Orders what happened by event time, merged over reports.</summary>
public sealed class TimelineBuilder
{
    /// <returns>Earliest first.</returns>
    public ImmutableArray<TimelineEntry> Build(ImmutableArray<DatedReport> reports, ClaimSet claims) => [];
}
