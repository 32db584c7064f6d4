namespace Stemma.Quantities.Numerals;

/// <summary>Finds what makes a number negative: "minus five", "negative one", "-4".</summary>
internal static class SignReader
{
    /// <param name="i">The number's first word.</param>
    /// <param name="floor">Words before this one belong to something else.</param>
    /// <returns>The first word of the sign; <paramref name="i"/> where there is none.</returns>
    public static int First(WordList words, int i, int floor)
    {
        if (i <= floor || !words.Continues(i))
            return i;
        bool said = words.IsAny(i - 1, "minus", "negative");
        // A hyphen after a space or bracket is a sign; one between words is not.
        bool written = words.IsMark(i - 1, '\u2212') || (words.IsMark(i - 1, '-') && (words[i - 1].SpaceBefore || words.IsMark(i - 2, '(')));
        return said || (written && words.Joins(i)) ? i - 1 : i;
    }
}
