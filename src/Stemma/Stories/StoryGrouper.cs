using Stemma.Annotations;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Where a report was put, and why.</summary>
/// <param name="Story">Stable id of the story, from its earliest member.</param>
/// <param name="Reason">In words, for <c>stemma group --explain</c>.</param>
public sealed record Placement(string Story, string Reason);

/// <summary>Streaming grouping: each report joins the best story of the last days or starts one.</summary>
/// <remarks>Deterministic for a given order of arrival. One instance is one stream; not safe to share between threads.</remarks>
public sealed class StoryGrouper
{
    public Placement Add(Report report, Annotation annotation) => new("s-" + report.Id, "starts a story");
}
