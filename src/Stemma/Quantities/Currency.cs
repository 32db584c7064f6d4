using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>Currency signs and codes that stand before their number.</summary>
internal static class Currency
{
    /// <param name="first">The sign's first word ("US" of "US$").</param>
    public static bool StandsBefore(WordList words, int i, out int first, out string code)
    {
        for (int length = 2; length > 0; length--)
        {
            first = i - length;
            if (first < 0 || !IsSign(words, first, i) || Units.At(words, first, false, out int end) is not { Dimension: "money" } unit || end != i)
                continue;
            code = unit.Code;
            return true;
        }

        (first, code) = (i, "");
        return false;
    }

    /// <summary>A sign, or a code in capitals: words such as "euros 5" do not stand before a number.</summary>
    private static bool IsSign(WordList words, int first, int end)
    {
        if (words[end - 1].Kind == WordKind.Mark)
            return end - first == 1 || words.Joins(end - 1);
        return end - first == 1 && words.Length(first) is 2 or 3 && words.IsCapital(first) && (words.Is(first, "Rs") || char.IsUpper(words.At(first)[1]));
    }
}
