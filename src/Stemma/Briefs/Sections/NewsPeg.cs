using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;

namespace Stemma.Briefs.Sections;

/// <summary>What is new: claims that first stood in the latest reports, or whose status changed there.</summary>
internal static class NewsPeg
{
    private const int Max = 3;

    // A claim among the first few of the story is a key fact before it is news; it becomes the peg only if a second wording is left.
    private const int Foremost = 9;
    private const int Core = 4;

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker)
    {
        if (material.Reports.Length < 2)
            return [];
        HashSet<string> latest = Latest(material);
        HashSet<string> foremost = [.. material.Set.Claims.OrderByDescending(salience.Of).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Foremost).Select(c => c.Id)];
        var ranked = material.Set.Claims
            .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn) && c.Kind is not (ClaimKind.Background or ClaimKind.Opinion))
            .Where(c => latest.Contains(c.FirstReported.Report) || (c.History.Length > 1 && latest.Contains(c.History[^1].Report)) || Leads(material, c, latest))
            .Select(c => (Claim: c, Salience: salience.Of(c) + Newest(material, c)))
            .OrderByDescending(c => c.Salience)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal);
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Told here = new();
        // The best wording of what the story is about belongs to the key facts.
        foreach (Claim claim in material.Set.Claims.OrderByDescending(salience.Of).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Core))
        {
            if (maker.Of(claim, which: Fact) is { } point)
                here.Keep(point.Text);
        }

        foreach ((Claim claim, double _) in ranked)
        {
            if (points.Count == Max)
                break;
            if (foremost.Contains(claim.Id) && material.AssertionsOf(claim).Select(a => a.Report).Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            if (maker.Of(claim, here, 0.5, which: New) is not { } point)
                continue;
            points.Add(point);
            here.Add(point.Text);
        }

        return points.ToImmutable();

        bool Fact(Assertion assertion) => material.SentenceOf(assertion) is { } sentence && KeyFacts.IsFact(sentence, assertion) && material.Stands(sentence);

        bool New(Assertion assertion) => latest.Contains(assertion.Report) && Fact(assertion);
    }

    /// <summary>What a late report opens with is its news, though others may have had it before.</summary>
    private static bool Leads(StoryMaterial material, Claim claim, HashSet<string> latest) =>
        material.AssertionsOf(claim).Any(a => latest.Contains(a.Report) && material.SentenceOf(a) is { Index: 0 });

    /// <summary>The very last report's own lead is what most readers would call new.</summary>
    private static double Newest(StoryMaterial material, Claim claim) =>
        claim.FirstReported.Report == material.Reports[^1].Report.Id ? 0.3 : 0;

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
