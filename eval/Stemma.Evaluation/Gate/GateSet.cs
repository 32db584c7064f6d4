using System.Collections.Immutable;

namespace Stemma.Evaluation.Gate;

/// <summary>Folders of cases and the file that pins their floors.</summary>
/// <param name="IsRequired">
/// Whether the cases belong to this repository: then a missing folder and a changed gold fail the gate. Cases that stand elsewhere may be absent or
/// change under us; that is told and skipped.
/// </param>
public sealed record GateSet(string Name, ImmutableArray<string> Directories, string FloorsFile, bool IsRequired)
{
    /// <summary>Folders outside this repository that the cases are read from; where one is absent the set is skipped, required or not.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];
}
