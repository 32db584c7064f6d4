using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Intake;

/// <summary>Joins the versions of one item to one report: the last stands, and a cancelled one is withdrawn.</summary>
/// <remarks>
/// Versions are told by <see cref="RawReport.ItemId"/>; reports without one are never joined. A cancellation that comes without the text, or with a mere notice, keeps the
/// text of the last version that had one, so that what is withdrawn can be seen. In order of arrival of the first version of each.
/// </remarks>
internal sealed class Revisions
{
    /// <summary>Longest text of a cancelled version that is kept as a note beside the text it cancels, in characters.</summary>
    private const int MaxNotice = 700;

    private readonly List<List<RawReport>> items = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    /// <summary>How many versions are held.</summary>
    public int Count { get; private set; }

    public void Add(RawReport report)
    {
        Count++;
        if (report.ItemId is { } item && index.TryGetValue(item, out int at))
        {
            items[at].Add(report);
            return;
        }

        if (report.ItemId is { } name)
            index.Add(name, items.Count);
        items.Add([report]);
    }

    /// <summary>One report an item; nothing is held afterwards.</summary>
    public ImmutableArray<RawReport> Take()
    {
        ImmutableArray<RawReport> reports = [.. items.Select(Join)];
        items.Clear();
        index.Clear();
        Count = 0;
        return reports;
    }

    private static RawReport Join(List<RawReport> versions)
    {
        if (versions.Count == 1)
            return versions[0];
        // Stable, so that of equals the one that came last stands.
        List<RawReport> ordered = [.. versions.Select((v, i) => (Report: v, Index: i)).Order(Comparer<(RawReport Report, int Index)>.Create(Compare)).Select(v => v.Report)];
        RawReport last = ordered[^1];
        ReportTime?[] published = [.. ordered.Select(v => v.Published).Where(p => p is not null)];
        RawReport joined = last with { Published = published.Length == 0 ? null : published.Min() };
        if (last.Status is not ReportStatus.Withdrawn || ordered.FindLast(v => v.Status is ReportStatus.Standing && SentenceTest.HasSentence(v.Text)) is not { } told)
            return joined;

        ImmutableArray<EditorNote> notes = [.. told.Notes, .. last.Notes];
        string notice = last.Text.Trim();
        if (notice.Length is > 0 and <= MaxNotice && notice != told.Text.Trim())
            notes = notes.Add(new EditorNote(EditorNoteKind.Retraction, notice.ReplaceLineEndings(" ")));
        return told with
        {
            Input = last.Input,
            Published = joined.Published,
            Updated = last.Updated ?? last.Published,
            Version = last.Version,
            Status = ReportStatus.Withdrawn,
            Notes = notes,
        };
    }

    /// <summary>By what both have: the carrier's count, the time of receipt, the time of the version, the order of arrival.</summary>
    private static int Compare((RawReport Report, int Index) a, (RawReport Report, int Index) b)
    {
        int order = a.Report.Version is { } x && b.Report.Version is { } y ? x.CompareTo(y) : 0;
        if (order == 0 && a.Report.Received is { } r && b.Report.Received is { } s)
            order = r.CompareTo(s);
        if (order == 0 && (a.Report.Updated ?? a.Report.Published) is { } t && (b.Report.Updated ?? b.Report.Published) is { } u)
            order = t.CompareTo(u);
        return order != 0 ? order : a.Index.CompareTo(b.Index);
    }
}
