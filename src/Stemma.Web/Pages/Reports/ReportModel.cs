using System.Collections.Immutable;
using System.Globalization;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Reports;

/// <summary>A report as its page shows it.</summary>
public sealed record ReportModel
{
    public required StoredReport Stored { get; init; }

    /// <summary>As its story has it: with a day worked out from its peers where it states none.</summary>
    public required Report Report { get; init; }

    public required PageStory Story { get; init; }

    /// <summary>Of the body, which of <see cref="Parts"/> is shown.</summary>
    public required TextSpan Shown { get; init; }

    /// <summary>From 1.</summary>
    public required int Part { get; init; }

    public required int Parts { get; init; }

    /// <summary>Those of the part shown, by position.</summary>
    public required ImmutableArray<TextMark> Marks { get; init; }

    /// <summary>What it rests on, the largest share first.</summary>
    public required ImmutableArray<Derivation> Parents { get; init; }

    /// <summary>The reports that rest on it.</summary>
    public required ImmutableArray<Derivation> Children { get; init; }

    /// <summary>What the part shown states, by position.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The parent that it stands beside; null where none was asked for.</summary>
    public required Derivation? Beside { get; init; }

    /// <summary>Earlier versions, oldest first.</summary>
    public ImmutableArray<StoredReport> Revisions { get; init; } = [];

    public ImmutableArray<Receipt> Receipts { get; init; } = [];

    /// <param name="at">The passage to mark, "120-164"; anything else marks none.</param>
    /// <param name="part">From 1; null shows the part of the passage, or the first.</param>
    /// <param name="beside">Id of a parent.</param>
    public static ReportModel Of(StoredReport stored, PageStory story, string? at, int? part, string? beside)
    {
        string id = stored.Report.Id;
        Report report = story.Report(id) ?? stored.Report;
        ImmutableArray<TextSpan> parts = TextParts.Of(report.Body);
        TextSpan? target = Passage(at, report.Body.Length);
        int shown = part is { } asked ? Math.Clamp(asked, 1, parts.Length) - 1
            : target is { } t ? Math.Max(0, Enumerable.Range(0, parts.Length).FirstOrDefault(i => parts[i].Contains(t.Start)))
            : 0;
        List<TextMark> marks = report.IsReadable ? ReportMarks.Of(story, id) : [];
        if (target is { } passage)
            marks.Insert(0, new TextMark(passage, MarkKind.Target, null));
        Derivation[] parents = [.. story.Story.Lineage.Where(d => d.From == id).OrderByDescending(d => d.Share).ThenBy(d => d.To, StringComparer.Ordinal)];
        return new ReportModel
        {
            Stored = stored,
            Report = report,
            Story = story,
            Shown = parts[shown],
            Part = shown + 1,
            Parts = parts.Length,
            Marks = [.. marks.Where(m => m.Span.Overlaps(parts[shown]))],
            Parents = [.. parents],
            Children = [.. story.Story.Lineage.Where(d => d.To == id)],
            Claims = [.. story.Story.Assertions.Where(a => a.Report == id && parts[shown].Contains(a.At.Start)).Select(a => story.Claim(a.Claim)).OfType<Claim>().DistinctBy(c => c.Id)],
            Beside = beside is null ? null : parents.FirstOrDefault(d => d.To == beside && story.Report(d.To) is not null),
        };
    }

    private static TextSpan? Passage(string? at, int length) =>
        at?.Split('-') is [var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int end)
        && start < end && end <= length ? new TextSpan(start, end) : null;
}
