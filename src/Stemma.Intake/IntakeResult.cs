using System.Collections.Immutable;
using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>What was read from the inputs of one call.</summary>
/// <param name="Reports">In order of input; of an item that came in several versions the last one, where the first stood.</param>
/// <param name="Rejected">What could not be read, with its reason, in order of input; files that only name addresses among them.</param>
public sealed record IntakeResult(ImmutableArray<RawReport> Reports, ImmutableArray<Rejection> Rejected)
{
    /// <summary>Treebank files: words and sentences that are settled already, so not reports to clean. In order of input.</summary>
    public ImmutableArray<ConlluDocument> Conllu { get; init; } = [];

    /// <summary>What was left out of inputs that were read. In order of input.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];
}
