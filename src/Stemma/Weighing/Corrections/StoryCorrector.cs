using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Weighing;

/// <summary>What corrections do around the weighing of one story: its members before, its title and the list of what was honoured after.</summary>
internal static class StoryCorrector
{
    /// <summary>Outlets that a person says are one publisher's go under the first one's name while claims are counted.</summary>
    public static ImmutableArray<DatedReport> InFamilies(ImmutableArray<DatedReport> reports, CorrectionSet corrections)
    {
        Dictionary<string, string> head = new(StringComparer.OrdinalIgnoreCase);
        foreach (Correction family in corrections.Of(CorrectionKind.Family, CorrectionTarget.Outlet))
        {
            string first = head.GetValueOrDefault(family.What[0].Name!, family.What[0].Name!);
            foreach (CorrectionAnchor outlet in family.What)
                head[outlet.Name!] = first;
        }

        return head.Count == 0 || !reports.Any(r => r.Report.Outlet is { } o && head.ContainsKey(o))
            ? reports
            : [.. reports.Select(r => r.Report.Outlet is { } outlet && head.TryGetValue(outlet, out string? name) ? r with { Report = r.Report with { Outlet = name } } : r)];
    }

    /// <returns>The story with the title that a person gave it, and with the corrections that concern it.</returns>
    public static Story Finish(Story story, CorrectionSet corrections)
    {
        if (corrections.IsEmpty)
            return story;
        Correction? title = corrections.Of(CorrectionKind.Rename, CorrectionTarget.Story).LastOrDefault(c => CorrectionSet.IsAbout(c, story.Reports));
        HashSet<string> names = new(
            story.Entities.Select(e => e.Name).Concat(story.Origins.Select(o => o.Name)).Concat(story.Origins.Select(o => o.Id)).Concat(story.Reports.Select(r => r.Outlet).OfType<string>()),
            StringComparer.OrdinalIgnoreCase);
        ImmutableArray<Correction> honoured = [.. corrections.Standing.Where(c =>
            CorrectionSet.IsAbout(c, story.Reports)
            || c.What.Any(a => a.Name is { } name && names.Contains(name))
            || (c.What.Any(a => a.Name is not null) && c.To is { } to && c.Target is not CorrectionTarget.Story && names.Contains(to)))];
        return honoured.IsEmpty ? story : story with { Title = title?.To ?? story.Title, Corrections = honoured };
    }

    /// <summary>Whether a person said that the reports make no story worth keeping.</summary>
    public static bool IsRejected(ImmutableArray<Report> reports, CorrectionSet corrections) =>
        corrections.Of(CorrectionKind.Reject, CorrectionTarget.Story).Any(c => CorrectionSet.IsAbout(c, reports));
}
