namespace Stemma.Stories;

/// <summary>Which report is in which story by now: placements, with what later ones overturned.</summary>
public sealed class Assignments
{
    private readonly Dictionary<string, string> storyOf = new(StringComparer.Ordinal);

    /// <param name="report">Id of the report that was placed.</param>
    public void Apply(string report, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(placement);
        storyOf[report] = placement.Story;
        foreach (StoryChange change in placement.Changes)
        {
            foreach (string moved in change.Reports)
                storyOf[moved] = change.To;
        }
    }

    /// <summary>Drops a report that nothing can move any more, so that an endless stream fits into memory.</summary>
    public void Forget(string report) => storyOf.Remove(report);

    /// <exception cref="KeyNotFoundException">The report was never placed, or has been forgotten.</exception>
    public string StoryOf(string report) => storyOf[report];
}
