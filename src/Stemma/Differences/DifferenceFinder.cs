using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Finds where the reports of a story do not say the same.</summary>
public sealed class DifferenceFinder
{
    /// <summary>Words that must tell something before the same words in two mouths, or a phrase without a verb, tell more than chance.</summary>
    private const int FewestTelling = 3;

    public StageId Id { get; } = new("differences", 5);

    /// <param name="reports">As they are called.</param>
    /// <param name="counted">The same with outlets as they are counted: those that a person says are one publisher's under one name. Null: as they are called.</param>
    /// <returns>Conflicts first, then what was superseded, then what only seems to differ; within each by the first report concerned.</returns>
    public ImmutableArray<Difference> Find(ImmutableArray<DatedReport> reports, ClaimSet claims, ImmutableArray<Derivation> lineage, ImmutableArray<DatedReport>? counted = null)
    {
        if (claims.Groups.IsEmpty)
            return [];
        DifferenceWriter writer = new(reports, claims);
        OutletFamilies families = new([.. (counted ?? reports).Select(r => r.Report)]);
        Verdicts verdicts = new(reports, families, claims.OriginsOf, lineage);
        List<(int Order, Finding Finding)> found = [];
        Finding[] between = [.. Merged(Between(claims, verdicts))];
        IEnumerable<Finding> misnamed = new MiswrittenNames(reports, families, lineage).Find(claims.Groups).Where(f => !Array.Exists(between, b => b.Kind is DifferenceKind.Place && b.Sides.Any(s => s.Drafts.Intersect(f.Sides[1].Drafts).Any())));
        foreach (Finding finding in between.Concat(misnamed).Concat(Denials(claims, verdicts)).Concat(Speakers(reports, claims)).Concat(Certainties(reports, claims)))
            found.Add((finding.Sides.SelectMany(s => s.Drafts).Min(d => d.Report), finding));

        return [.. found
            .OrderBy(f => f.Finding.Verdict is Verdict.Conflict ? 0 : f.Finding.Verdict is Verdict.Superseded ? 1 : 2)
            .ThenBy(f => f.Order)
            .ThenByDescending(f => f.Finding.Sides.Sum(s => s.Drafts.Length))
            .ThenBy(f => f.Finding.Kind)
            .ThenBy(f => f.Finding.Sides[0].Drafts[0].Id, StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Sides[1].Drafts[0].Id, StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Sides[0].Value + f.Finding.Sides[1].Value, StringComparer.Ordinal)
            .Select((f, i) => writer.Write("d" + (i + 1).ToString(CultureInfo.InvariantCulture), f.Finding))];
    }

    /// <summary>Contrasts gathered by the two claims that they part, and by the values that differ.</summary>
    private static IEnumerable<Finding> Between(ClaimSet claims, Verdicts verdicts)
    {
        Dictionary<Draft, int> groupOf = new(ReferenceEqualityComparer.Instance);
        for (int g = 0; g < claims.Groups.Length; g++)
        {
            foreach (Draft draft in claims.Groups[g])
                groupOf.Add(draft, g);
        }

        var gathered = claims.Contrasts
            .Where(verdicts.IsWorthTelling)
            .Select(c => groupOf[c.First] <= groupOf[c.Second] ? c : new DraftContrast(c.Second, c.First, Turned(c.Contrast), c.Score))
            .GroupBy(c => (First: groupOf[c.First], Second: groupOf[c.Second], c.Contrast.Kind, A: Least(c.Contrast), B: Most(c.Contrast)));
        foreach (var same in gathered)
        {
            DraftContrast best = same.OrderByDescending(c => c.Score).ThenBy(c => c.First.Id, StringComparer.Ordinal).ThenBy(c => c.Second.Id, StringComparer.Ordinal).First();
            (Verdict verdict, string why) = verdicts.Of(best);
            Side first = new(best.Contrast.First, Holding(claims.Groups[same.Key.First], best.First, best.Contrast, true));
            Side second = new(best.Contrast.Second, Holding(claims.Groups[same.Key.Second], best.Second, best.Contrast, false));
            if (first.Drafts.Length > 0 && second.Drafts.Length > 0 && !first.Drafts.SequenceEqual(second.Drafts))
                yield return new Finding(same.Key.Kind, [first, second], verdict, why);
        }
    }

    /// <summary>Three figures for one thing are one difference with three sides: findings of one kind and verdict that share a side word for word.</summary>
    private static IEnumerable<Finding> Merged(IEnumerable<Finding> findings)
    {
        List<Finding> merged = [];
        foreach (Finding finding in findings)
        {
            int at = merged.FindIndex(m => m.Kind == finding.Kind && m.Verdict == finding.Verdict && m.Why == finding.Why
                && m.Sides.Any(s => finding.Sides.Any(o => o.Value == s.Value && o.Drafts.Intersect(s.Drafts).Any())));
            if (at < 0)
            {
                merged.Add(finding);
                continue;
            }

            List<Side> sides = [.. merged[at].Sides];
            foreach (Side side in finding.Sides)
            {
                int same = sides.FindIndex(s => s.Value == side.Value);
                if (same < 0)
                    sides.Add(side);
                else
                    sides[same] = sides[same] with { Drafts = [.. sides[same].Drafts.Union(side.Drafts)] };
            }

            merged[at] = merged[at] with { Sides = [.. sides] };
        }

        return merged;
    }

    private static string Least(Contrast c) => string.CompareOrdinal(c.First, c.Second) <= 0 ? c.First : c.Second;

    private static string Most(Contrast c) => string.CompareOrdinal(c.First, c.Second) <= 0 ? c.Second : c.First;

    private static Contrast Turned(Contrast c) => c with
    {
        First = c.Second,
        Second = c.First,
        FirstAmount = c.SecondAmount,
        SecondAmount = c.FirstAmount,
        FirstDay = c.SecondDay,
        SecondDay = c.FirstDay,
    };

    /// <summary>All of the claim's assertions that hold the value, so that every report on that side is named.</summary>
    private static ImmutableArray<Draft> Holding(ImmutableArray<Draft> group, Draft sample, Contrast contrast, bool first)
    {
        Amount? amount = first ? contrast.FirstAmount : contrast.SecondAmount;
        Day? day = first ? contrast.FirstDay : contrast.SecondDay;
        ImmutableArray<Draft> held = [.. group.Where(d => d == sample
            || (!d.Denies
                && (amount is null || d.Content.Amounts.Any(a => AmountContrasts.AreEqual(a, amount)))
                && (day is null || d.Content.Days.Any(x => x.From == day.From && x.To == day.To && x.Bound == day.Bound))
                && (contrast.Kind is not (DifferenceKind.Place or DifferenceKind.Person) || NameHeld(d, first ? contrast.First : contrast.Second))))];
        // Whoever calls a figure an invention is named for it only where nobody else gives it.
        ImmutableArray<Draft> given = [.. held.Where(d => amount is null || !d.Content.Amounts.Any(a => a.IsCalledFalse && AmountContrasts.AreEqual(a, amount)))];
        return given.IsEmpty ? held : given;
    }

    private static bool NameHeld(Draft draft, string name) =>
        draft.Content.People.Contains(name, StringComparer.Ordinal) || draft.Content.Places.Contains(name, StringComparer.Ordinal);

    /// <summary>A claim that some assert and others deny.</summary>
    private static IEnumerable<Finding> Denials(ClaimSet claims, Verdicts verdicts)
    {
        foreach (ImmutableArray<Draft> group in claims.Groups)
        {
            ImmutableArray<Draft> no = [.. group.Where(d => d.Denies)];
            // "She denied having rung him, the paper reported": whoever tells of the denial does not say what is denied.
            ImmutableArray<Draft> yes = [.. group.Where(d => !d.Denies && d.TakesStand && !no.Any(n => n.Report == d.Report && d.Span != n.Span && d.Span.Contains(n.Span)))];
            if (yes.IsEmpty || no.IsEmpty)
                continue;
            bool retracted = no.All(d => yes.Any(a => verdicts.SameHolder(a, d) && a.Report > d.Report)) || yes.All(a => no.Any(d => verdicts.SameHolder(a, d) && d.Report > a.Report));
            yield return new Finding(DifferenceKind.Existence, [new Side("yes", yes), new Side("no", no)],
                retracted ? Verdict.Superseded : Verdict.Conflict,
                retracted ? "The same holder said otherwise later." : "One side says it, the other denies it.");
        }
    }

    /// <summary>"the candidate" may be whom the other report names.</summary>
    private static bool IsFullName(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => char.IsUpper(w[0])) >= 2;

    /// <summary>The same quotation in the mouths of two people.</summary>
    private static IEnumerable<Finding> Speakers(ImmutableArray<DatedReport> reports, ClaimSet claims)
    {
        StoryNames names = new(reports);
        foreach (ImmutableArray<Draft> group in claims.Groups)
        {
            var spoken = group
                .Where(d => !d.Quotes.IsEmpty && !d.Chain.IsEmpty && d.Content.Words.Length >= FewestTelling)
                .Select(d => (Draft: d, Whose: reports[d.Report].Annotation.Attributions[d.Chain[^1]]))
                .Where(s => s.Whose is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null } && IsFullName(s.Whose.Speaker))
                .GroupBy(s => names.Person(s.Whose.Speaker!), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.First().Draft.Report)
                .ToArray();
            for (int i = 1; i < spoken.Length; i++)
            {
                yield return new Finding(DifferenceKind.Person,
                    [new Side(spoken[0].First().Whose.Speaker!, [.. spoken[0].Select(s => s.Draft)]), new Side(spoken[i].First().Whose.Speaker!, [.. spoken[i].Select(s => s.Draft)])],
                    Verdict.Conflict, "The same words are given to two people.");
            }
        }
    }

    /// <summary>"He will likely go" and "he rarely goes" may stand in one claim's company; only the same act, or words nearly the same, are first presumed and then known.</summary>
    private static bool TellOneAct(Draft a, Draft b) =>
        a.Content.Heads.IsEmpty || b.Content.Heads.IsEmpty || a.Content.Heads.Any(h => b.Content.Heads.Any(o => o.Concept == h.Concept) || b.Content.Words.Contains(h.Concept, StringComparer.Ordinal)) || b.Content.Heads.Any(h => a.Content.Words.Contains(h.Concept, StringComparer.Ordinal));

    /// <summary>"A report that had blamed a feed mill", "340 cattle": what somebody says in a phrase without a verb is not said outright.</summary>
    private static bool IsToldWhole(DatedReport source, Draft draft)
    {
        (int first, int end) = TokenIndex.Tokens(source.Annotation.Language, draft.Span);
        return ClauseSplitter.HasFiniteVerb(source.Annotation.Language, first, end) || (!draft.Content.Amounts.IsEmpty && draft.Content.Words.Length >= FewestTelling);
    }

    /// <summary>A claim that was hedged, or still to come, and later stated outright.</summary>
    private static IEnumerable<Finding> Certainties(ImmutableArray<DatedReport> reports, ClaimSet claims)
    {
        foreach (ImmutableArray<Draft> group in claims.Groups)
        {
            Draft[] affirming = [.. group.Where(d => !d.Denies && d.TakesStand)];
            Draft[] unsure = [.. affirming.Where(d => d.Hedged || d.Future)];
            if (unsure.Length == 0)
                continue;
            int from = unsure.Min(d => d.Report);
            ImmutableArray<Draft> sure = [.. affirming.Where(d => !d.Hedged && !d.Future && d.Report > from && IsToldWhole(reports[d.Report], d) && unsure.Any(u => u.Report < d.Report && TellOneAct(u, d)))];
            if (sure.IsEmpty)
                continue;
            Draft hedged = unsure.Where(u => sure.Any(d => TellOneAct(u, d))).MinBy(d => (d.Report, d.Span))!;
            string before = hedged.Hedges.IsEmpty ? (hedged.Hedged ? hedged.Certainty.ToString().ToLowerInvariant() : "expected") : hedged.Hedges[0].In(reports[hedged.Report].Report.Body).ToString();
            yield return new Finding(DifferenceKind.Certainty, [new Side(before, [.. unsure.Where(d => d.Report < sure[^1].Report)]), new Side("certain", sure)],
                Verdict.Superseded, "First said with reserve, then outright.");
        }
    }
}
