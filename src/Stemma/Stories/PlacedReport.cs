using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>A report of an open story as it was kept, for <see cref="StoryGrouper.Resume"/>.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Story">The story that it is in by now.</param>
/// <param name="Slot">That story's <see cref="StoryGrouper.SlotOf"/>.</param>
/// <param name="Arrival">Orders reports by arrival; gaps do no harm.</param>
/// <param name="Memory">As <see cref="Placement.Memory"/> gave it.</param>
public sealed record PlacedReport(string Report, string Story, long Slot, long Arrival, ImmutableArray<byte> Memory);
