using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Watch;

/// <summary>Tells what changed in a story that someone watching it wants to know. A pure function of then and now.</summary>
public static class AlertFinder
{
    /// <summary>Most words of evidence with one alert; more are in the story.</summary>
    private const int MostEvidence = 5;

    /// <param name="before">As the story was remembered; <see cref="StorySnapshot.Empty"/> where it is new. Then only its reports are told, not every claim in them.</param>
    /// <param name="counts">Numbers of reports that are worth an alert when they are reached.</param>
    /// <returns>By kind, then in the order of now.</returns>
    public static ImmutableArray<Alert> Find(StorySnapshot before, Story now, ImmutableArray<int> counts)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        Finding finding = new(before, now);
        finding.Reports(counts);
        if (!before.Reports.IsEmpty)
        {
            finding.Claims();
            finding.Numbers();
            finding.Withdrawals();
        }

        return [.. finding.Found.OrderBy(a => a.Kind)];
    }

    private sealed class Finding(StorySnapshot before, Story now)
    {
        private readonly Dictionary<string, Assertion> assertions = now.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, Report> reports = now.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        private readonly HashSet<string> known = [.. before.Reports];

        public List<Alert> Found { get; } = [];

        public void Reports(ImmutableArray<int> counts)
        {
            int reached = counts.Where(c => c > before.Reports.Length && c <= now.Reports.Length).DefaultIfEmpty(0).Max();
            if (reached == 0)
                return;
            ImmutableArray<AlertEvidence> leads = [.. now.Reports.Where(r => !known.Contains(r.Id)).Select(Lead).OfType<ReportSpan>().Select(EvidenceOf)];
            Add(AlertKind.Report, null, null, Number(before.Reports.Length), Number(now.Reports.Length), leads, "reports " + Number(reached));
        }

        public void Claims()
        {
            ImmutableArray<ImmutableArray<string>> keys = [.. now.Claims.Select(c => c.Assertions.Select(a => StorySnapshot.KeyOf(assertions[a])).ToImmutableArray())];
            ImmutableArray<int> match = ClaimMatcher.Match(before.Claims, keys);
            HashSet<string> denied = [.. before.Claims.SelectMany(c => c.Denials)];
            for (int i = 0; i < now.Claims.Length; i++)
            {
                Claim claim = now.Claims[i];
                ClaimSnapshot? then = match[i] < 0 ? null : before.Claims[match[i]];
                string anchor = (then?.Assertions ?? keys[i]).Min(StringComparer.Ordinal)!;
                ImmutableArray<Assertion> all = [.. claim.Assertions.Select(a => assertions[a])];
                ImmutableArray<Assertion> fresh = [.. then is null ? all : all.Where(a => !then.Assertions.Contains(StorySnapshot.KeyOf(a)))];
                if (then is not null && then.Status != claim.Status)
                    Add(AlertKind.Status, claim, anchor, Word(then.Status), Word(claim.Status), Evidence(fresh.IsEmpty ? all : fresh));
                if (then is not null && claim.Support.OriginsAtLeast > then.AtLeast)
                {
                    ImmutableArray<Assertion> carrying = [.. fresh.Where(a => a.Stance is not (Stance.Denies or Stance.Doubts or Stance.Withholds))];
                    Add(AlertKind.Origin, claim, anchor, Number(then.AtLeast), Number(claim.Support.OriginsAtLeast), Evidence(carrying.IsEmpty ? all : carrying));
                }

                // Only words that were not there: a denial that another weighing puts with another claim is no news.
                ImmutableArray<Assertion> denials = [.. all.Where(a => a.Stance is Stance.Denies && !known.Contains(a.Report) && !denied.Contains(StorySnapshot.KeyOf(a)))];
                if (!denials.IsEmpty)
                    Add(AlertKind.Denial, claim, anchor, then is null ? null : Word(then.Status), "denied by " + string.Join(", ", denials.Select(Holder).Distinct(StringComparer.Ordinal)), Evidence(denials));
            }
        }

        public void Numbers()
        {
            foreach (Difference difference in now.Differences.Where(d => d.Kind is DifferenceKind.Number && d.Verdict is Verdict.Conflict or Verdict.Superseded))
            {
                ImmutableArray<Assertion> all = [.. difference.Positions.SelectMany(p => p.Assertions).Select(a => assertions[a])];
                HashSet<string> keys = [.. all.Select(StorySnapshot.KeyOf)];
                NumberSnapshot? then = before.Numbers.Select(n => (Snapshot: n, Shared: n.Assertions.Count(keys.Contains))).Where(n => n.Shared > 0).OrderByDescending(n => n.Shared).Select(n => n.Snapshot).FirstOrDefault();
                // The old side is what stood in reports known before; a figure is new where a new report brings it.
                ImmutableArray<Position> old = [.. difference.Positions.Where(p => p.Assertions.Any(a => known.Contains(assertions[a].Report)))];
                ImmutableArray<Position> brought = [.. difference.Positions.Where(p => p.Assertions.All(a => !known.Contains(assertions[a].Report)) && then?.Values.Contains(p.Value) is not true)];
                if (brought.IsEmpty || old.IsEmpty)
                    continue;
                Claim? claim = old.SelectMany(p => p.Assertions).Select(a => now.Claims.FirstOrDefault(c => c.Id == assertions[a].Claim)).FirstOrDefault(c => c is not null);
                string values = string.Join(" / ", brought.Select(p => p.Value));
                Add(AlertKind.Number, claim, keys.Min(StringComparer.Ordinal), string.Join(" / ", old.Select(p => p.Value)), $"{values} ({(difference.Verdict is Verdict.Superseded ? "superseded" : "conflict")})",
                    Evidence([.. brought.Concat(old).SelectMany(p => p.Assertions.Take(2)).Select(a => assertions[a])]));
            }
        }

        public void Withdrawals()
        {
            foreach (Report report in now.Reports.Where(r => StorySnapshot.IsWithdrawn(r) && !before.Withdrawn.Contains(r.Id)))
            {
                string who = report.Outlet ?? "unknown outlet";
                Add(AlertKind.Withdrawn, null, report.Id, known.Contains(report.Id) ? "stands" : null, $"withdrawn by {who}: {report.Headline ?? report.Input}", Lead(report) is { } lead ? [EvidenceOf(lead)] : [EvidenceOf(new ReportSpan(report.Id, 0, 0, ""))]);
            }
        }

        private void Add(AlertKind kind, Claim? claim, string? anchor, string? was, string isNow, ImmutableArray<AlertEvidence> evidence, string? name = null)
        {
            string key = StableHash.Digest(string.Join('\n', before.Story, Number(before.Turn), kind, anchor, was, name ?? isNow), 32);
            Found.Add(new Alert
            {
                Key = key,
                Kind = kind,
                Story = now.Id,
                Title = now.Title,
                Claim = claim?.Id,
                Statement = claim?.Statement,
                Before = was,
                After = isNow,
                Evidence = [.. evidence.Take(MostEvidence)],
                Time = evidence.Select(e => reports[e.Report].Published).OfType<ReportTime>().Select(t => (ReportTime?)t).Max()?.ToString(),
            });
        }

        private ImmutableArray<AlertEvidence> Evidence(IEnumerable<Assertion> said) => [.. said.Select(a => EvidenceOf(a.At)).DistinctBy(e => (e.Report, e.Start, e.End))];

        private AlertEvidence EvidenceOf(ReportSpan at)
        {
            Report report = reports[at.Report];
            string? url = Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;
            return new AlertEvidence(at.Report, report.Outlet, report.Published?.ToString(), url, at.Start, at.End, at.Quote);
        }

        /// <summary>The first paragraph; null where there is no body.</summary>
        private static ReportSpan? Lead(Report report)
        {
            int end = report.Body.IndexOf('\n', StringComparison.Ordinal);
            return report.Body.Length == 0 ? null : ReportSpan.Of(report.Id, report.Body, new TextSpan(0, end < 0 ? report.Body.Length : end));
        }

        private string Holder(Assertion assertion) => assertion.Attribution.IsEmpty ? reports[assertion.Report].Outlet ?? "unknown outlet" : assertion.Attribution[^1].Name;

        private static string Word(ClaimStatus status) => status.ToString().ToLowerInvariant();

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
