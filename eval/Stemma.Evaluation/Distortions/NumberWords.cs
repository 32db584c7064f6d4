using System.Globalization;
using Stemma.Evaluation.Lineage;

namespace Stemma.Evaluation.Distortions;

/// <summary>Another number, written the same way.</summary>
internal static class NumberWords
{
    private static readonly string[] Words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <returns>Null for a number in a form that is left alone ("half", "tens of millions").</returns>
    public static string? Other(string number, Chance chance)
    {
        int word = Array.IndexOf(Words, number.ToLowerInvariant());
        if (word >= 0)
        {
            // At least two away, so that it is no slip of counting.
            string other = Words[(word + 2 + chance.Next(Words.Length - 3)) % Words.Length];
            return char.IsUpper(number[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other;
        }

        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) || value < 2)
            return null;
        int decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        decimal made = chance.Is(0.5) ? value + Math.Max(2, value * (3 + chance.Next(6)) / 10) : value > 8 ? value * (4 + chance.Next(3)) / 10 : value + 3;
        made = Math.Round(made, decimals, MidpointRounding.AwayFromZero);
        string form = (number.Contains(',', StringComparison.Ordinal) ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture);
        return made.ToString(form, CultureInfo.InvariantCulture);
    }
}
