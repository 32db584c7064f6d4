namespace Stemma.Stories;

/// <summary>A report as a story at hand keeps it.</summary>
/// <param name="Arrival">Running number of its arrival, from 0.</param>
internal sealed record StoredReport(string Id, long Arrival, Fingerprint Fingerprint);

/// <summary>A story that reports may still join.</summary>
internal sealed class OpenStory(long slot)
{
    private readonly List<long> arrivals = [];

    /// <summary>Number of its own, never used again; orders stories by when they were opened.</summary>
    public long Slot { get; } = slot;

    /// <summary>From its earliest member.</summary>
    public string Id => "s-" + Reports[0];

    public MemberSet Members { get; } = new();

    /// <summary>Ids of all its reports in order of arrival.</summary>
    public List<string> Reports { get; } = [];

    public long FirstArrival => arrivals[0];

    public long LastArrival => arrivals[^1];

    /// <returns>Terms that the story no longer keeps.</returns>
    public IReadOnlyList<ulong> Add(StoredReport report)
    {
        Reports.Add(report.Id);
        arrivals.Add(report.Arrival);
        return Members.Add(report.Fingerprint);
    }

    /// <summary>Its reports in order of arrival; only for a story of at most <see cref="MemberSet.MaxKept"/>, which has them all.</summary>
    public List<StoredReport> Stored() => [.. Reports.Select((id, i) => new StoredReport(id, arrivals[i], Members.Members[i]))];
}
