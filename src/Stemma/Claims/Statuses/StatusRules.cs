using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Claims;

/// <summary>One assertion as the status rules see it.</summary>
/// <param name="Report">Index in the story, which is in order of time.</param>
/// <param name="Origins">Where it comes from; empty never.</param>
/// <param name="Holder">Equal for statements of one holder: a body with its speakers, an outlet with its editions.</param>
/// <param name="Affirms">False for a denial of this claim or an assertion of one that excludes it.</param>
/// <param name="Against">For a contradiction by another claim: a denial in effect, without being one in words.</param>
internal sealed record Standing(Draft Draft, int Report, ImmutableArray<OriginDraft> Origins, string Holder, bool Affirms, bool Against);

/// <summary>The table of statuses in <c>docs/guide/status-and-origins.md</c>, over the assertions that stand at one time.</summary>
internal sealed class StatusRules(OriginRegister register, WithdrawnReports withdrawn)
{
    private static readonly FrozenSet<string> DecisionVerbs = WordList.Row("Decisions.en.tsv", "verbs").ToFrozenSet(StringComparer.Ordinal);
    private static readonly ImmutableArray<string> DecidingBodies = WordList.Row("Decisions.en.tsv", "bodies");

    /// <summary>Status after each moment (<see cref="WithdrawnReports"/>) that changed it, oldest first; at least one entry.</summary>
    /// <param name="standings">All that bears on the claim, by report.</param>
    public ImmutableArray<(int Moment, ClaimStatus Status)> History(IReadOnlyList<Standing> standings)
    {
        List<(int, ClaimStatus)> history = [];
        foreach (int moment in standings.Select(s => 2 * s.Report).Concat(standings.Select(s => withdrawn.Since(s.Draft)).OfType<int>()).Distinct().Order())
        {
            Standing[] sofar = [.. standings.Where(s => 2 * s.Report <= moment)];
            if (!sofar.Any(s => !s.Against))
                continue;
            ClaimStatus status = At(sofar, moment);
            if (history.Count == 0 || history[^1].Item2 != status)
                history.Add((moment, status));
        }

        return [.. history];
    }

    private ClaimStatus At(Standing[] standings, int now)
    {
        Standing[] affirming = [.. standings.Where(s => s.Affirms)];
        Standing[] standing = [.. affirming.Where(s => !IsWithdrawn(s, affirming, now))];
        if (affirming.Length > 0 && standing.Length == 0)
            return ClaimStatus.Withdrawn;

        Standing[] against = [.. standings.Where(s => !s.Affirms && !IsWithdrawn(s, [], now))];
        // The only word on it is a denial, unless that too was taken back.
        if (standing.Length == 0)
            return against.Length > 0 ? ClaimStatus.Denied : ClaimStatus.Withdrawn;

        // Later words win over earlier ones of the same holder, on both sides.
        against = [.. against.Where(d => !standing.Any(a => a.Holder == d.Holder && a.Report > d.Report))];
        Standing[] unretracted = [.. standing.Where(a => !against.Any(d => d.Holder == a.Holder && d.Report > a.Report))];
        if (unretracted.Length == 0)
            return against.All(d => d.Against) ? Plain(standing) : ClaimStatus.Denied;
        if (against.Length > 0)
            return ClaimStatus.Disputed;
        return Plain(unretracted);
    }

    private ClaimStatus Plain(Standing[] standing)
    {
        Standing[] firm = [.. standing.Where(s => !s.Draft.Hedged)];
        if (firm.Length == 0)
            return ClaimStatus.Presumed;
        if (IsConfirmed(standing, firm))
            return ClaimStatus.Confirmed;
        return firm.Any(s => s.Origins.Any(Stands)) ? ClaimStatus.Asserted : ClaimStatus.Reported;
    }

    private bool IsConfirmed(Standing[] standing, Standing[] firm)
    {
        // Two origins that must be different ones, neither hedging.
        if (OriginCount.Of([.. firm.SelectMany(s => s.Origins).Where(Stands).Distinct()], register).AtLeast >= 2)
            return true;
        foreach (Standing s in firm)
        {
            bool official = s.Origins.Any(o => !o.Anonymous && o.Basis is OriginBasis.NamedOfficial or OriginBasis.Document);
            // Somebody else said it before, hedged, unnamed or not: nobody confirms himself.
            bool saidBefore = standing.Any(e => e.Report <= s.Report && e != s && e.Holder != s.Holder && !SameOrigins(e, s));
            // Who confirms says that somebody else said so before, though in words that were not recognised as the same; who said so himself confirms nothing, and neither does a wrong copy.
            saidBefore |= s.Report > 0 && s.Draft.MiscopiedFrom.Count == 0 && !standing.Any(e => e.Report < s.Report && (e.Holder == s.Holder || SameOrigins(e, s)));
            bool weakBefore = standing.Any(e => e.Report < s.Report && e.Holder != s.Holder && (e.Draft.Hedged || !e.Origins.Any(Stands)));
            if (official && ((s.Draft.Stance is Stance.Confirms && saidBefore) || weakBefore || IsDecision(s)))
                return true;
            // A thing presumed or planned yesterday that a newsroom now states as done, in its own voice: it has happened in public.
            // What was told by the unnamed is not known by being printed again.
            bool openBefore = standing.Any(e => e.Report < s.Report && e.Holder != s.Holder && (e.Draft.Hedged || e.Draft.Future));
            if (s.Draft.Chain.IsEmpty && !s.Draft.Future && openBefore && s.Origins.Any(OriginCount.IsBareVoice))
                return true;
        }

        return false;
    }

    /// <summary>A body in charge makes it so: "The court rejected", says the court.</summary>
    private static bool IsDecision(Standing s) =>
        !s.Draft.Future
        && s.Draft.Content.Predicates.Any(DecisionVerbs.Contains)
        && s.Origins.Any(o => o.Body is { } body && DecidingBodies.Any(w => body.Contains(w, StringComparison.Ordinal)));

    private static bool SameOrigins(Standing a, Standing b) => a.Origins.Any(b.Origins.Contains);

    /// <summary>Named, or an outlet that says it of its own knowledge: enough to assert. Unnamed sources and other media only report.</summary>
    private static bool Stands(OriginDraft origin) => !origin.Anonymous && !origin.IsUnseenItem && origin.Basis is not OriginBasis.OtherMedia;

    private bool IsWithdrawn(Standing s, Standing[] all, int now)
    {
        if (withdrawn.Since(s.Draft) <= now)
            return true;
        // Another report of the same word, from the same mouth that took it back.
        // A cancelled item is no mouth: whoever has the same word from the same person by himself keeps it alive.
        Standing[] gone = [.. all.Where(o => withdrawn.Since(o.Draft) <= now && !withdrawn.IsCancelled(o.Draft))];
        return gone.Length > 0 && s.Origins.All(o => gone.Any(g => g.Origins.Contains(o)));
    }
}
