using System.Globalization;

namespace Stemma.Briefs.Rendering;

/// <summary>Figures and days as a newsroom prints them: "86 million", "1,120", "9 March 2026"; what is neither stays as it is.</summary>
internal static class Figures
{
    private const double Million = 1e6, Billion = 1e9, Trillion = 1e12;

    /// <param name="value">A position's value: a number in digits, two with a hyphen between, days, or words.</param>
    public static string Shown(string value)
    {
        string line = PlainText.OneLine(value);
        int slash = line.IndexOf('/', StringComparison.Ordinal);
        if (Day(slash < 0 ? line : line[..slash]) is { } from && Day(line[(slash + 1)..]) is { } to)
            return Dates.Stretch(from, to);
        int hyphen = line.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Number(line[..hyphen]) is { } low && Number(line[(hyphen + 1)..]) is { } high && low < high && high >= 10_000
            ? $"{Print(low)} to {Print(high)}"
            : Number(line) is { } number && number >= 1000 ? Print(number) : line;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static double? Number(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c == '.') && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static string Print(double number) => number switch
    {
        >= Trillion => Scaled(number, Trillion, "trillion"),
        >= Billion => Scaled(number, Billion, "billion"),
        >= Million => Scaled(number, Million, "million"),
        _ => number.ToString("#,##0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>Only where nothing is rounded away.</summary>
    private static string Scaled(double number, double unit, string name)
    {
        double scaled = number / unit;
        return Math.Abs(scaled - Math.Round(scaled, 3)) < 1e-9
            ? scaled.ToString("0.###", CultureInfo.InvariantCulture) + " " + name
            : number.ToString("#,##0.##", CultureInfo.InvariantCulture);
    }
}
