using System.Collections.Frozen;

namespace Stemma.Language.Names;

/// <summary>Chooses whom a surname or a given name alone means, among the people whom a report names in full.</summary>
/// <remarks>
/// Mr. and Ms. decide where the text has them. Else the surname alone is left, as a rule of the trade, to the one that the report is about: one introduced as
/// somebody's wife or father is named in full. Where two are left whom nothing tells apart, it stays undecided. What it misses: nicknames, and a surname alone that
/// means someone never named in full.
/// </remarks>
internal static class Namesakes
{
    private static readonly FrozenSet<string> Kin = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "wife", "husband", "widow", "widower", "father", "mother", "parents", "son", "sons", "daughter", "daughters", "brother", "brothers", "sister", "sisters", "half-brother",
        "half-sister", "uncle", "aunt", "cousin", "nephew", "niece", "grandfather", "grandmother", "grandson", "granddaughter", "stepson", "stepdaughter", "stepfather", "stepmother",
        "fiancé", "fiancée", "ex-wife", "ex-husband", "spouse", "partner", "child", "children", "twin", "namesake");

    /// <param name="people">Those of whose names the word is the first or last part, each with how often it stands in full.</param>
    /// <param name="word">The name alone.</param>
    /// <returns>Null where nobody bears it, or where it is unsure who is meant.</returns>
    public static NameMention? Choose(List<NameMention> people, NameMention name, string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<char> word)
    {
        NameMention? best = null;
        int bestTie = -1;
        bool unsure = false;
        foreach (NameMention other in people)
        {
            if (ReferenceEquals(other, name) || (name.Female is { } sex && other.Female is { } otherSex && sex != otherSex))
                continue;
            int tie = Tie(other, name, text, tokens, word);
            NameMention full = other.Of ?? other;
            if (best is not null && ReferenceEquals(full, best.Of ?? best))
                continue;
            if (tie > bestTie)
                (best, bestTie, unsure) = (other, tie, false);
            else if (tie == bestTie)
                unsure = true;
        }

        return unsure ? null : best;
    }

    /// <summary>How closely a bare name hangs on a full one; the higher, the closer.</summary>
    private static int Tie(NameMention full, NameMention name, string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<char> word)
    {
        // The surname stands last in most languages: a given name alone ("Kim" of "Kim Sung-ho" aside) is the weaker tie.
        int tie = tokens[full.End - 1].Span.In(text).SequenceEqual(word) ? 1 << 20 : 0;
        if (name.Female is { } sex && full.Female == sex)
            tie += 1 << 21;
        if (full.First < name.First)
            tie += 1 << 19;
        if (!IsKin(full, text, tokens))
            tie += 1 << 18;
        return tie + Math.Min(full.Times, 1 << 10);
    }

    /// <summary>"his wife Jorun", "a son, Pieter", "her parents Rutger and Ilse".</summary>
    private static bool IsKin(NameMention person, string text, ReadOnlySpan<Token> tokens)
    {
        for (int i = person.First - 1; i >= 0 && i >= person.First - 4; i--)
        {
            if (Kin.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[i].Span.In(text)))
                return true;
            if (tokens[i].Upos is not (Upos.Punct or Upos.Propn or Upos.Cconj or Upos.Adj))
                return false;
        }

        return false;
    }
}
