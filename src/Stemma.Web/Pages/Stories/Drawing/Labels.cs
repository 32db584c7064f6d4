using System.Globalization;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>Words and figures in drawings.</summary>
internal static class Labels
{
    /// <summary>A name that fits so many pixels in 13 px semibold of a common sans serif; what does not fit ends in "…".</summary>
    public static string Cut(string name, double width)
    {
        double used = 0;
        for (int i = 0; i < name.Length; i++)
        {
            used += name[i] switch
            {
                'i' or 'j' or 'l' or 'I' or '.' or ',' or ' ' or '\'' or '’' or '(' or ')' => 4.2,
                'f' or 'r' or 't' or '-' => 5.4,
                'm' or 'w' or 'M' or 'W' or '—' => 12,
                > '\u2e80' => 13.6,
                >= 'A' and <= 'Z' => 9.4,
                _ => 7.6,
            };
            if (used > width)
                return name[..Math.Max(1, i - 1)].TrimEnd() + "…";
        }

        return name;
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
