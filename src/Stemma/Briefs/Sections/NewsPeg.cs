using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;

namespace Stemma.Briefs.Sections;

/// <summary>What is new: claims that first stood in the latest reports, or whose status changed there.</summary>
internal static class NewsPeg
{
    private const int Max = 3;
    private const double Shared = 0.7;

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Told told)
    {
        if (material.Reports.Length < 2)
            return [];
        HashSet<string> latest = Latest(material);
        var ranked = material.Set.Claims
            .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn) && c.Kind is not ClaimKind.Background)
            .Where(c => latest.Contains(c.FirstReported.Report) || (c.History.Length > 1 && latest.Contains(c.History[^1].Report)))
            .Select(c => (Claim: c, Salience: salience.Of(c)))
            .OrderByDescending(c => c.Salience)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal);
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Told here = new();
        foreach ((Claim claim, double _) in ranked)
        {
            if (points.Count == Max)
                break;
            if (maker.Of(claim, told, Shared, which: a => latest.Contains(a.Report)) is not { } point || here.Has(point.Text, 0.5))
                continue;
            points.Add(point);
            here.Add(point.Text);
            told.Add(point.Text);
        }

        return points.ToImmutable();
    }

    /// <summary>The newest third of the reports, at least one and never all; reports of one time go together.</summary>
    private static HashSet<string> Latest(StoryMaterial material)
    {
        int count = Math.Max(1, material.Reports.Length / 3);
        ReportTime? from = material.Reports[^count].Report.Published;
        IEnumerable<string> ids = material.Reports.TakeLast(count).Select(r => r.Report.Id);
        if (from is { } time)
            ids = material.Reports.Where(r => r.Report.Published is { } p && p >= time).Select(r => r.Report.Id);
        HashSet<string> latest = [.. ids];
        return latest.Count < material.Reports.Length ? latest : [material.Reports[^1].Report.Id];
    }
}
