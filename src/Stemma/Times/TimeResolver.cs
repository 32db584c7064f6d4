using System.Collections.Immutable;

namespace Stemma.Times;

/// <summary>Settles time expressions against the day a report was published.</summary>
public sealed class TimeResolver
{
    /// <param name="expressions">All of one report, in text order: later ones may lean on earlier ones ("the following day").</param>
    /// <param name="published">The publication day on the publisher's clock; null leaves relative expressions unsettled.</param>
    /// <returns>One for each expression, in the same order.</returns>
    public ImmutableArray<ResolvedTime> Resolve(ImmutableArray<TimeExpression> expressions, DateOnly? published) => [];
}
