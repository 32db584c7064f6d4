using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Stemma.Claims;

/// <summary>What a count of people says has become of them, in the ways newsrooms write tolls: "claimed 18 lives", "bringing the number of dead to nine", "as for the toll, we stay with seven".</summary>
internal static class Tolls
{
    private const string Person = "person";

    /// <summary>The noun in "18 lives".</summary>
    private const string Life = "live";

    /// <summary>What is done to a life that goes on.</summary>
    private static readonly FrozenSet<string> Living = FrozenSet.Create(StringComparer.Ordinal, "save", "rescue", "spare", "chang", "live", "lead", "touch", "affect", "risk");

    /// <summary>Words for whoever there is, which tell no lot.</summary>
    private static readonly FrozenSet<string> Anybody = FrozenSet.Create(StringComparer.Ordinal, "men", "man", "peopl", "person", "soul");

    /// <summary>What becomes of people; of one of them alone a toll is kept.</summary>
    public static readonly FrozenSet<string> Fates = FrozenSet.Create(StringComparer.Ordinal, "die", "injure", "miss", "rescue", "arrest", "infect", "flee", "evacuate", "charge", "hospital", "treat");

    /// <summary>What happens to people and animals alone.</summary>
    public static readonly FrozenSet<string> Bodily = FrozenSet.Create(StringComparer.Ordinal, "die", "injure", "infect", "treat", "hospital");

    /// <param name="noun">Concept of what is counted; empty where nothing is named.</param>
    /// <param name="acts">Concepts of what happens to it.</param>
    /// <param name="lot">Concepts that tell which of it.</param>
    /// <param name="words">All concepts of the statement.</param>
    /// <param name="alone">Whether the statement counts nothing else.</param>
    public static (string Noun, ImmutableArray<string> Acts, ImmutableArray<string> Lot) Read(string noun, ImmutableArray<string> acts, ImmutableArray<string> lot, IEnumerable<string> words, bool alone)
    {
        if (noun is not Person && acts.Any(Bodily.Contains) && lot.FirstOrDefault(l => IsNation(l, noun)) is not null)
            noun = Person;
        if (noun is Person)
        {
            if (lot.Contains(Life) && !acts.Any(Living.Contains))
                (acts, lot) = (With(acts, Concepts.Dying), lot.Remove(Life));
            lot = lot.RemoveAll(Anybody.Contains);
        }

        // "Treated for injuries": the injured, who are treated.
        if (noun is Person or "" && acts.Contains("treat") && alone && words.Contains("injure"))
            acts = With(acts, "injure");
        if (noun is not (Person or "") || acts.Any(Fates.Contains))
            return (noun, acts, lot);
        // "The number of dead": what is counted tells the fate.
        if (lot.Where(Fates.Contains).ToArray() is [var told])
            return (noun, With(acts, told), lot.Remove(told));
        // "As for the toll, we stay with seven."
        if (noun.Length == 0 && alone && words.Where(Fates.Contains).Distinct().ToArray() is [var only])
            return (noun, With(acts, only), lot);
        return (noun, acts, lot);
    }

    /// <summary>"Seven <b>Norwegians</b>": people of a name.</summary>
    private static bool IsNation(string lot, string noun) =>
        lot.StartsWith(Amount.NameMark, StringComparison.Ordinal) && lot.Length > 4 && noun.Length >= 4 && lot.AsSpan(1).StartsWith(noun.AsSpan(0, 4), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Five killed and 17 injured" are no parts of one count; "12 of one firm and 11 of another" are.</summary>
    public static bool MayShareFate(ImmutableArray<string> a, ImmutableArray<string> b) =>
        a.Where(Fates.Contains).ToArray() is not { Length: > 0 } x || b.Where(Fates.Contains).ToArray() is not { Length: > 0 } y || x.Intersect(y, StringComparer.Ordinal).Any();

    private static ImmutableArray<string> With(ImmutableArray<string> acts, string act) => acts.Contains(act) ? acts : [.. acts.Add(act).Order(StringComparer.Ordinal)];
}
