using System.Collections.Immutable;
using Stemma.Stories;

namespace Stemma.Store;

/// <summary>A new report with the place that grouping gave it.</summary>
/// <param name="Slots">For each story that this placement touched its slot by now; null where it is open no more.</param>
public sealed record GroupedReport(NewReport New, Placement Placement, ImmutableArray<(string Story, long? Slot)> Slots);
