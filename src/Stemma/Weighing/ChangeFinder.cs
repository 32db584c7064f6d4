using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Weighing;

/// <summary>Tells what changed in a story between an earlier time and now, for <c>stemma brief --since</c>.</summary>
/// <remarks>
/// A claim of then is the claim of now that holds its first assertion: assertion ids depend on a report alone, so they are the same
/// in both pictures.
/// </remarks>
public static class ChangeFinder
{
    /// <param name="before">The story as it stood then; null where it did not exist.</param>
    /// <returns>New reports, then claims in the order of now, then differences.</returns>
    public static ImmutableArray<Change> Find(Story? before, Story now)
    {
        ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
        HashSet<string> known = [.. (before?.Reports ?? []).Select(r => r.Id)];
        foreach (Report report in now.Reports.Where(r => !known.Contains(r.Id)))
            changes.Add(new Change(ChangeKind.NewReport, $"{report.Outlet ?? "Unknown outlet"}: {report.Headline ?? report.Input}", [], Lead(report)));

        Dictionary<string, Assertion> assertions = now.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        Dictionary<string, Claim> then = new(StringComparer.Ordinal);
        foreach (Claim claim in before?.Claims ?? [])
        {
            foreach (string assertion in claim.Assertions)
                then[assertion] = claim;
        }

        foreach (Claim claim in now.Claims)
        {
            ImmutableArray<ReportSpan> fresh = [.. claim.Assertions.Select(a => assertions[a]).Where(a => !known.Contains(a.Report)).Select(a => a.At).Take(3)];
            Claim? old = claim.Assertions.Select(a => then.GetValueOrDefault(a)).FirstOrDefault(c => c is not null);
            if (old is null)
                changes.Add(new Change(ChangeKind.NewClaim, claim.Statement, [claim.Id], fresh));
            else if (old.Status != claim.Status)
                changes.Add(new Change(ChangeKind.Status, $"{Word(old.Status)} → {Word(claim.Status)}: {claim.Statement}", [claim.Id], fresh));
            else if (Origins(old.Support) != Origins(claim.Support))
                changes.Add(new Change(ChangeKind.Support, $"{Origins(old.Support)} → {Origins(claim.Support)} origins: {claim.Statement}", [claim.Id], fresh));
        }

        HashSet<string> differed = [.. (before?.Differences ?? []).Select(Key)];
        foreach (Difference difference in now.Differences.Where(d => !differed.Contains(Key(d))))
        {
            ImmutableArray<ReportSpan> sides = [.. difference.Positions.SelectMany(p => p.Assertions.Take(1)).Select(a => assertions[a].At)];
            changes.Add(new Change(
                ChangeKind.Difference, $"{difference.About}: {string.Join(" / ", difference.Positions.Select(p => p.Value))}", [], sides));
        }

        return changes.ToImmutable();
    }

    private static ImmutableArray<ReportSpan> Lead(Report report)
    {
        int end = report.Body.IndexOf('\n', StringComparison.Ordinal);
        return report.Body.Length == 0 ? [] : [ReportSpan.Of(report.Id, report.Body, new TextSpan(0, end < 0 ? report.Body.Length : end))];
    }

    private static string Origins(Support support) =>
        support.OriginsAtLeast == support.OriginsAtMost
            ? FormattableString.Invariant($"{support.OriginsAtLeast}")
            : FormattableString.Invariant($"{support.OriginsAtLeast}–{support.OriginsAtMost}");

    private static string Word(ClaimStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Kind and values, not ids: those may shift when a story grows.</summary>
    private static string Key(Difference difference) =>
        $"{difference.Kind}|{difference.Verdict}|{string.Join('|', difference.Positions.Select(p => p.Value).Order(StringComparer.Ordinal))}";
}
