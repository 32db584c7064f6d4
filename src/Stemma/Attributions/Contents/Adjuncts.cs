using System.Collections.Frozen;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Where and through what something was said: "in a statement", "at a briefing on the quay", "to reporters".</summary>
internal static class Adjuncts
{
    private static readonly FrozenSet<string> Occasions = FrozenSet.Create(StringComparer.Ordinal, (
        "statement statements interview interviews speech speeches email e-mail emails letter letters briefing briefings conference conferences tweet tweets post posts memo "
        + "testimony release releases rally call message messages debate hearing note remarks appearance broadcast address press twitter facebook telegram instagram x tv television radio "
        + "video text column op-ed essay article blog filing affidavit deposition podcast show program programme telephone phone writing communique bulletin advisory dispatch report reports "
        + "meeting session forum event town ceremony visit ads ad commercial newsletter transcript exchange conversation monologue sermon lecture court parliament record").Split(' '));

    /// <summary>Kinds of text that belong to the cue where they follow it at once ("said in a statement").</summary>
    private static readonly FrozenSet<string> Carriers = FrozenSet.Create(StringComparer.Ordinal,
        "statement interview email e-mail letter tweet release memo speech message post".Split(' '));

    public static bool IsVenue(ReadingText text, int preposition, int high) => SkipVenue(text, preposition, high, Occasions) > preposition;

    /// <returns>One past "in a statement" directly behind a cue; <paramref name="from"/> where there is none.</returns>
    public static int SkipCarrier(ReadingText text, int from, int high) =>
        from + 1 < high && text.Lower[from] is "in" && text.Lower[from + 1] is "a" or "an" ? SkipVenue(text, from, high, Carriers) : from;

    /// <returns>One past all adverbs, times, occasions and "to reporters" from here on.</returns>
    public static int Skip(ReadingText text, int from, int high)
    {
        int t = from;
        while (t < high)
        {
            int next = TimeWords.Skip(text, t, high);
            if (next == t && text.Class[t] == Adverb && text.Lower[t] is not ("perhaps" or "maybe"))
                next = t + 1;
            if (next == t && text.Class[t] is Preposition or To)
                next = SkipVenue(text, t, high, Occasions);
            if (next == t && text.Class[t] is To && t + 1 < high)
                next = SkipListeners(text, t, high);
            if (next == t)
                return t;
            t = next;
        }

        return t;
    }

    /// <summary>"to reporters", "to a crowd of supporters".</summary>
    private static int SkipListeners(ReadingText text, int to, int high)
    {
        int end = NounPhrases.BaseRight(text, to + 1, high);
        return end > 0 && text.Lower[end - 1] is "reporters" or "journalists" or "media" or "lawmakers" or "supporters" or "crowd" or "audience" or "press" or "investors" ? end : to;
    }

    private static int SkipVenue(ReadingText text, int preposition, int high, FrozenSet<string> heads)
    {
        if (text.Lower[preposition] is not ("in" or "at" or "on" or "during" or "through" or "via" or "by" or "over" or "from" or "after" or "before"))
            return preposition;
        int end = NounPhrases.BaseRight(text, preposition + 1, Math.Min(high, preposition + 10));
        if (end < 0 || !heads.Contains(text.Lower[end - 1]))
            return preposition;
        // What hangs on the occasion: "at a briefing on the quay", "in an interview with CNN".
        while (end < high && text.Class[end] is Preposition or To && text.Lower[end] is "on" or "with" or "in" or "to" or "at" or "of" or "from" or "for" && !TimeWords.IsTimePhrase(text, end, high))
        {
            int more = NounPhrases.BaseRight(text, end + 1, high);
            if (more < 0)
                break;
            end = more;
        }

        return end;
    }
}
