using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Weighing;

public enum ChangeKind
{
    NewReport,
    NewClaim,
    Status,

    /// <summary>The interval of origins behind a claim moved.</summary>
    Support,
    Difference,
}

/// <summary>What is other than it was at an earlier time.</summary>
/// <param name="Text">One line; the words after a colon are a claim's or a headline's own.</param>
/// <param name="Claims">Ids in the picture of now.</param>
/// <param name="Evidence">Where the new words stand; empty for a report without a body.</param>
public sealed record Change(ChangeKind Kind, string Text, ImmutableArray<string> Claims, ImmutableArray<ReportSpan> Evidence);
