using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Finds the words before or after a time that make it a bound: "as early as", "by", "until", "since", "at the latest".</summary>
internal static class BoundReader
{
    /// <param name="first">The time's first word.</param>
    /// <param name="end">One past its last.</param>
    /// <returns>The bound, and whether the other side is open rather than named.</returns>
    public static (TimeBound Bound, bool Open)? Around(WordList words, int first, int end)
    {
        int at = first - 1;
        // "as early as next Tuesday", "by about Friday", "until at least Friday", "since late on Sunday"
        while (words.IsAny(at, "about", "around", "roughly", "on", "in", "at", "the", "least"))
            at--;
        bool least = at < first - 1 && words.Is(at + 1, "at") && words.Is(at + 2, "least");
        if (words.Is(at, "as") && words.IsAny(at - 1, "early", "soon") && words.Is(at - 2, "as"))
            return (TimeBound.NotBefore, true);
        if (words.Is(at, "as") && words.Is(at - 1, "late") && words.Is(at - 2, "as"))
            return (TimeBound.NotAfter, true);
        if (words.Is(at, "than") && words.IsAny(at - 1, "earlier", "sooner") && words.IsAny(at - 2, "no", "not"))
            return (TimeBound.NotBefore, true);
        if (words.Is(at, "than") && words.Is(at - 1, "later") && words.IsAny(at - 2, "no", "not"))
            return (TimeBound.NotAfter, true);
        if (words.IsAny(at, "before", "until") && words.Is(at - 1, "not"))
            return (TimeBound.NotBefore, true);
        if (words.IsAny(end, "at", "by") && words.Is(end + 1, "the") && words.IsAny(end + 2, "latest", "earliest"))
            return (words.Is(end + 2, "latest") ? TimeBound.NotAfter : TimeBound.NotBefore, true);
        if (words.Is(end, "or") && words.IsAny(end + 1, "later", "earlier", "sooner"))
            return (words.Is(end + 1, "later") ? TimeBound.NotBefore : TimeBound.NotAfter, true);
        if (words.Is(at, "by"))
            return (TimeBound.NotAfter, true);
        if (words.IsAny(at, "until", "till", "through"))
            return least ? (TimeBound.NotBefore, true) : words.Is(at, "through") ? null : (TimeBound.NotAfter, true);
        if (words.Is(at, "to") && words.Is(at - 1, "up"))
            return (TimeBound.NotAfter, true);
        // "since" and "after" name where something begins: the named days stay.
        if (words.Is(at, "since") || (words.IsAny(at, "after", "following", "beyond") && at == first - 1))
            return (TimeBound.NotBefore, false);
        // "will not reopen before December" puts it after.
        if (words.Is(at, "before") && at == first - 1)
            return IsDenied(words, at) ? (TimeBound.NotBefore, true) : (TimeBound.NotAfter, false);
        if (words.Is(at, "from") || words.IsAny(at, "starting", "beginning") || words.IsAny(end, "onwards", "onward"))
            return (TimeBound.NotBefore, false);
        return null;
    }

    /// <summary>Whether "not" or "never" stands a verb before a word.</summary>
    private static bool IsDenied(WordList words, int at)
    {
        for (int i = at - 1; i >= 0 && i >= at - 4 && words[i].Kind == WordKind.Letters; i--)
        {
            if (words.IsAny(i, "not", "never", "cannot") || (words.Is(i, "t") && (words.IsMark(i - 1, '\'') || words.IsMark(i - 1, '\u2019'))))
                return true;
        }

        return false;
    }
}
