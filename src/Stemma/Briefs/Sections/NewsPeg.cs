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
    private const double Least = 0.4;

    // Centrality from which an opening sentence tells the story's news; a scene or a column opens lower.
    private const double Central = 0.45;

    /// <param name="lead">Told as the first of the key facts, and not again here.</param>
    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Point? lead)
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

        if (lead is not null)
            here.Add(lead.Text);
        double top = material.Set.Claims.Select(salience.Of).DefaultIfEmpty().Max();
        foreach ((Claim claim, double weight) in ranked)
        {
            if (points.Count == Max)
                break;
            // A brief without a second piece of news is better than one that makes news of the weather at the scene.
            if (weight < Least * top)
                break;
            if (foremost.Contains(claim.Id) && material.AssertionsOf(claim).Select(a => a.Report).Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            if (maker.Of(claim, here, 0.5, which: New) is not { } point)
                continue;
            points.Add(point);
            here.Add(point.Text);
        }

        return points.ToImmutable();

        bool Fact(Assertion assertion) => IsFact(material, assertion);

        bool New(Assertion assertion) => latest.Contains(assertion.Report) && Fact(assertion);
    }

    /// <summary>What the last report to bring anything of its own opens with; null where it opens with a scene, a view or nothing that stands alone.</summary>
    public static Point? Lead(StoryMaterial material, Salience salience, PointMaker maker)
    {
        if (material.Reports.Length < 2)
            return null;
        HashSet<string> latest = Latest(material);
        foreach (StorySentence first in material.Sentences.Where(s => s.Index == 0 && latest.Contains(s.Report.Report.Id)).Reverse())
        {
            if (material.Retellings.Contains(first.Report.Report.Id) || salience.Centrality(first.Content) < Central)
                continue;
            Claim? claim = first.Assertions.Where(a => IsFact(material, a)).Select(a => material.Claim(a.Claim)).OfType<Claim>()
                .Where(c => c.Status is not (ClaimStatus.Denied or ClaimStatus.Withdrawn) && c.Kind is not (ClaimKind.Background or ClaimKind.Opinion) && !material.IsSuperseded(c.Id))
                .MaxBy(salience.Of);
            if (claim is not null && maker.Of(claim, which: a => material.SentenceOf(a) == first) is { } point)
                return point;
        }

        return null;
    }

    private static bool IsFact(StoryMaterial material, Assertion assertion) =>
        material.SentenceOf(assertion) is { } sentence && KeyFacts.IsFact(sentence, assertion) && material.Stands(sentence);

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
