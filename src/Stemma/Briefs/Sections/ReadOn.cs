using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Briefs.Sections;

/// <summary>Related stories that the reports themselves point to.</summary>
internal static class ReadOn
{
    private const int Max = 12;

    /// <summary>By report, in order of mention; a link that several reports give stands once.</summary>
    public static ImmutableArray<Reading> Write(ImmutableArray<DatedReport> reports) =>
        [.. reports
            .SelectMany(r => r.Report.Links.Select(l => new Reading(PlainText.OneLine(l.Text), l.Url, r.Report.Id)))
            .Where(l => l.Text.Length > 0)
            .DistinctBy(l => l.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Max)];
}
