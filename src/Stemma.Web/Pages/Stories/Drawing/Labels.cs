using System.Globalization;
using Microsoft.AspNetCore.Components;

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

    /// <summary>SVG's <c>text</c> element, whose name Razor keeps for itself. No component of its own: a lineage has hundreds.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="anchor">"start", "middle" or "end".</param>
    public static RenderFragment Text(double x, double y, string words, string? kind = null, string? anchor = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Number(x));
        builder.AddAttribute(2, "y", Number(y));
        builder.AddAttribute(3, "class", kind);
        builder.AddAttribute(4, "text-anchor", anchor);
        builder.AddContent(5, words);
        builder.CloseElement();
    };

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
