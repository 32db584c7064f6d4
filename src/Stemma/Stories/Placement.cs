using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>Where a report was put, and why.</summary>
/// <param name="Story">Stable id of the story, from its earliest member.</param>
/// <param name="Reason">In words, for <c>stemma group --explain</c>.</param>
public sealed record Placement(string Story, string Reason)
{
    /// <summary>Earlier placements that this report overturned, in the order to apply them. Whoever holds placements has to follow them:
    /// with few reports at hand two events can look like one, or one like two.</summary>
    public ImmutableArray<StoryChange> Changes { get; init; } = [];

    /// <summary>What has to be kept of the report, so that <see cref="StoryGrouper.Resume"/> can go on later; empty for a report that was added before.</summary>
    public ImmutableArray<byte> Memory { get; init; } = [];

    /// <summary>Slot of the story, see <see cref="StoryGrouper.SlotOf"/>.</summary>
    public long Slot { get; init; }

    /// <summary>Ids of stories that have just been closed: nothing joins them any more.</summary>
    public ImmutableArray<string> Closed { get; init; } = [];
}
