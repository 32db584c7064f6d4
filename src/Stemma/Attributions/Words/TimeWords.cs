using System.Collections.Frozen;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Words of time that stand between a source and its verb, or behind the verb ("said on Monday that").</summary>
/// <remarks>Only to step over them; their meaning is the business of the times stage.</remarks>
internal static class TimeWords
{
    private static readonly FrozenSet<string> Heads = FrozenSet.Create(StringComparer.Ordinal, (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight week weeks month months year years day days night morning afternoon "
        + "evening weekend midday noon midnight hour hours minutes moments summer winter spring autumn fall decade quarter mon tue wed thu fri sat sun date time").Split(' '));

    private static readonly FrozenSet<string> Modifiers = FrozenSet.Create(StringComparer.Ordinal,
        "last this next late early earlier later the that same previous following past recent coming first few several every each a an one two three four five mid- early- late- mid ago afterwards afterward recently lately".Split(' '));

    public static bool IsHead(ReadingText text, int t) =>
        Heads.Contains(text.Lower[t]) && (text.Lower[t] is not ("may" or "march" or "fall" or "date" or "time" or "spring") || text.Class[t] is Noun or Name);

    /// <summary>Whether a time phrase begins at <paramref name="from"/>, with or without its preposition.</summary>
    public static bool IsTimePhrase(ReadingText text, int from, int high) => Skip(text, from, high) > from;

    /// <returns>One past the time phrase that begins at <paramref name="from"/>; <paramref name="from"/> itself where none does.</returns>
    public static int Skip(ReadingText text, int from, int high)
    {
        int t = from;
        if (t < high && text.Class[t] is Preposition && text.Lower[t] is "on" or "in" or "at" or "during" or "over" or "since" or "by" or "before" or "after" or "until" or "from" or "for" or "within" or "around")
            t++;
        int head = -1;
        for (int end = Math.Min(high, t + 7); t < end; t++)
        {
            if (IsHead(text, t))
                head = t;
            else if (text.Class[t] == Number || (text.Class[t] == Possessive && head >= 0))
            {
                if (head >= 0 && text.Class[t] == Number)
                    head = t;
            }
            else if (text.Class[t] == Comma && head == t - 1 && t + 1 < end && text.Class[t + 1] == Number)
                continue;
            else if (!Modifiers.Contains(text.Lower[t]))
                break;
            else if (head >= 0 && text.Lower[t] is "ago" or "earlier" or "later")
                head = t;
            else if (head >= 0)
                break;
        }

        // "Friday's briefing" is no time.
        return head < 0 || (head + 1 < high && text.Class[head + 1] == Possessive) ? from : head + 1;
    }

    /// <returns>The last token before a time phrase that ends at <paramref name="last"/>; <paramref name="last"/> itself where none does.</returns>
    public static int SkipLeft(ReadingText text, int last, int low)
    {
        int t = last;
        if (t < low || !(IsHead(text, t) || (text.Class[t] == Number && t > low && IsHead(text, t - 1)) || text.Lower[t] is "ago" or "earlier" or "later"))
            return last;
        while (t >= low && t > last - 6 && (IsHead(text, t) || text.Class[t] == Number || Modifiers.Contains(text.Lower[t])))
            t--;
        if (t >= low && text.Class[t] == Preposition && text.Lower[t] is "on" or "in" or "at" or "during" or "over" or "since" or "for" or "after" or "before" or "by" or "until")
            t--;
        return t;
    }
}
