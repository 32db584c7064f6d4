using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Briefs.Sections;
using Stemma.Claims;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>Orders what happened by event time, merged over reports.</summary>
/// <remarks>An entry's days are those that the words of a claim name, settled; a length of time ("for 17 months") sets nothing on a line
/// and makes no entry. Bounds stay open: "since 2022" has no last day.</remarks>
public sealed class TimelineBuilder
{
    private const int Max = 60;

    // Two statements of one stretch of time are one entry from here on: nearly half of the shorter one's content words.
    private const double Shared = 0.45;

    // Longer stretches ("this century") place nothing.
    private const int MaxDays = 366;

    private sealed record Draft(DateOnly? From, DateOnly? To, Point Point, FrozenSet<string> Content, double Salience, SortedSet<string> Claims, SortedSet<int> Reports);

    /// <returns>Earliest first, by the first day or, where that is open, the last; at most 60, those that matter least left out.</returns>
    public ImmutableArray<TimelineEntry> Build(ImmutableArray<DatedReport> reports, ClaimSet claims)
    {
        StoryMaterial material = new(StoryMaterial.Told(reports), claims, [], []);
        Salience salience = new(material);
        PointMaker maker = new(material);
        Dictionary<string, int> order = reports.Select((r, i) => (r.Report.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        Dictionary<(DateOnly?, DateOnly?), List<Draft>> drafts = [];
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (Claim claim in claims.Claims.OrderByDescending(salience.Of).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            if (claim.Status is ClaimStatus.Denied or ClaimStatus.Withdrawn || claim.Kind == ClaimKind.Opinion)
                continue;
            foreach (var stretch in material.AssertionsOf(claim)
                .Select(a => (Assertion: a, When: When(material, a)))
                .Where(a => a.When is not null)
                .GroupBy(a => a.When!.Value, a => a.Assertion))
            {
                HashSet<string> said = [.. stretch.Where(a => material.SentenceOf(a) is { } s && KeyFacts.IsFact(s, a) && material.Stands(s)).Select(a => a.Id)];
                if (said.Count > 0 && maker.Of(claim, which: a => said.Contains(a.Id)) is { } point && (texts.Add(point.Text) || drafts.ContainsKey(stretch.Key)))
                    Add(drafts, stretch.Key, claim, point, salience.Of(claim), stretch.Select(a => order[a.Report]));
            }
        }

        return [.. drafts.Values.SelectMany(d => d)
            .OrderByDescending(d => d.Salience)
            .Take(Max)
            .OrderBy(d => d.From ?? d.To)
            .ThenBy(d => d.To ?? DateOnly.MaxValue)
            .ThenByDescending(d => d.Salience)
            .ThenBy(d => d.Point.Text, StringComparer.Ordinal)
            .Select(d => new TimelineEntry(d.From, d.To, d.Point.Text, [.. d.Claims], [.. d.Reports.Select(i => reports[i].Report.Id)]))];
    }

    /// <summary>The days that the story's own events cover: neither its history nor what is still to come.</summary>
    /// <param name="timeline">As <see cref="Build"/> returns it.</param>
    /// <returns>From at most two weeks before the first report to the last report; null where no report has a day.</returns>
    public static (DateOnly? From, DateOnly? To) Stretch(ImmutableArray<DatedReport> reports, ImmutableArray<TimelineEntry> timeline)
    {
        ImmutableArray<DateOnly> days = [.. reports.Select(r => r.Report.Published?.Day).OfType<DateOnly>()];
        if (days.IsEmpty)
            return (null, null);
        DateOnly first = days.Min(), last = days.Max();
        DateOnly? begin = timeline
            .Where(e => e.From is not null && e.To is not null && e.From >= first.AddDays(-14) && e.To <= last && e.To.Value.DayNumber - e.From.Value.DayNumber < 7)
            .Select(e => e.From)
            .Min();
        return (begin < first ? begin : first, last);
    }

    private static void Add(
        Dictionary<(DateOnly?, DateOnly?), List<Draft>> drafts,
        (DateOnly? From, DateOnly? To) when,
        Claim claim,
        Point point,
        double salience,
        IEnumerable<int> reports)
    {
        if (!drafts.TryGetValue(when, out List<Draft>? same))
            drafts.Add(when, same = []);
        FrozenSet<string> content = Words.Content(point.Text);
        Draft? twin = same.Find(d => d.Point.Text == point.Text || Words.Overlap(d.Content, content) > Shared);
        if (twin is null && same.Count == Max)
            return;
        if (twin is null)
            same.Add(twin = new Draft(when.From, when.To, point, content, salience, new(StringComparer.Ordinal), []));
        twin.Claims.Add(claim.Id);
        twin.Reports.UnionWith(reports);
    }

    /// <summary>The narrowest stretch that the assertion's own words name; null where they name none.</summary>
    private static (DateOnly? From, DateOnly? To)? When(StoryMaterial material, Assertion assertion)
    {
        if (material.SentenceOf(assertion) is not { } sentence)
            return null;
        (DateOnly? From, DateOnly? To)? best = null;
        int narrowest = int.MaxValue;
        for (int i = 0; i < sentence.Report.Times.Length; i++)
        {
            ResolvedTime time = sentence.Report.Times[i];
            if (time.Duration is not null || time.Type is TimeType.Duration or TimeType.Set || (time.From is null && time.To is null))
                continue;
            if (time.Value.EndsWith("_REF", StringComparison.Ordinal) || !assertion.Times.Contains(StoryIndex.TimeId(assertion.Report, i)))
                continue;
            // "Confirming a report of two days earlier": the day of what the sentence refers back to, not of what it tells.
            if (CountsFrom(time.Span.In(sentence.Report.Report.Body)) && sentence.Report.Times.Any(t => t != time && t.Duration is null && t.From is not null && sentence.Span.Contains(t.Span)))
                continue;
            int days = time is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber : MaxDays;
            // "This week" places nothing that the day of the report does not.
            if (days >= 6 && sentence.Report.Report.Published?.Day is { } published && time.From <= published && time.To >= published)
                continue;
            if (days <= MaxDays && days < narrowest)
                (best, narrowest) = ((time.From, time.To), days);
        }

        return best;
    }

    private static bool CountsFrom(ReadOnlySpan<char> words) =>
        words.EndsWith("earlier", StringComparison.OrdinalIgnoreCase) || words.EndsWith("later", StringComparison.OrdinalIgnoreCase)
        || words.EndsWith("before", StringComparison.OrdinalIgnoreCase) || words.EndsWith("after", StringComparison.OrdinalIgnoreCase);
}
