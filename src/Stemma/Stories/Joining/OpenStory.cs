namespace Stemma.Stories;

/// <summary>A report as a story at hand keeps it.</summary>
/// <param name="Arrival">Running number of its arrival, from 0.</param>
internal sealed record StoredReport(string Id, long Arrival, Fingerprint Fingerprint);

/// <summary>A story that reports may still join.</summary>
/// <param name="id">The id that it had before it was opened anew; null: it comes from its earliest member.</param>
internal sealed class OpenStory(long slot, string? id = null)
{
    private readonly List<(string Id, long Arrival)> reports = new(1);

    /// <summary>Number of its own, never used again; orders stories by when they were opened.</summary>
    public long Slot { get; } = slot;

    /// <summary>From its earliest member, also where that has been forgotten since.</summary>
    public string Id => id ?? "s-" + reports[0].Id;

    public MemberSet Members { get; } = new();

    /// <summary>Ids of all its reports in order of arrival.</summary>
    public IEnumerable<string> Reports => reports.Select(r => r.Id);

    public int Count => reports.Count;

    public long FirstArrival => reports[0].Arrival;

    public long LastArrival => reports[^1].Arrival;

    /// <summary>Its place among the stories at hand, given again when it is closed; -1 before it is opened.</summary>
    public int Number { get; set; } = -1;

    /// <inheritdoc cref="MemberSet.Add"/>
    public void Add(StoredReport report, SimilarityTable? table, List<int>? added, List<ulong>? dropped)
    {
        reports.Add((report.Id, report.Arrival));
        Members.Add(report.Fingerprint, table, added, dropped);
    }

    /// <summary>Its reports in order of arrival; only for a story of at most <see cref="MemberSet.MaxKept"/>, which has them all.</summary>
    public List<StoredReport> Stored() => [.. reports.Select((r, i) => new StoredReport(r.Id, r.Arrival, Members.Members[i]))];
}
