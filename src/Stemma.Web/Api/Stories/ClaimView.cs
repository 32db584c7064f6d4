using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>A claim with all that it stands on.</summary>
/// <param name="Assertions">By report, then by position.</param>
/// <param name="Origins">Those whose word the assertions are.</param>
/// <param name="Differences">Where it is one side.</param>
/// <param name="Reports">Those that state it, oldest first.</param>
internal sealed record ClaimView(
    string Story,
    Claim Claim,
    ImmutableArray<Assertion> Assertions,
    ImmutableArray<Origin> Origins,
    ImmutableArray<Difference> Differences,
    ImmutableArray<ReportReference> Reports)
{
    /// <returns>Null where the story has no such claim.</returns>
    public static ClaimView? Of(Story story, string id)
    {
        if (story.Claims.FirstOrDefault(c => c.Id == id) is not { } claim)
            return null;
        HashSet<string> ids = [.. claim.Assertions];
        ImmutableArray<Assertion> assertions = [.. story.Assertions.Where(a => ids.Contains(a.Id))];
        HashSet<string> origins = [.. assertions.SelectMany(a => a.Attribution).Select(s => s.Origin).OfType<string>()];
        HashSet<string> reports = [.. assertions.Select(a => a.Report)];
        return new ClaimView(
            story.Id,
            claim,
            assertions,
            [.. story.Origins.Where(o => origins.Contains(o.Id))],
            [.. story.Differences.Where(d => d.Positions.Any(p => p.Assertions.Any(ids.Contains)))],
            [.. story.Reports.Where(r => reports.Contains(r.Id)).Select(ReportReference.Of)]);
    }
}

/// <summary>Enough of a report to name it and to find it.</summary>
internal sealed record ReportReference(string Id, string? Outlet, string? Headline, ReportTime? Published, string? Url)
{
    public static ReportReference Of(Report report) => new(report.Id, report.Outlet, report.Headline, report.Published, report.Url);
}
