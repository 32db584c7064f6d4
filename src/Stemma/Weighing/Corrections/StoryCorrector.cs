using System.Collections.Immutable;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Text;

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
        return honoured.IsEmpty ? story : story with { Title = title?.To ?? story.Title, Brief = Reworded(story, corrections), Corrections = honoured };
    }

    /// <summary>A point that tells first a claim which a person worded anew is told in that wording; its evidence stays, narrowed to that claim where it can be.</summary>
    private static Brief Reworded(Story story, CorrectionSet corrections)
    {
        Dictionary<string, string> bodies = story.Reports.ToDictionary(r => r.Id, r => r.Body, StringComparer.Ordinal);
        Dictionary<string, Claim> reworded = new(StringComparer.Ordinal);
        foreach (Correction correction in corrections.Of(CorrectionKind.Rename, CorrectionTarget.Claim))
        {
            // Only where the correction reached the claim: one whose words are gone from its report changes nothing here either.
            foreach (Claim claim in story.Claims.Where(c => c.Statement == correction.To && correction.What.Any(a => IsIn(a, c))))
                reworded[claim.Id] = claim;
        }

        if (reworded.Count == 0)
            return story.Brief;
        Brief brief = story.Brief;
        return brief with
        {
            NewsPeg = All(brief.NewsPeg),
            KeyFacts = All(brief.KeyFacts),
            Unknown = All(brief.Unknown),
            Watch = All(brief.Watch),
            BigNumber = brief.BigNumber is { } number ? One(number) : null,
        };

        bool IsIn(CorrectionAnchor anchor, Claim claim) => anchor.Report is { } report && bodies.TryGetValue(report, out string? body) && CorrectionSet.Find(anchor, body) is { } span
            && story.Assertions.Any(a => a.Claim == claim.Id && a.Report == report && a.At.Span.Overlaps(span));

        ImmutableArray<Point> All(ImmutableArray<Point> points) => [.. points.Select(One)];

        Point One(Point point)
        {
            if (point.Claims.IsEmpty || !reworded.TryGetValue(point.Claims[0], out Claim? claim))
                return point;
            ImmutableArray<ReportSpan> own = [.. point.Evidence.Where(e => story.Assertions.Any(a => a.Claim == claim.Id && a.Report == e.Report && a.At.Span.Overlaps(e.Span)))];
            return point with { Text = claim.Statement, Claims = [claim.Id], Support = claim.Support, Evidence = own.IsEmpty ? point.Evidence : own };
        }
    }

    /// <summary>Whether a person said that the reports make no story worth keeping.</summary>
    public static bool IsRejected(ImmutableArray<Report> reports, CorrectionSet corrections) =>
        corrections.Of(CorrectionKind.Reject, CorrectionTarget.Story).Any(c => CorrectionSet.IsAbout(c, reports));
}
