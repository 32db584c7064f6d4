using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>Reads from the words around an amount whether it is the whole or an addition.</summary>
internal static class ScopeReader
{
    /// <summary>How far behind the amount "so far" and "in all" still belong to it, in words.</summary>
    private const int Reach = 7;

    /// <param name="first">The amount's first word, its comparator included.</param>
    /// <param name="number">One past the number.</param>
    /// <param name="end">One past the amount.</param>
    public static QuantityScope Read(WordList words, int first, int number, int end)
    {
        if (words.IsAny(first - 1, "another", "additional", "further", "extra") || words.IsAny(first, "another") || words.IsAny(first + 1, "further", "additional", "extra") && words.IsAny(first, "a", "an")
            || words.IsAny(number, "more", "other", "others", "further", "additional", "extra", "new") && !words.Is(number + 1, "than"))
            return QuantityScope.Additional;
        if (words.Is(end, "more") && !words.Is(end + 1, "than"))
            return QuantityScope.Additional;
        if (words.Is(first, "a") && words.Is(first + 1, "total") || words.IsAny(first - 1, "total", "totalled", "totaled", "totalling", "totaling"))
            return QuantityScope.Total;
        for (int i = end; i < Math.Min(end + Reach, words.Count) && words.Continues(i); i++)
        {
            // Another number takes what follows.
            if (words[i].Kind == WordKind.Digits || words.IsMark(i, '.') || words.IsMark(i, ';'))
                break;
            if ((words.Is(i, "so") && words.Is(i + 1, "far")) || (words.Is(i, "in") && words.IsAny(i + 1, "all", "total")) || words.IsAny(i, "altogether", "overall") || (words.Is(i, "to") && words.Is(i + 1, "date")))
                return QuantityScope.Total;
        }

        return QuantityScope.Unstated;
    }
}
