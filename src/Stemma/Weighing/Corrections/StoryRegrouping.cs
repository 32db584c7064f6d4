namespace Stemma.Weighing;

/// <summary>Which story a report is in once a person's mergers and splits of stories are honoured, on top of what grouping found.</summary>
/// <remarks>Made anew whenever grouping has moved a report that a correction names: it looks at the stories once, when it is made.</remarks>
public sealed class StoryRegrouping
{
    private readonly Dictionary<string, string> into = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);

    /// <param name="grouped">The story that grouping has a report in; null for a report that is not at hand.</param>
    public StoryRegrouping(CorrectionSet corrections, Func<string, string?> grouped)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(grouped);
        foreach (Correction correction in corrections.Standing.Where(c => c is { Target: CorrectionTarget.Story, Kind: CorrectionKind.Merge or CorrectionKind.Split }))
        {
            string[] reports = [.. correction.What.Select(a => a.Report!).Distinct(StringComparer.Ordinal).Where(r => grouped(r) is not null)];
            if (reports.Length == 0)
                continue;
            string first = StoryOf(reports[0], grouped(reports[0])!);
            if (correction.Kind is CorrectionKind.Merge)
            {
                foreach (string story in reports.Skip(1).Select(r => StoryOf(r, grouped(r)!)).Where(s => s != first))
                    into[story] = first;
                continue;
            }

            // A split that takes a story's earliest member along leaves the old id to the rest.
            string name = "s-" + reports[0];
            name = name == first || into.ContainsKey(name) ? name + "-2" : name;
            foreach (string report in reports)
                own[report] = name;
        }
    }

    /// <summary>Whether no correction moves any report.</summary>
    public bool IsEmpty => into.Count == 0 && own.Count == 0;

    /// <param name="grouped">The story that grouping has it in.</param>
    public string StoryOf(string report, string grouped)
    {
        string story = own.GetValueOrDefault(report, grouped);
        while (into.TryGetValue(story, out string? next))
            story = next;
        return story;
    }
}
