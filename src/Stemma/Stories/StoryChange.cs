using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>What a new report made of the stories before it.</summary>
public enum StoryChangeKind
{
    /// <summary>Two stories turned out to be one.</summary>
    Merged,

    /// <summary>A story turned out to be two.</summary>
    Split,
}

/// <summary>Reports that were placed earlier and now belong to another story.</summary>
/// <param name="From">The story they were in.</param>
/// <param name="To">The story they are in now.</param>
/// <param name="Reports">Ids of the reports that moved, in order of arrival; never empty.</param>
/// <param name="Reason">In words.</param>
public sealed record StoryChange(StoryChangeKind Kind, string From, string To, ImmutableArray<string> Reports, string Reason);
