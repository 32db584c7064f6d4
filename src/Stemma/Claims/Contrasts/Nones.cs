using System.Collections.Frozen;
using Stemma.Differences;

namespace Stemma.Claims;

/// <summary>"There was no bird", "no drone had been seen", "no student was taken": what one says there was none of, and another that there was, in whatever words.</summary>
/// <remarks>
/// A "none" is said of the whole event, so that it needs few words in common with what it denies; the thing itself must be in both, be no matter of course in
/// the story, and be told as a fact on the other side. Injuries, deaths and arrests, which every story has, are asked for more closely.
/// </remarks>
internal sealed class Nones(FeatureWeights weights)
{
    /// <summary>Events of which "nobody", "none" or "no ..." is said by itself.</summary>
    private static readonly FrozenSet<string> Countable = FrozenSet.Create(StringComparer.Ordinal, "die", "injure", "miss", "charge", "arrest", "infect", "rescue", "quake", "flood", "explode", "shoot");

    /// <summary>Of these, what is told as a noun as often as by a verb: "it followed an earthquake".</summary>
    private static readonly FrozenSet<string> Nominal = FrozenSet.Create(StringComparer.Ordinal, "quake", "flood", "explode", "shoot");

    /// <summary>What is planned, put off or asked for has not happened by being spoken of.</summary>
    private static readonly FrozenSet<string> Unreal = FrozenSet.Create(StringComparer.Ordinal, "plan", "cancel", "delay", "ask", "predict", "threaten", "promise");

    /// <summary>What is only talked about: "the talk of chlorine" says that there was talk.</summary>
    private static readonly FrozenSet<string> Talk = FrozenSet.Create(StringComparer.Ordinal, "exclude", "exclud", "rul", "rule", "deny", "prevent", "avert", "avoid", "dismiss", "reject", "talk", "rumour", "rumor", "speculat", "question", "theor", "possibilit", "possib", "risk", "fear", "idea", "notion", "suggest", "claim", "allegat", "stor", "evidence", "sign", "trace", "mention", "need", "search");

    /// <summary>Verbs by which a thing is there at all.</summary>
    private static readonly FrozenSet<string> Being = FrozenSet.Create(StringComparer.Ordinal, "be", "see", "exist", "have", "discover", "find", "carry", "occur", "happen", "take", "make", "report", "know", "use", "involve");

    /// <summary>Share of the weight of a word said once that the thing's word must have: a tenth of the statements may speak of it.</summary>
    private const double Rare = 0.5;

    /// <summary>The same where nothing else is in common.</summary>
    private const double VeryRare = 0.75;

    /// <summary>The same for an act that is told by a verb on the other side.</summary>
    private const double RareAct = 0.35;

    /// <summary>Words of a "none" that has nothing in common with the other side but the thing.</summary>
    private const int Short = 3;

    private readonly double once = weights.Of("w:");

    /// <summary>Whether "none" may be said against "some" here, though the two have hardly a word in common.</summary>
    public bool MayRefute(Content none, Content some) =>
        none.Negative && none.HasNegation && !some.Negative && (none.Words.Any(w => Countable.Contains(w) && HasHappened(w, some)) || Meet(none, some));

    /// <summary>Symmetric up to the order of sides.</summary>
    public IEnumerable<Contrast> Find(Content a, Content b)
    {
        if (a.Negative == b.Negative || a.HasNegation == b.HasNegation)
            yield break;
        (Content none, Content some) = a.Negative ? (a, b) : (b, a);
        // "No member of staff has died" is not said of patients; "not in a position to confirm" is said of nobody.
        if (none.Denied.Any(d => d is "clear" or "know" or "known" or "certain" or "sure" or "confirm" or "posit" or "able") || IsOfOthers(none, some))
            yield break;
        if (!none.Amounts.IsEmpty || !none.People.IsEmpty || none.Places.Except(some.Places, StringComparer.Ordinal).Any())
            yield break;
        if (IsOfEvent(none, some))
            yield return new(DifferenceKind.Existence, true, true, a.Negative ? "none" : "some", b.Negative ? "none" : "some");
        // "There was no meeting on Monday" against "at a closed meeting on Monday".
        else if (Meet(none, some) || (!some.Words.Any(Unreal.Contains) && none.NoneOf.Any(n => some.Words.Contains(n, StringComparer.Ordinal)) && none.Days.Any(d => d.From is not null && d.From == d.To && some.Days.Any(o => o.From == d.From && o.To == d.To))))
            yield return new(DifferenceKind.Existence, true, true, a.Negative ? "no" : "yes", b.Negative ? "no" : "yes");
    }

    /// <summary>"No member of staff" is said of others than patients.</summary>
    public static bool IsOfOthers(Content none, Content some) =>
        !none.NoneOf.IsEmpty && none.NoneOf.All(n => n is not "person" && !Countable.Contains(n) && !some.Words.Any(w => w == n || Kinds.AreOne(w, n)));

    /// <summary>"There were no injuries" against "two workers were treated".</summary>
    private static bool IsOfEvent(Content none, Content some)
    {
        // "The juror will not be charged" is said of the juror, and not of the mayor who was.
        if (none.NoneOf.IsEmpty && none.Denied.Any(d => d is "charge" or "arrest") && none.Core.Where(w => !Countable.Contains(w)).ToArray() is { Length: > 0 } own && !own.Any(w => some.Words.Contains(w, StringComparer.Ordinal)))
            return false;
        // "Nobody was hurt" says it in three words; in a longer statement the "no" must hang on the thing itself.
        return none.Core.Where(w => Countable.Contains(w) && (none.Denied.Contains(w, StringComparer.Ordinal) || (none.Core.Length <= 3 && (none.Denied.IsEmpty || none.NoneOf.Contains(w, StringComparer.Ordinal))))).Any(concept =>
            (Nominal.Contains(concept) && !some.Words.Any(Unreal.Contains) && some.Core.Contains(concept, StringComparer.Ordinal))
            || HasHappened(concept, some)
            || (some.Amounts.Length > 0 && some.Words.Contains(concept, StringComparer.Ordinal)));
    }

    private static bool HasHappened(string concept, Content some) =>
        some.Predicates.Contains(concept, StringComparer.Ordinal) || (concept == "injure" && some.Predicates.Any(p => p is "treat" or "hospital"));

    /// <summary>The thing or the act that there is said to be none of is told as a fact.</summary>
    private bool Meet(Content none, Content some)
    {
        if (some.HasNegation || some.Words.Any(w => Unreal.Contains(w) || Talk.Contains(w)) || none.Words.Any(Talk.Contains))
            return false;
        // What there was none of on Monday there may have been on Tuesday.
        if (none.Days.Any(d => d.From is not null && !some.Days.Any(o => o.From == d.From && o.To == d.To)))
            return false;
        string[] acts = [.. none.Denied.Where(d => none.Predicates.Contains(d, StringComparer.Ordinal) && !Being.Contains(d) && !none.NoneOf.Contains(d, StringComparer.Ordinal))];
        foreach (string thing in none.NoneThings.Where(t => !Countable.Contains(t) && some.Told.Contains(t, StringComparer.Ordinal)))
        {
            // "No student was taken": what did not happen to any must have happened to some.
            if (acts.Length > 0)
            {
                if (acts.Any(a => some.Core.Contains(a, StringComparer.Ordinal) && some.Predicates.Contains(a, StringComparer.Ordinal)))
                    return true;
                continue;
            }

            string[] rest = [.. none.Core.Where(w => w != thing && !Being.Contains(w) && !Countable.Contains(w))];
            bool near = rest.Length == 0 || none.Core.Any(w => w != thing && w is not ("see" or "discover" or "report") && some.Words.Contains(w, StringComparer.Ordinal));
            if (!Concepts.People.Contains(thing) && (near ? IsRare(thing, Rare) : none.Core.Length <= Short && IsRare(thing, VeryRare)))
                return true;
            if (near && some.Predicates.Contains(thing, StringComparer.Ordinal) && IsRare(thing, RareAct))
                return true;
        }

        // "Nobody is fighting for their life" against "31 were fighting for their lives".
        return none.NoneOf.IsEmpty && none.Words.Contains("person", StringComparer.Ordinal) && acts.Any(a => IsRare(a, Rare) && some.Core.Contains(a, StringComparer.Ordinal) && some.Amounts.Any(x => x.Noun is "person" && x.Acts.Contains(a)));
    }

    private bool IsRare(string concept, double share) => weights.Of("w:" + concept) >= share * once;
}
