using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Differences;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Support, status, kind and statement of one claim.</summary>
internal sealed class ClaimWeigher
{
    private readonly ImmutableArray<DatedReport> reports;
    private readonly StoryContext context;
    private readonly OriginRegister register;
    private readonly StatusRules rules;
    private readonly WithdrawnReports withdrawn;
    private readonly FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins;
    private readonly ILookup<ImmutableArray<Draft>, ImmutableArray<Draft>> excluding;

    public ClaimWeigher(
        ImmutableArray<DatedReport> reports,
        StoryContext context,
        OriginRegister register,
        StatusRules rules,
        WithdrawnReports withdrawn,
        FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins,
        Alignment alignment,
        Verdicts verdicts)
    {
        (this.reports, this.context, this.register, this.rules, this.withdrawn, this.origins) = (reports, context, register, rules, withdrawn, origins);

        // Claims that exclude each other: neither can stand unopposed while the other does.
        Dictionary<Draft, ImmutableArray<Draft>> groupOf = new(ReferenceEqualityComparer.Instance);
        foreach (ImmutableArray<Draft> group in alignment.Groups)
        {
            foreach (Draft draft in group)
                groupOf.Add(draft, group);
        }

        excluding = new Miscopies(alignment.Contrasts, verdicts, groupOf).Excluding();
    }

    public Claim Weigh(ImmutableArray<Draft> group)
    {
        // Who denies that any did says what "none did" says.
        bool none = group.Any(d => !d.Denies) && group.All(d => d.Denies || (d.Content.Negative && d.Content.HasNegation));
        Draft[] affirming = [.. group.Where(d => (!d.Denies || none) && !d.TakesBack)];
        Draft[] counted = affirming.Length > 0 ? affirming : [.. group];
        Draft[] supporting = [.. counted.Where(d => !withdrawn.IsCancelled(d))];
        Draft[] shown = supporting.Length > 0 ? supporting : counted; // a statement in the words of those who still stand by it
        OriginDraft[] from = affirming.Length > 0 ? [.. supporting.SelectMany(d => origins[d]).Distinct()] : [];
        (int least, int most) = OriginCount.Of(from, register);
        OriginDraft[] telling = [.. from.Where(o => !OriginCount.IsBareVoice(o))];

        List<Standing> standings = [.. group.Where(d => !d.TakesBack).Select(d => Stand(d, affirms: !d.Denies || none, against: false))];
        foreach (ImmutableArray<Draft> other in excluding[group])
            standings.AddRange(other.Where(d => !d.Denies && !d.TakesBack).Select(d => Stand(d, affirms: false, against: true)));
        standings.Sort((a, b) => a.Report != b.Report ? a.Report.CompareTo(b.Report) : a.Draft.Span.CompareTo(b.Draft.Span));
        // What only tells of a word taken back is nobody's word any more.
        ImmutableArray<(int Moment, ClaimStatus Status)> history = group.All(d => d.TakesBack) ? [(2 * group.Min(d => d.Report), ClaimStatus.Withdrawn)] : rules.History(standings);

        Draft first = group.MinBy(d => (d.Report, d.Span))!;
        return new Claim
        {
            Id = "c-" + group[0].Id,
            Statement = Statements.Write(shown, reports),
            Kind = ClaimKinds.Of(shown, reports),
            Status = history[^1].Status,
            Assertions = [.. group.Select(d => d.Id)],
            Support = new Support(
                supporting.Select(d => d.Report).Distinct().Count(),
                supporting.Select(d => context.Families.Of(d.Report)).Distinct(StringComparer.Ordinal).Count(),
                least,
                most,
                telling.Length > 0 && telling.All(o => o.Anonymous)),
            FirstReported = new FirstReport(reports[first.Report].Report.Id, reports[first.Report].Report.Published),
            History = [.. history.Select(h => (At: withdrawn.At(h.Moment), h.Status)).Select(h => new StatusChange(h.At.Time, h.At.Report.Id, h.Status))],
        };
    }

    private Standing Stand(Draft draft, bool affirms, bool against)
    {
        ImmutableArray<OriginDraft> from = origins[draft];
        OriginDraft first = from[0];
        string holder = first.Body is { } body && !first.Anonymous ? "body " + body : first.Family ?? first.Id;
        return new Standing(draft, draft.Report, from, holder, affirms, against);
    }
}
