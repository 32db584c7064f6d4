using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Judges a contrast: a conflict, an agreement in other words, or an earlier word overtaken by a later one.</summary>
/// <remarks>The order of the questions follows the survey's protocol: same thing counted, same scope, same time, only then the numbers.</remarks>
internal sealed partial class Verdicts
{
    /// <summary>From this distance in time on, a larger count of a growing thing overtakes a smaller one, whoever counts.</summary>
    private static readonly TimeSpan Overtaken = TimeSpan.FromHours(12);

    /// <summary>The same where the two figures cannot both be true: the sooner, the likelier that one of them is wrong.</summary>
    private static readonly TimeSpan OvertakenIfAtOdds = TimeSpan.FromHours(2);

    /// <summary>Sentences this alike count the same thing, whatever stands next to the number.</summary>
    private const double AlikeEnough = 0.62;

    /// <summary>Counts that grow as an event is cleared up, by concept.</summary>
    private static readonly FrozenSet<string> Growing = FrozenSet.Create(StringComparer.Ordinal,
        "die", "injure", "treat", "hospital", "arrest", "rescue", "flee", "evacuate", "recover", "infect", "destroy", "damage", "charge", "count", "discover", "affect", "slaughter", "seize");

    /// <summary>Fates that exclude each other: the dead are not the missing.</summary>
    private static readonly FrozenSet<string> Fates = FrozenSet.Create(StringComparer.Ordinal,
        "die", "injure", "miss", "rescue", "survive", "arrest", "treat", "hospital", "flee", "evacuate", "infect");

    /// <summary>Fates after which nobody is counted among the others.</summary>
    private static readonly FrozenSet<string> Last = FrozenSet.Create(StringComparer.Ordinal, "die");

    /// <summary>Days before the first report that still belong to its news.</summary>
    private const int Newest = 10;

    private readonly DateOnly? first;
    private readonly ImmutableArray<DatedReport> reports;
    private readonly OutletFamilies families;
    private readonly FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins;
    private readonly FrozenSet<(string, string)> rests;
    private readonly FrozenSet<(string, string)> copies;

    public Verdicts(ImmutableArray<DatedReport> reports, OutletFamilies families, FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins, ImmutableArray<Derivation> lineage)
    {
        (this.reports, this.families, this.origins) = (reports, families, origins);
        first = reports.Select(r => r.Report.Published?.Day).Where(d => d is not null).Min();
        rests = lineage.Select(d => (d.From, d.To)).ToFrozenSet();
        copies = lineage.Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite).Select(d => (d.From, d.To)).ToFrozenSet();
    }

    /// <param name="contrast">Its sides in any order.</param>
    public (Verdict Verdict, string Why) Of(DraftContrast contrast) =>
        contrast.First.Retracted != contrast.Second.Retracted && contrast.First.Report != contrast.Second.Report
            ? (Verdict.Superseded, "Whoever said so has put it right since.")
            : AtFirst(contrast);

    /// <summary>As it stood before anybody put his own word right.</summary>
    public (Verdict Verdict, string Why) AtFirst(DraftContrast contrast)
    {
        Contrast c = contrast.Contrast;
        (Draft earlier, Draft later) = contrast.First.Report <= contrast.Second.Report ? (contrast.First, contrast.Second) : (contrast.Second, contrast.First);
        bool swapped = earlier != contrast.First;
        if (c.Kind is DifferenceKind.Number && c.FirstAmount is { } a && c.SecondAmount is { } b)
        {
            if (c.IsPart)
                return (Verdict.Compatible, "The one counts a part of what the other counts.");
            if (ScopeDiffers(a, b))
                return (Verdict.Compatible, "They do not count the same.");
            if (AmountContrasts.IsSlip(a, b) && AmountContrasts.SufferTheSame(a, b) && a.Mention.Comparator == b.Mention.Comparator && !SameHolder(earlier, later))
                return (Verdict.Conflict, "Suspect transcription: the same digits, in another place.");
            if (contrast.First.Future != contrast.Second.Future && AmountContrasts.SufferTheSame(a, b) && !CopiedWrong(earlier, later))
                return (Verdict.Superseded, "The one tells what was to come, the other what was done.");
            if (a.IsLevel && b.IsLevel && IsMeasuredOrShare(a) && Gap(earlier, later) > TimeSpan.Zero && !CopiedWrong(earlier, later))
                return (Verdict.Superseded, "Each tells how it stood at its time.");
            (Amount before, Amount after) = swapped ? (b, a) : (a, b);
            bool grows = before.Slot.Concat(after.Slot).Concat(before.Acts).Any(Growing.Contains) && Value(after) > Value(before);
            if (grows && Gap(earlier, later) >= (c.Conflict ? OvertakenIfAtOdds : Overtaken) && !(AmountContrasts.IsSlip(a, b) && CopiedWrong(earlier, later)))
                return (Verdict.Superseded, "The later count is the larger, as such counts grow.");
            // The lost are found, dead or alive.
            if (FatesOf(before) is ["miss"] && FatesOf(after) is ["miss"] && Value(after) < Value(before) && Gap(earlier, later) > TimeSpan.Zero && !CopiedWrong(earlier, later))
                return (Verdict.Superseded, "The later count is the smaller, as the missing are found.");
            if (c.Conflict && FatesOf(before) is ["die"] && FatesOf(after) is ["die"] && Value(after) < Value(before) && SameHolder(earlier, later) && families.Of(earlier.Report) != families.Of(later.Report) && !CopiedWrong(earlier, later) && !CountsAnew(later))
                return (Verdict.Conflict, "Both name one holder, who is not said to have counted anew, and the dead do not grow fewer.");
            if (!c.Conflict && (a.Mention.Comparator != b.Mention.Comparator || !CopiedWrong(earlier, later)))
                return (Verdict.Compatible, "One true value satisfies both.");
            if (StatesSince(contrast.First) != StatesSince(contrast.Second))
                return (Verdict.Superseded, "The one is how it stood until then.");
        }
        else if (!c.Conflict)
        {
            return (Verdict.Compatible, c.Kind is DifferenceKind.Time ? "The one is a bound, and the other lies within it." : "The one holds the other.");
        }

        if (c.Kind is DifferenceKind.Existence && (swapped ? c.Second : c.First) == "none" && Gap(earlier, later) > TimeSpan.Zero)
            return (Verdict.Superseded, "First there was none, later there was.");
        if (c.IsOutright)
            return SameHolder(earlier, later) ? (Verdict.Superseded, "The same holder corrected it.") : (Verdict.Conflict, "The one says in so many words that it is not what the other says.");
        if (CopiedWrong(earlier, later))
            return (Verdict.Conflict, $"Suspect transcription: the report it rests on says {(swapped ? c.Second : c.First)}.");
        if (SameHolder(earlier, later) && earlier.Report != later.Report)
            return (Verdict.Superseded, "The same holder said so later.");
        return (Verdict.Conflict, "Both cannot be true of the same thing at the same time.");
    }

    /// <summary>Whether the two are about one thing surely enough to set them against each other: users punish a false conflict.</summary>
    public bool IsWorthTelling(DraftContrast contrast)
    {
        // One voice that gives two figures in one report speaks of two things.
        if (contrast.First.Report == contrast.Second.Report && SameHolder(contrast.First, contrast.Second))
            return false;
        // A wrong copy is set beside what it was copied from, and overtakes nothing.
        if ((contrast.First.MiscopiedFrom.Count > 0 && !contrast.First.MiscopiedFrom.Contains(contrast.Second)) || (contrast.Second.MiscopiedFrom.Count > 0 && !contrast.Second.MiscopiedFrom.Contains(contrast.First)))
            return false;
        // What is taken back stands against nothing.
        if (contrast.First.TakesBack || contrast.Second.TakesBack)
            return false;
        if (contrast.Contrast is { Kind: DifferenceKind.Number, FirstAmount: { } m, SecondAmount: { } n } && !AmountContrasts.AreOfOneOrder(m, n))
            return false;
        if (contrast.Contrast is { Kind: DifferenceKind.Time, Parts: true, Conflict: false })
            return false;
        if (contrast.Contrast.IsBroad && contrast.Score < AlikeEnough)
            return false;
        // "Charge was at 58 percent at noon", "the turning was stopped on Saturday with the last of the charge": two acts, each of its day.
        if (contrast.Contrast is { Kind: DifferenceKind.Time, IsOutright: false } && contrast.Score < AlikeEnough && DoOthers(contrast.First.Content, contrast.Second.Content))
            return false;
        // "Nobody was hurt" of a fire years ago is no answer to who was hurt today.
        if (contrast.Contrast.Kind is DifferenceKind.Existence && IsBackground(contrast.First) != IsBackground(contrast.Second))
            return false;
        if (contrast.Contrast is not { Kind: DifferenceKind.Number, FirstAmount: { } a, SecondAmount: { } b })
            return true;
        // Seven dead and eight missing: no news in that the two differ.
        if (!contrast.Contrast.IsPart && FatesOf(a) is { Length: > 0 } x && FatesOf(b) is { Length: > 0 } y && (Last.Overlaps(x) != Last.Overlaps(y) || (IsTold(a) && IsTold(b) && !x.Intersect(y, StringComparer.Ordinal).Any())))
            return false;
        // "Guilty of four counts", "not guilty of two": of how many it is so, and of how many it is not.
        if (contrast.First.Content.HasNegation != contrast.Second.Content.HasNegation && !contrast.First.Denies && !contrast.Second.Denies && contrast.Score < AlikeEnough && !AmountContrasts.IsSlip(a, b))
            return false;
        // "Larsen had 51.3", "Moreau got 49.1": each beside a name of its own.
        if (AmountContrasts.IsShare(a) && AmountContrasts.NameOthers(a, b) && !AmountContrasts.IsSlip(a, b))
            return false;
        // What one person scored says nothing of what another did.
        if (a.Noun is not Amount.Age && ArePeopleOthers(contrast.First.Content, contrast.Second.Content))
            return false;
        if (AmountContrasts.AreOfOtherLots(a, b) && !AmountContrasts.IsSlip(a, b))
            return false;
        if ((AmountContrasts.MeasureOtherThings(a, b) && !AmountContrasts.IsSlip(a, b)) || (AmountContrasts.IsMeasure(a) && NameOthers(contrast.First.Content, contrast.Second.Content)))
            return false;
        // What happened in July is not what happened on Monday, though only one of the two is dated.
        if (contrast.Score < AlikeEnough && !AmountContrasts.IsSlip(a, b) && IsBackground(contrast.First) != IsBackground(contrast.Second))
            return false;
        return a.Noun is Amount.Age
            || contrast.Contrast.IsPart
            || contrast.Score >= AlikeEnough
            || AmountContrasts.SufferTheSame(a, b)
            || (AmountContrasts.FillOneSlot(a, b) && (contrast.Contrast.Conflict || contrast.Score >= ContentComparer.AboutTheSame));
    }

    private static bool DoOthers(Content a, Content b) => a.Predicates.Length > 0 && b.Predicates.Length > 0 && !a.Predicates.Any(p => b.Words.Contains(p, StringComparer.Ordinal)) && !b.Predicates.Any(p => a.Words.Contains(p, StringComparer.Ordinal));

    /// <summary>Each names a place or body that the other does not: two loots of two raids.</summary>
    private static bool NameOthers(Content a, Content b)
    {
        string[] x = [.. a.Places.Concat(a.Names)], y = [.. b.Places.Concat(b.Names)];
        return x.Except(y, StringComparer.Ordinal).Any() && y.Except(x, StringComparer.Ordinal).Any();
    }

    /// <summary>All its days lie well before the coverage.</summary>
    private bool IsBackground(Draft draft)
    {
        if (first is not { } start || draft.Content.Days.IsEmpty)
            return false;
        return draft.Content.Days.All(d => d.Bound is null && d.To is { } to && to < start.AddDays(-Newest));
    }

    private static bool ArePeopleOthers(Content a, Content b) =>
        !a.People.IsEmpty && !b.People.IsEmpty && !a.People.Intersect(b.People, StringComparer.Ordinal).Any();

    /// <summary>Whether two holders are one: the same person, or one body by whomever it speaks.</summary>
    public bool SameHolder(Draft a, Draft b) =>
        origins[a].Any(x => origins[b].Any(y => x.Id == y.Id || (x.Body is not null && x.Body == y.Body && !x.Anonymous && !y.Anonymous) || (x.Family is not null && x.Family == y.Family)));

    /// <summary>Whether the later report took the matter from the earlier one and has it otherwise.</summary>
    public bool CopiedWrong(Draft earlier, Draft later)
    {
        if (families.Of(earlier.Report) == families.Of(later.Report))
            return false;
        // A report that cites another still has its own sources: what it has from one of them it did not copy.
        bool taken = later.Chain.IsEmpty || SameHolder(earlier, later) || copies.Contains((reports[later.Report].Report.Id, reports[earlier.Report].Report.Id));
        if (taken && rests.Contains((reports[later.Report].Report.Id, reports[earlier.Report].Report.Id)))
            return true;
        // It names the earlier report's newsroom as its source. A body speaks more than once; its later word is no miscopy.
        return IssuingBodies.Of(reports[earlier.Report]) is null && later.Chain.Any(i => reports[later.Report].Annotation.Attributions[i].Speaker is { } name && families.Means(name, earlier.Report));
    }

    /// <summary>"Revised its count to 14": whoever says so has the right to a smaller toll.</summary>
    private bool CountsAnew(Draft draft)
    {
        Report report = reports[draft.Report].Report;
        ImmutableArray<Language.Sentence> sentences = reports[draft.Report].Annotation.Language.Sentences;
        TextSpan span = sentences.IsEmpty ? draft.Span : sentences[draft.Sentence].Span;
        return Anew().IsMatch(span.In(report.Body).ToString());
    }

    [GeneratedRegex(@"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing)|lower(?:ed|ing)|reduc(?:ed|es|ing)|amend(?:ed|s|ing)|recount(?:ed|s|ing)?|downwards?|earlier (?:figure|count|toll)|previous (?:figure|count|toll)|not \w+,? as)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Anew();

    /// <summary>Counts of people grow and are put right; prices, shares and levels move.</summary>
    private static bool IsMeasuredOrShare(Amount amount) => AmountContrasts.IsMeasure(amount) || AmountContrasts.IsShare(amount);

    private static bool ScopeDiffers(Amount a, Amount b)
    {
        // Somebody's own are a part of all.
        if (a.Lot.Contains(Amount.Own) != b.Lot.Contains(Amount.Own))
            return true;
        string[] x = FatesOf(a), y = FatesOf(b);
        return x.Length > 0 && y.Length > 0 && !x.ToHashSet(StringComparer.Ordinal).SetEquals(y);
    }

    private static bool IsTold(Amount amount) => amount.Acts.Any(Fates.Contains);

    /// <summary>What the tree has happen to it; where that is none of them, what stands around it.</summary>
    private static string[] FatesOf(Amount amount) => amount.Acts.Any(Fates.Contains) ? [.. amount.Acts.Where(Fates.Contains)] : [.. amount.Slot.Where(Fates.Contains)];

    /// <summary>"has stood at 6 percent since 2024": a state up to now, which what is new may end.</summary>
    private static bool StatesSince(Draft draft) => draft.Content.Days.Any(d => d.Bound is TimeBound.NotBefore && !d.Text.StartsWith("as ", StringComparison.OrdinalIgnoreCase));

    private TimeSpan Gap(Draft earlier, Draft later) =>
        reports[earlier.Report].Report.Published is { } from && reports[later.Report].Report.Published is { } to ? to.SortKey - from.SortKey : TimeSpan.Zero;

    private static double Value(Amount amount) => amount.Mention.Low ?? amount.Mention.High ?? 0;
}
