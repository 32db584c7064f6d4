using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Weighing;

/// <summary>What holds of every picture, whatever was read: the contract's rules that can be checked without gold.</summary>
internal static class PictureRules
{
    /// <returns>One line a breach; empty where all hold.</returns>
    public static IReadOnlyList<string> Breaches(Picture picture)
    {
        List<string> breaches = [];
        foreach (Story story in picture.Stories)
            new StoryRules(story, breaches).Check();
        return breaches;
    }

    private sealed class StoryRules(Story story, List<string> breaches)
    {
        private readonly Dictionary<string, Report> reports = story.Reports.ToDictionary(r => r.Id);
        private readonly HashSet<string> assertions = [.. story.Assertions.Select(a => a.Id)];
        private readonly HashSet<string> claims = [.. story.Claims.Select(c => c.Id)];
        private readonly HashSet<string> origins = [.. story.Origins.Select(o => o.Id)];

        public void Check()
        {
            Unique("assertion", story.Assertions.Select(a => a.Id));
            Unique("claim", story.Claims.Select(c => c.Id));
            Unique("origin", story.Origins.Select(o => o.Id));
            Unique("difference", story.Differences.Select(d => d.Id));
            foreach (Assertion assertion in story.Assertions)
                Check(assertion);
            foreach (Claim claim in story.Claims)
                Check(claim);
            foreach (Derivation derivation in story.Lineage)
                Check(derivation);
            foreach (Difference difference in story.Differences)
                Expect(difference.Positions.Length >= 2 && difference.Positions.All(p => p.Assertions.All(assertions.Contains)), $"{difference.Id}: positions");
            foreach (Origin origin in story.Origins)
                Expect(origin.MayBe.All(origins.Contains), $"{origin.Id}: mayBe leads nowhere");
            foreach (Point point in Points(story.Brief))
                Check(point);
            foreach (ReportSpan span in story.Quotes.Select(q => q.At).Concat(story.Times.Select(t => t.At)).Concat(story.Quantities.Select(q => q.At)))
                Check(span);
            foreach (StoryTime time in story.Times)
                Expect(time.From is null || time.To is null || time.From <= time.To, $"{time.Id}: ends before it starts");
            foreach (StoryQuantity quantity in story.Quantities)
                Expect(quantity.Low is null || quantity.High is null || quantity.Low <= quantity.High, $"{quantity.Id}: high below low");
        }

        private void Check(Assertion assertion)
        {
            Check(assertion.At);
            Expect(assertion.At.Quote.Trim().Length > 0, $"{assertion.Id}: says nothing");
            Expect(claims.Contains(assertion.Claim), $"{assertion.Id}: its claim is missing");
            foreach (ReportSpan span in assertion.Hedges.Concat(assertion.Attribution.Select(s => s.At).Append(assertion.Cue).OfType<ReportSpan>()))
                Check(span);
            for (int i = 0; i < assertion.Attribution.Length; i++)
            {
                Source source = assertion.Attribution[i];
                Expect(source.Name.Length > 0, $"{assertion.Id}: a source without a name");
                Expect(source.Origin is null || i == assertion.Attribution.Length - 1, $"{assertion.Id}: only the innermost source has an origin");
                Expect(source.Origin is null || origins.Contains(source.Origin), $"{assertion.Id}: its origin is missing");
            }
        }

        private void Check(Claim claim)
        {
            Expect(claim.Assertions.Length > 0 && claim.Assertions.All(assertions.Contains), $"{claim.Id}: assertions");
            Expect(claim.Statement.Length > 0, $"{claim.Id}: states nothing");
            Support s = claim.Support;
            Expect(0 <= s.OriginsAtLeast && s.OriginsAtLeast <= s.OriginsAtMost, $"{claim.Id}: interval {s.OriginsAtLeast}..{s.OriginsAtMost}");
            Expect(s.Outlets <= s.Reports && s.Reports <= story.Reports.Length, $"{claim.Id}: {s.Outlets} outlets, {s.Reports} reports");
            Expect(reports.ContainsKey(claim.FirstReported.Report), $"{claim.Id}: first reported nowhere");
            Expect(claim.History.Length > 0 && claim.History[^1].Status == claim.Status, $"{claim.Id}: history does not end at its status");
        }

        private void Check(Derivation derivation)
        {
            Expect(reports.ContainsKey(derivation.From), $"{derivation.From}: no such report");
            Expect(reports.ContainsKey(derivation.To) || origins.Contains(derivation.To), $"{derivation.From} rests on {derivation.To}, which is missing");
            Expect(derivation.From != derivation.To, $"{derivation.From} rests on itself");
            Expect(derivation.Share is >= 0 and <= 1, $"{derivation.From}: share {derivation.Share}");
            foreach (SharedPassage passage in derivation.Passages)
            {
                Check(passage.From);
                Check(passage.To);
                Expect(passage.From.Report == derivation.From && passage.To.Report == derivation.To, $"{derivation.From}: a passage of others");
            }
        }

        private void Check(Point point)
        {
            Expect(point.Evidence.Length > 0, $"no evidence: {point.Text}");
            Expect(point.Text.Trim().Length > 0 && point.Claims.All(claims.Contains), $"point: {point.Text}");
            foreach (ReportSpan span in point.Evidence)
                Check(span);
        }

        private void Check(ReportSpan span) => Expect(
            reports.TryGetValue(span.Report, out Report? report)
                && span.End <= report.Body.Length
                && span.Start <= span.End
                && report.Body[span.Start..span.End] == span.Quote,
            $"{span.Report} [{span.Start}, {span.End}) is not '{span.Quote}'");

        private void Unique(string what, IEnumerable<string> ids)
        {
            foreach (IGrouping<string, string> id in ids.GroupBy(i => i).Where(g => g.Count() > 1))
                breaches.Add($"{what} {id.Key} stands twice");
        }

        private void Expect(bool holds, string breach)
        {
            if (!holds)
                breaches.Add(breach);
        }
    }

    private static IEnumerable<Point> Points(Brief brief) =>
        brief.NewsPeg.Concat(brief.KeyFacts).Concat(brief.Disputed).Concat(brief.Unknown).Concat(brief.Watch).Concat(brief.Who)
            .Concat(brief.BigNumber is null ? [] : [brief.BigNumber]);
}
